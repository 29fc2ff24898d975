import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toDraft } from './draft.ts'

const origin = { base: 'https://shop.example/' }
const long = fc.integer({ min: 0, max: 3000 }).map(length => 'ä'.repeat(length))
const anyItem = fc.record({
  item_id: fc.stringMatching(/^[a-z0-9]{1,120}$/), item_group_id: long, item_name: long, item_variant: long, item_brand: long,
  item_category: long,
  price: fc.double(), quantity: fc.nat(), url: long.map(path => `/p/${path}`), image_url: long.map(path => `/i/${path}`),
}, { requiredKeys: ['item_id'] })

describe('an event', () => {
  it('stays below 16,000 letters, whatever a page puts into it', () => {
    fc.assert(fc.property(fc.constantFrom(
      'view_item', 'view_cart', 'purchase', 'view_item_list',
    ), fc.array(anyItem, { maxLength: 250 }), long,
      (name, items, text) => {
        const { draft } = toDraft(
          name, { items, transaction_id: 'T', item_list_name: text, currency: text, cart_token: text }, origin,
        )
        if (draft !== undefined) expect(JSON.stringify(draft).length).toBeLessThan(16_000)
      }), { numRuns: 60 })
  })

  it('keeps every line of a large basket, with what counts and prices it', () => {
    const items = Array.from({ length: 200 }, (_, i) => ({
      item_id: `sku-${i}`, item_name: `Cakestand number ${i}`.padEnd(80, '.'), price: 12.75, quantity: 2,
      image_url: `/pictures/${i}.jpg`,
    }))
    const { draft } = toDraft('view_cart', { items }, origin)
    expect((draft!.params as { items: object[] }).items).toHaveLength(200)
    expect((draft!.params as { items: object[] }).items[199]).toEqual({ item_id: 'sku-199', price: 12.75, quantity: 2 })
  })
})
