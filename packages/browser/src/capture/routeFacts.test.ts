import { describe, expect, it } from 'vitest'
import { merge } from './merge.ts'
import { routeFacts } from './routeFacts.ts'

const product = { source: 'json-ld' as const, product: { item: { item_id: 'a', price: 3 }, currency: 'EUR', ids: ['a'] } }
const list = { source: 'json-ld' as const, list: { items: [{ item_id: 'b' }, { item_id: 'c' }], name: 'Mugs' } }
const order = { source: 'marked' as const, order: { id: 'T-1', items: [{ item_id: 'a' }], value: 3, currency: 'EUR' } }

describe('routeFacts', () => {
  it('says the item alone before there is an answer', () => {
    expect(routeFacts(merge([product, list, order]), undefined).map(({ name }) => name)).toEqual(['view_item'])
  })

  it('says view, item and order, each by whom it is known', () => {
    expect(routeFacts(merge([product, list, order]), { path: '/p/a', from: { source: 'news' } })).toEqual([
      { name: 'page_view', params: { source: 'news', page_type: 'product' }, source: 'address' },
      { name: 'view_item', params: { items: [{ item_id: 'a', price: 3 }], currency: 'EUR', value: 3 }, source: 'json-ld' },
      { name: 'purchase', params: { transaction_id: 'T-1', items: [{ item_id: 'a' }], currency: 'EUR', value: 3 }, source: 'marked' },
    ])
  })

  it('says a list only where it is what the page is about, and a search by its term', () => {
    const facts = routeFacts(merge([list]), { path: '/search', searchTerm: 'mug' })
    expect(facts.map(({ name }) => name)).toEqual(['page_view', 'search', 'view_item_list'])
    expect(facts[0]?.params).toMatchObject({ page_type: 'search' })
    expect(routeFacts(merge([{ ...list, list: { items: [{ item_id: 'b' }] } }]), { path: '/c' }).map(({ name }) => name)).toEqual(['page_view'])
  })
})
