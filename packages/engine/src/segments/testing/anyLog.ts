import type { EventName, ShopEvent, ShopEventMap } from '../../event.ts'
import { pick, type Random } from './anyRule.ts'

const minute = 6e4
const day = 864e5
/** A week before the clocks of London change. */
const start = Date.UTC(2026, 2, 22, 21, 30)
/** Steps between events: on the edges of windows, a millisecond beside them, and nearly none. */
const steps = [0, 1, minute, 30 * minute, 2 * 60 * minute, day, day - 1, day + 1, 7 * day, 28 * day, 90 * day]

const ids = ['A1', 'A2', 'B1', 'B2', 'C1']
const categories = ['Garden', 'Kitchen', 'Garden tools']

/** A log in key order, without doubles; with orders told twice, and events that are dated later than what came after them. */
export function anyLog(random: Random, length: number): ShopEvent[] {
  const log: ShopEvent[] = []
  let at = start + Math.floor(random() * 3) * day
  for (let place = 0; place < length; place++) {
    at += random() < 0.7 ? pick(random, steps.slice(0, 5)) : pick(random, steps)
    const ahead = random() < 0.25 ? pick(random, [1, minute, 60 * minute, day]) : 0
    const id = `${String(at).padStart(15, '0')}-t-${String(place).padStart(5, '0')}`
    log.push({ id, at: at + ahead, ...anyDraft(random) } as ShopEvent)
  }
  return log
}

function anyDraft(random: Random): { name: EventName; params: ShopEventMap[EventName]; page?: string } {
  const items = Array.from({ length: 1 + Math.floor(random() * 2) }, () => {
    const item_id = pick(random, ids)
    return {
      item_id, item_category: categories[ids.indexOf(item_id) % 3]!, ...(random() < 0.8 && { price: pick(random, [2.5, 5, 10, 19.99]) }),
      ...(random() < 0.5 && { quantity: 1 + Math.floor(random() * 3) }),
    }
  })
  const money = { currency: 'GBP', ...(random() < 0.7 && { value: pick(random, [5, 12.5, 30, 0.1]) }) }
  switch (pick(random, ['view_item', 'view_item', 'add_to_cart', 'purchase', 'page_view', 'search', 'newsletter'] as const)) {
    case 'view_item': return { name: 'view_item', params: { items: items.slice(0, 1), ...money } }
    case 'add_to_cart': return { name: 'add_to_cart', params: { items, ...money } }
    case 'purchase': {
      const inferred = random() < 0.15
      // An order is as it was told first: later tellings say the same.
      const order = Math.floor(random() * 6)
      return { name: 'purchase', params: { transaction_id: `T${order}`, items, currency: 'GBP', value: order + 0.25, ...(inferred && { inferred }) } }
    }
    case 'page_view': return {
      name: 'page_view', params: { page_type: 'product', ...(random() < 0.5 && { source: 'mail' }), ...(random() < 0.3 && { referrer_host: 'product.example' }) },
    }
    case 'search': return { name: 'search', params: { search_term: pick(random, categories) } }
    case 'newsletter': return { name: 'custom', params: { event_name: 'newsletter', value: pick(random, [1, 20]) } }
  }
}

/** Moments to ask at: the end, edges of windows after some event, and a millisecond beside them. */
export function anyMoment(random: Random, log: readonly ShopEvent[]): number {
  const latest = Math.max(...log.map(event => event.at))
  const length = pick(random, [0, 30 * minute, 2 * 60 * minute, day, 7 * day, 28 * day, 90 * day, 120 * day])
  const edge = pick(random, log).at + length + pick(random, [-1, 0, 0, 0, 1])
  const midnight = Math.floor((latest + day * Math.floor(random() * 9)) / day) * day
  return Math.max(latest, pick(random, [edge, edge, edge, midnight, latest + Math.floor(random() * 40 * day)]))
}
