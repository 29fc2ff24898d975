import type { EpochMs } from '../event.ts'
import type { Order } from '../order.ts'
import type { Profile, PurchaseMark, Purchases } from './profile.ts'

/** A shopper of one order a day fills this in more than a year; the state stays below 40 kB. */
const maxMarks = 400
const dayMs = 86_400_000

/** Adds an order to `Profile.purchases`. */
export function notePurchase(profile: Profile, order: Order): void {
  const { marks, older } = profile.purchases ?? { marks: [] }
  const next = [...marks, markOf(order)].sort((a, b) => a.at - b.at)
  profile.purchases = sumUp({ marks: next, ...(older && { older }) }, Math.max(0, next.length - maxMarks))
}

/** Takes an order out again; one that is among the sums stays there. */
export function dropPurchase(profile: Profile, order: Order): void {
  const { purchases } = profile
  if (!purchases) return
  const place = purchases.marks.findIndex(mark => mark.at === order.at)
  if (place >= 0) profile.purchases = { ...purchases, marks: purchases.marks.filter((_, index) => index !== place) }
}

function markOf({ at, items, currency, value }: Order): PurchaseMark {
  const mark: PurchaseMark = { at, units: 0, lines: items.length }
  let sum: number | undefined = items.length > 0 ? 0 : undefined
  let discounted = 0
  let judged = 0
  for (const { price, quantity = 1, discount } of items) {
    mark.units += quantity
    sum = sum === undefined || price === undefined ? undefined : sum + price * quantity
    if (discount === undefined) continue
    judged++
    if (discount > 0) discounted++
  }
  const worth = value ?? sum
  if (worth !== undefined) mark.value = worth
  if (worth !== undefined && currency !== undefined) mark.currency = currency
  return judged > 0 ? { ...mark, discounted, judged } : mark
}

/** Figures without times before `before`: those orders stay as a count and a sum. The same object when there are none. */
export function retirePurchases(purchases: Purchases, before: EpochMs): Purchases {
  const { marks, older } = purchases
  const first = marks.findIndex(mark => mark.at >= before)
  const gone = first < 0 ? marks.length : first
  if (gone === 0 && (older?.firstAt ?? before) >= before) return purchases
  const { marks: left, older: sums } = sumUp(purchases, gone)
  return { marks: left, older: { ...sums!, firstAt: Math.max(before, sums!.firstAt), lastAt: Math.max(before, sums!.lastAt) } }
}

/** Moves so many marks into the sums, oldest first. */
function sumUp({ marks, older }: Purchases, count: number): Purchases {
  let sums = older
  for (let n = 0; n < count; n++) sums = withOlder(sums, marks[n]!, marks[n + 1]?.at ?? Infinity)
  return { marks: marks.slice(count), ...(sums && { older: sums }) }
}

/** The sums with one mark more; its day counts when no later mark shares it. */
function withOlder(older: Purchases['older'], mark: PurchaseMark, nextAt: EpochMs): NonNullable<Purchases['older']> {
  const known = older ?? { orders: 0, days: 0, firstAt: mark.at, lastAt: mark.at, value: 0, firstValue: 0 }
  const { at, value = 0 } = mark
  const isLastOfDay = Math.floor(at / dayMs) !== Math.floor(nextAt / dayMs)
  return {
    orders: known.orders + 1, days: known.days + Number(isLastOfDay), firstAt: Math.min(known.firstAt, at),
    // No day is over yet: this is one more order of the first.
    lastAt: Math.max(known.lastAt, at), value: known.value + value, firstValue: known.firstValue + (known.days === 0 ? value : 0),
  }
}
