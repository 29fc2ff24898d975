import type { Item } from '@shopside/engine'
import type { AddResult, AddToCartDetail } from './client.ts'
import type { ShopsideOptions } from './options.ts'
import type { Environment } from './environment.ts'

/** How long the shop may take to answer. */
const answerTimeoutMs = 10_000

/**
 * The one way into the basket, which belongs to the shop: widgets ask, the shop answers.
 * A listener of `shopside:add-to-cart` is asked first, then the `addToCart` option, then the platform.
 */
export interface CartDoor {
  canAdd(target?: Element): boolean
  requestAdd(target: Element, items: Item[], source: AddToCartDetail['source']): Promise<AddResult>
}

export function createCartDoor(environment: Environment, addToCart: () => ShopsideOptions['addToCart']): CartDoor {
  let everywhere = false
  const { document } = environment.window

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

  /**
   * Nothing tells whether a listener exists but asking it, with no items and `probe: true`. Silence is asked again: a shop's
   * script may come after the first row. A veto without an answer is no answer.
   */
  function hears(target: Element): boolean {
    const answer = ask(target, { items: [], source: { widget: '', placement: '' }, probe: true })
    answer?.catch(() => {})
    return !!answer
  }

  return {
    // A listener for the whole page is asked once, however many rows there are; else one may stand on the part where this row is.
    canAdd: (target = document.body) => addToCart() !== undefined || (everywhere ||= hears(document.body)) || hears(target),
    async requestAdd(target, items, source) {
      const answer = ask(target, { items, source })
      const add = addToCart()
      if (answer === undefined && add === undefined) return { ok: false, reason: 'no-answer' }
      if (answer === null) return { ok: false, reason: 'rejected' }
      const late = new Promise<never>((_, reject) => environment.setTimer(() => reject(new Error('timeout')), answerTimeoutMs))
      try {
        await Promise.race([answer ?? add?.(items), late])
        return { ok: true }
      } catch (error) {
        // The shop said no; its words may be for the shopper, so they go back as text.
        return { ok: false, reason: 'rejected', ...(error instanceof Error ? { message: error.message } : {}) }
      }
    },
  }
}
