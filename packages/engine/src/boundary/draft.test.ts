import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toDraft } from './draft.ts'

const origin = { base: 'https://shop.example/p/1' }

describe('toDraft', () => {
  it('takes a GA4 event and leaves out what it does not know', () => {
    const { draft } = toDraft('add_to_cart', {
      currency: 'gbp', value: 12.75, email: 'a@b.example',
      items: [{ item_id: 22423, quantity: '2', price: '12.75', card: '4111111111111111' }],
    }, origin)
    expect(draft).toEqual({
      name: 'add_to_cart',
      params: { currency: 'GBP', value: 12.75, items: [{ item_id: '22423', quantity: 2, price: 12.75 }] },
    })
  })

  it('names the parameter that is missing', () => {
    expect(toDraft('view_item', { items: [] }, origin)).toEqual({ reason: 'missing-items' })
    expect(toDraft('purchase', { items: [] }, origin)).toEqual({ reason: 'missing-transaction_id' })
    expect(toDraft('search', { search_term: ' jane@example.com ' }, origin)).toEqual({ reason: 'missing-search_term' })
  })

  it('keeps no e-mail address and no telephone number in the name of a list: a search page names its list by the search', () => {
    const item_list_name = 'Results for jane@example.com, +44 7700 900123'
    const { draft } = toDraft('view_item_list', { items: [{ item_id: '1' }], item_list_id: '4101010101', item_list_name }, origin)
    expect(draft?.params).toEqual({ items: [{ item_id: '1' }], item_list_id: '4101010101', item_list_name: 'Results for' })
  })

  it('takes an empty basket as a snapshot, and refuses a basket that is no list', () => {
    expect(toDraft('view_cart', { items: [] }, origin).draft?.params).toEqual({ items: [] })
    expect(toDraft('view_cart', {}, origin)).toEqual({ reason: 'missing-items' })
  })

  it('refuses names that are properties of every object', () => {
    for (const name of ['__proto__', 'constructor', 'toString', 7, null]) {
      expect(toDraft(name, {}, origin).reason).toBe('unknown-event')
    }
  })

  it('never throws and never changes a prototype, whatever comes in', () => {
    const before = Reflect.ownKeys(Object.prototype).length
    fc.assert(fc.property(
      fc.constantFrom('view_item', 'purchase', 'search', 'view_cart', 'not_for_me', 'forget'), fc.anything({ maxDepth: 4 }),
      (name, params) => {
        const result = toDraft(name, params, origin)
        expect(result.draft !== undefined || typeof result.reason === 'string').toBe(true)
      },
    ))
    expect(Reflect.ownKeys(Object.prototype).length).toBe(before)
  })
})
