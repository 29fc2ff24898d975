import { describe, expect, it } from 'vitest'
import { merge } from './merge.ts'
import { routeFacts } from './routeFacts.ts'

const product = { source: 'json-ld' as const, product: { item: { item_id: 'a', price: 3 }, currency: 'EUR', ids: ['a'] } }
const list = { source: 'json-ld' as const, list: { items: [{ item_id: 'b' }, { item_id: 'c' }], name: 'Mugs' } }
const now = Date.UTC(2026, 10, 21, 12)
const hour = 3_600_000
const order = { source: 'marked' as const, order: { id: 'T-1', items: [{ item_id: 'a' }], value: 3, currency: 'EUR' } }

describe('routeFacts', () => {
  it('says the item alone before there is an answer', () => {
    expect(routeFacts(merge([product, list, order]), undefined, now).map(([name]) => name)).toEqual(['view_item'])
  })

  it('says view, item and order, each by whom it is known', () => {
    expect(routeFacts(merge([product, list, order]), { path: '/p/a', from: { source: 'news' } }, now)).toEqual([
      ['purchase', { transaction_id: 'T-1', items: [{ item_id: 'a' }], currency: 'EUR', value: 3 }, 'marked', undefined],
      ['page_view', { source: 'news', page_type: 'product' }, 'address'],
      ['view_item', { items: [{ item_id: 'a', price: 3 }], currency: 'EUR', value: 3 }, 'json-ld'],
    ])
  })

  it('says a list only where it is what the page is about, and a search by its term', () => {
    const facts = routeFacts(merge([list]), { path: '/search', searchTerm: 'mug' }, now)
    expect(facts.map(([name]) => name)).toEqual(['page_view', 'search', 'view_item_list'])
    expect(facts[0]?.[1]).toMatchObject({ page_type: 'search' })
    expect(
      routeFacts(merge([{ ...list, list: { items: [{ item_id: 'b' }] } }]), { path: '/c' }, now).map(([name]) => name),
    ).toEqual(['page_view'])
  })

  it.each([
    ['now, whatever zone its page has forgotten', 13, [undefined]],
    ['at its own time, where that is another day', 20, [now - 20 * hour]],
    ['not at all, where it is history', 49, []],
    ['now, where it is not over yet', -12, [undefined]],
  ])('says an order %s', (_, hoursAgo, expected) => {
    const placed = { ...order, order: { ...order.order, placedAt: now - hoursAgo * hour } }
    const purchases = routeFacts(merge([placed]), { path: '/thanks' }, now).filter(([name]) => name === 'purchase')
    expect(purchases.map(([, , , at]) => at)).toEqual(expected)
  })
})
