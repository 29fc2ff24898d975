import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readForeign } from './readForeign.ts'

const origin = { base: 'https://shop.example/p/1' }
const read = (name: string, params: unknown): ReturnType<typeof readForeign> => readForeign(name, params, origin, () => {})

describe('readForeign', () => {
  it('reads the examples of Segment\'s e-commerce spec', () => {
    // segment.com/docs/connections/spec/ecommerce/v2, shortened.
    expect(read('Product Viewed', {
      product_id: '507f1f77bcf86cd799439011', sku: 'G-32', category: 'Games', name: 'Monopoly: 3rd Edition', brand: 'Hasbro',
      variant: '200 pieces', price: 18.99, quantity: 1, coupon: 'MAYDEALS', currency: 'usd', position: 3, value: 18.99,
      url: 'https://shop.example/product/path', image_url: 'https://shop.example/product/path.jpg',
    }).draft).toEqual({ name: 'view_item', params: { currency: 'USD', value: 18.99, items: [{
      item_id: 'G-32', item_group_id: '507f1f77bcf86cd799439011', item_name: 'Monopoly: 3rd Edition', item_brand: 'Hasbro',
      item_category: 'Games', item_variant: '200 pieces', price: 18.99, quantity: 1, index: 2,
      url: 'https://shop.example/product/path', image_url: 'https://shop.example/product/path.jpg',
    }] } })
    expect(read('Order Completed', {
      checkout_id: 'fksdjfsdjfisjf9sdfjsd9f', order_id: '50314b8e9bcf000000000000', affiliation: 'Google Store', total: 27.5,
      subtotal: 22.5,
      revenue: 25, shipping: 3, tax: 2, currency: 'USD',
      products: [{ product_id: '507f1f77bcf86cd799439011', price: 19, quantity: 1 }],
    }).draft).toEqual({ name: 'purchase', params: {
      transaction_id: '50314b8e9bcf000000000000', currency: 'USD', value: 27.5,
      items: [{ item_id: '507f1f77bcf86cd799439011', item_group_id: '507f1f77bcf86cd799439011', price: 19, quantity: 1 }],
    } })
    expect(read('products searched', { query: 'blue hotpants' }).draft).toEqual(
      { name: 'search', params: { search_term: 'blue hotpants' } },
    )
  })

  it('reads GA4\'s other name for a search', () => {
    expect(read('view_search_results', { search_term: 'tea' }).draft).toEqual({ name: 'search', params: { search_term: 'tea' } })
  })

  it('keeps any other name as a custom event, with plain values that name nobody', () => {
    expect(read('Quiz Finished', {
      score: 7, passed: true, note: 'ask jane@example.com', phone: 491701234567, answers: ['a'], deep: { a: 1 }, nothing: null,
    }).draft).toEqual({ name: 'custom', params: { event_name: 'Quiz Finished', score: 7, passed: true, note: 'ask' } })
    expect(read('custom', { event_name: 'quiz', score: 7 }).draft).toEqual(
      { name: 'custom', params: { event_name: 'quiz', score: 7 } },
    )
  })

  it('keeps at most 25 values, and refuses what is no name', () => {
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`p${i}`, i]))
    expect(Object.keys(read('many', many).draft!.params)).toHaveLength(26)
    for (const name of ['', ' x', '7up', 'a'.repeat(41), '<b>', 'jane@example.com', '__proto__']) {
      expect(read(name, {}).reason).toBe('unknown-event')
    }
  })

  it('says once which name it mapped', () => {
    const said: string[] = []
    readForeign('Cart Viewed', { products: [] }, origin, code => said.push(code))
    expect(said).toEqual(['event-mapped'])
  })

  it('never throws for plain data and keeps no object', () => {
    fc.assert(fc.property(fc.constantFrom(
      'Product Viewed', 'Order Completed', 'quiz', 'custom', 'view_search_results',
    ), fc.anything(), (name, params) => {
      const { draft, reason } = read(name, params)
      expect(draft !== undefined || typeof reason === 'string').toBe(true)
      if (draft?.name === 'custom') for (const value of Object.values(draft.params)) expect(typeof value).not.toBe('object')
    }))
  })
})
