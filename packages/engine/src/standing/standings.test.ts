import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Order } from '../order.ts'
import { emptyProfile } from '../profile/emptyProfile.ts'
import { notePurchase } from '../profile/purchasesFold.ts'
import { standingsOf } from './standings.ts'

const day = 86_400_000
const noon = Date.UTC(2020, 0, 1, 12)

/** Orders of up to four a day, among them many of the first day and of the day at which sums end and marks begin. */
const anyOrders = fc.array(fc.nat(3), { minLength: 200, maxLength: 260 }).map(perDay => perDay.flatMap((more, place) =>
  Array.from({ length: 1 + more }, (_, n): Order => (
    { id: `${place} ${n}`, at: noon + place * day + n, items: [], currency: 'GBP', value: 1 + (7 * place + n) % 11 }))))

it('stands where all orders bring a shopper, also when the oldest are kept as sums', () => {
  fc.assert(fc.property(anyOrders, orders => {
    const profile = emptyProfile()
    for (const order of orders) notePurchase(profile, order)
    expect(profile.purchases!.marks.length).toBe(Math.min(400, orders.length))
    const total = (some: readonly Order[]): number => some.reduce((sum, { value }) => sum + value!, 0)
    expect(standingsOf(profile.purchases, Infinity).list.at(-1)).toMatchObject({
      days: new Set(orders.map(({ at }) => Math.floor(at / day))).size,
      spend: total(orders),
      firstSpend: total(orders.filter(({ at }) => at < noon + day / 2)),
    })
  }), { numRuns: 8 })
})

it('counts a first day whose orders are partly kept as sums', () => {
  const profile = emptyProfile()
  for (let n = 0; n < 403; n++) notePurchase(profile, { id: `${n}`, at: noon + n, items: [], value: 2 })
  notePurchase(profile, { id: 'later', at: noon + day, items: [], value: 9 })
  expect(standingsOf(profile.purchases, Infinity).list.at(-1)).toMatchObject({ days: 2, spend: 815, firstSpend: 806 })
})
