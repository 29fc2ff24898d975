import { inferPurchase, type Item } from '@shopside/engine'
import type { WayIn } from './wayIn.ts'

/** Where the checkout that was last begun is noted, beside the log. */
const note = 'checkout'

/**
 * Concludes that a basket was ordered on another domain, where nothing tells of it: a checkout was begun, and then the basket is
 * empty and has another token. Where no tokens are known nothing is concluded.
 */
export function createCheckoutWatch({ gate, log, now, onTaken, take, context }: WayIn): {
  seen(lines: Item[], token: string, currency?: string): void
} {
  let token: string | undefined
  let lines: readonly Item[] = []

  async function write(value: unknown): Promise<void> {
    try {
      if (!gate.isPaused()) await (await log.reading())?.setNote(note, value)
    } catch {
      // Not stored: then nothing will be concluded.
    }
  }

  onTaken(({ draft, at, source }) => {
    if (draft.name === 'purchase' && source !== 'inferred') void write(null)
    if (draft.name !== 'begin_checkout') return
    const basket = draft.params.cart_token ?? token
    if (basket === undefined) return
    const known = draft.params.items.length > 0 ? draft.params.items : context.cart.peek()?.lines ?? lines
    void write({ at, token: basket, items: known.map(({ item_id, quantity }) => ({ item_id, ...(quantity && { quantity }) })) })
  })

  async function look(): Promise<void> {
    try {
      const reading = await log.reading()
      const purchase = inferPurchase(await reading?.getNote(note), { isEmpty: lines.length === 0, token, now: now() })
      if (purchase === undefined) return
      await reading?.setNote(note, null)
      void take('purchase', purchase, 'inferred')
    } catch {
      // What was noted cannot be read: nothing is concluded.
    }
  }

  return {
    seen(seenLines, seenToken) {
      token = seenToken
      lines = seenLines
      if (seenLines.length === 0) void look()
    },
  }
}
