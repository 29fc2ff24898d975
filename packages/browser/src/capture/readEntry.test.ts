import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { readEntry } from './readEntry.ts'

/** What gtag.js pushes: `function gtag() { dataLayer.push(arguments) }` (Google's tag snippet). */
function gtag(..._args: unknown[]): unknown {
  // oxlint-disable-next-line prefer-rest-params
  return arguments
}

const items = [{ item_id: 'SKU_12345', item_name: 'Stan and Friends Tee', price: 10.01, quantity: 3 }]

describe('readEntry', () => {
  it('reads gtag\'s Arguments and an array in their place', () => {
    const expected = { currency: 'USD', value: 30.03, items }
    expect(readEntry(gtag('event', 'add_to_cart', expected))[0]).toMatchObject({ name: 'add_to_cart', params: expected })
    expect(readEntry(['event', 'add_to_cart', expected])[0]?.params).toMatchObject(expected)
  })

  it('reads the items of an older gtag by their older names, beside the newer ones that an item has', () => {
    const mug = { id: 'A', name: 'Mug', brand: 'Ada', category: 'Tea', variant: 'Red', price: '3.50', quantity: 1 }
    const [read] = readEntry(gtag('event', 'add_to_cart', { items: [mug, { id: 'B', item_brand: 'Bo', brand: 'Old' }] }))
    expect(read?.params['items']).toMatchObject([
      { item_id: 'A', item_name: 'Mug', item_brand: 'Ada', item_category: 'Tea', item_variant: 'Red', price: '3.50', quantity: 1 },
      { item_id: 'B', item_brand: 'Bo' },
    ])
    const newer = [{ item_id: 'A', name: 'of something else' }]
    expect(readEntry(gtag('event', 'view_item', { items: newer }))[0]?.params['items']).toEqual(newer)
  })

  it('reads Tag Manager\'s objects, with GA4\'s ecommerce and with parameters beside the name', () => {
    expect(readEntry({ event: 'view_item', ecommerce: { currency: 'USD', value: 30.03, items } })[0])
      .toMatchObject({ name: 'view_item', params: { currency: 'USD', items } })
    expect(readEntry({ event: 'purchase', transaction_id: 'T-1', items })[0]).toMatchObject({ params: { transaction_id: 'T-1' } })
    expect(
      readEntry({ event: 'view_search_results', search_term: 'tee' })[0],
    ).toMatchObject({ name: 'search', params: { search_term: 'tee' } })
  })

  it('reads every action of the older ecommerce, with or without an event', () => {
    // Shapes of Google's "Enhanced Ecommerce (UA) developer guide" for Tag Manager.
    const products = [
      { id: '12345', name: 'Android T-Shirt', price: '15.25', brand: 'Google', category: 'Apparel', variant: 'Gray', quantity: 1 }
    ]
    const named = (ecommerce: object): unknown => readEntry({ ecommerce }).map(({ name }) => name)
    expect(named({ detail: { actionField: { list: 'Apparel Gallery' }, products } })).toEqual(['view_item'])
    expect(named({ currencyCode: 'EUR', add: { products } })).toEqual(['add_to_cart'])
    expect(named({ remove: { products } })).toEqual(['remove_from_cart'])
    expect(named({ click: { actionField: { list: 'Search Results' }, products } })).toEqual(['select_item'])
    expect(named({ checkout: { actionField: { step: 1 }, products } })).toEqual(['begin_checkout'])
    expect(named({ checkout: { actionField: { step: 2 }, products } })).toEqual([])
    expect(
      named({ currencyCode: 'EUR', impressions: [{ ...products[0], list: 'Search Results', position: 1 }] }),
    ).toEqual(['view_item_list'])
    expect(readEntry({ event: 'transaction', ecommerce: {
      currencyCode: 'EUR',
      purchase: { actionField: { id: 'T12345', revenue: '35.43', tax: '4.90', coupon: 'SUMMER_SALE' }, products },
    } })[0]).toMatchObject({ name: 'purchase', params: {
      transaction_id: 'T12345', value: '35.43', currency: 'EUR',
      items: [{ item_id: '12345', item_name: 'Android T-Shirt', price: '15.25' }],
    } })
  })

  it('reads the impressions of several lists as one event for each, in the order of their first items', () => {
    const impressions = [{ id: 'A', list: 'Offers' }, { id: 'B', list: 'New' }, { id: 'C', list: 'Offers' }, { id: 'D' }]
    expect(readEntry({ ecommerce: { impressions } })).toMatchObject([
      { name: 'view_item_list', params: { item_list_name: 'Offers', items: [{ item_id: 'A' }, { item_id: 'C' }] } },
      { name: 'view_item_list', params: { item_list_name: 'New', items: [{ item_id: 'B' }] } },
      { name: 'view_item_list', params: { item_list_name: undefined, items: [{ item_id: 'D' }] } },
    ])
  })

  it('reads an entry that says both ways in the newer one, and the older one with the newer\'s currency', () => {
    const add = { products: [{ id: 'SKU_12345', price: '10.01', quantity: 3 }] }
    expect(readEntry({ event: 'add_to_cart', ecommerce: { currency: 'USD', value: 30.03, items, add } })).toMatchObject(
      [{ name: 'add_to_cart', params: { currency: 'USD', value: 30.03, items } }],
    )
    expect(readEntry({ event: 'addToCart', ecommerce: { currency: 'USD', items, add } })).toMatchObject(
      [{ name: 'add_to_cart', params: { currency: 'USD', items: [{ item_id: 'SKU_12345' }] } }],
    )
  })

  it('passes by what is not about the shop, and what we pushed ourselves', () => {
    for (const entry of [
      { ecommerce: null }, gtag('consent', 'default', {}), gtag('config', 'G-1'), gtag('event', 'page_view', {}),
      { event: 'gtm.js' },
      { event: 'view_item', shopside: true, ecommerce: { items } }, gtag('event', 'view_item', { shopside: true, items }), null,
      'x', 7, () => {},
    ]) expect(readEntry(entry)).toEqual([])
  })

  it('never throws for plain data', () => {
    fc.assert(fc.property(fc.anything(), fc.constantFrom('event', 'ecommerce'), (value, key) => {
      expect(Array.isArray(readEntry(value))).toBe(true)
      expect(Array.isArray(readEntry({ event: 'view_item', [key]: value }))).toBe(true)
      expect(
        Array.isArray(readEntry({ ecommerce: { add: value, impressions: value, purchase: { products: value } } })),
      ).toBe(true)
    }))
  })
})
