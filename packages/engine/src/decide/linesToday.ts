import type { CartLine } from '../cart.ts'
import type { EpochMs } from '../event.ts'
import { recall } from '../profile/recall.ts'
import type { RememberedCart } from '../profile/profile.ts'
import type { CartChange, CartNudgeInput, NudgeLine } from './cartNudge.ts'

interface StatedPrice {
  price: number | undefined
  currency: string | undefined
  /** When it was stated; 0 when nobody knows. */
  at: EpochMs
}

/** A basket's lines at today's price and availability, and what changed since it was left. Unknown stays as it was left. */
export function linesToday(basket: RememberedCart, input: CartNudgeInput): { lines: NudgeLine[]; changes: CartChange[] } {
  const { model } = input
  const changes: CartChange[] = []
  const lines = basket.lines.map((line): NudgeLine => {
    const itemId = line.item_id
    const index = model ? model.indexOf(itemId) : -1
    if (index >= 0 && !model!.available(index)) {
      changes.push({ itemId, kind: 'sold-out', by: 0 })
      return { ...line, available: false }
    }
    const price = newestPrice(line, index, basket, input)
    if (price === undefined) return { ...line, available: true }
    // Rounded to a thousandth: no currency is finer.
    const by = line.price === undefined ? 0 : Math.round((price - line.price) * 1000) / 1000
    if (by !== 0) changes.push({ itemId, kind: by < 0 ? 'cheaper' : 'dearer', by: Math.abs(by) })
    return { ...line, price, available: true }
  })
  return { lines, changes }
}

/**
 * What the line costs now by whoever spoke last: the present basket, a page that showed the item, the catalogue; undefined when
 * none of them spoke after the line came in. Currencies must agree with the basket's and the page's, where known.
 */
function newestPrice(line: CartLine, index: number, basket: RememberedCart, input: CartNudgeInput): number | undefined {
  const { now, model, profile, currency } = input
  const cart = input.cart ?? profile?.cart
  const stated: StatedPrice[] = []
  const present = cart?.lines.find(other => other.item_id === line.item_id)
  if (present) stated.push({ price: present.price, currency: cart!.currency, at: now })
  const memory = recall(profile, line.item_id)
  if (memory) stated.push({ price: memory.item.price, currency: memory.currency, at: memory.pricedAt ?? 0 })
  if (index >= 0) {
    const { price, currency: inCatalogue, priceAt = 0 } = model!.product(index)
    stated.push({ price, currency: inCatalogue, at: priceAt })
  }
  let newest: StatedPrice | undefined
  for (const one of stated) {
    const isComparable = one.price !== undefined && agree(one.currency, basket.currency) && agree(one.currency, currency)
    if (isComparable && one.at > (newest?.at ?? line.addedAt)) newest = one
  }
  return newest?.price
}

/** Unknown on one side is no contradiction; two different codes are. */
function agree(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a === b
}
