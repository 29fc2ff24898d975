import type { Item } from '@shopside/engine'
import type { AddResult, AddToCartDetail, ShopsideOptions } from './client.ts'
import type { Environment } from './environment.ts'

/** How long the shop may take to answer. */
const answerTimeoutMs = 10_000

/**
 * The one way into the basket, which belongs to the shop: widgets ask, the shop answers.
 * A listener of `shopside:add-to-cart` is asked first, then the `addToCart` option.
 */
export interface CartDoor {
  canAdd(target?: Element): boolean
  requestAdd(target: Element, items: Item[], source: AddToCartDetail['source']): Promise<AddResult>
}

export function createCartDoor(environment: Environment, addToCart: ShopsideOptions['addToCart']): CartDoor {
  let listens: boolean | undefined

  /** Dispatches the event; the promise that a listener answered with, `null` for a veto, undefined when nobody listens. */
  function ask(target: Element, detail: Omit<AddToCartDetail, 'respondWith'>): Promise<unknown> | null | undefined {
    let answer: Promise<unknown> | undefined
    const event = new environment.window.CustomEvent<AddToCartDetail>('shopside:add-to-cart', {
      bubbles: true, composed: true, cancelable: true,
      detail: { ...detail, respondWith: promise => { answer ??= Promise.resolve(promise) } },
    })
    target.dispatchEvent(event)
    return answer ?? (event.defaultPrevented ? null : undefined)
  }

  return {
    canAdd(target = environment.window.document.body) {
      if (addToCart !== undefined) return true
      if (listens === undefined) {
        // Nothing tells whether a listener exists but asking it: once a page, with no items and `probe: true`.
        const answer = ask(target, { items: [], source: { widget: '', placement: '' }, probe: true })
        answer?.catch(() => {})
        listens = answer !== undefined
      }
      return listens
    },
    async requestAdd(target, items, source) {
      const answer = ask(target, { items, source })
      if (answer === undefined && addToCart === undefined) return { ok: false, reason: 'no-answer' }
      if (answer === null) return { ok: false, reason: 'rejected' }
      const late = new Promise<never>((_, reject) => environment.setTimer(() => reject(new Error('timeout')), answerTimeoutMs))
      try {
        await Promise.race([answer ?? addToCart?.(items), late])
        return { ok: true }
      } catch (error) {
        // The shop said no; its words may be for the shopper, so they go back as text.
        return { ok: false, reason: 'rejected', ...(error instanceof Error ? { message: error.message } : {}) }
      }
    },
  }
}
