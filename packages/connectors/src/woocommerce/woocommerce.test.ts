// @vitest-environment page
import { describe, expect, it } from 'vitest'
import { connectorContract } from '../testing/connectorContract.ts'
import { settle } from '../testing/fakeHost.ts'
import { addUrl, cart, cartUrl, endpoints, fakeJquery, given, line, said, start } from './testing/wooPage.ts'
import { woocommerce } from './woocommerce.ts'

connectorContract({
  create: woocommerce,
  cart: cartUrl,
  empty: cart([]),
  full: cart([line]),
  add: addUrl,
  added: cart([line]),
  refused: () => Response.json(
    { code: 'woocommerce_rest_cart_product_no_stock', message: 'Sold out, sorry', data: { status: 400 } }, { status: 400 },
  ),
  change: '/wp-json/wc/store/v1/batch',
  other: '/wp-json/wc/store/v1/cart',
})

describe('the basket of WooCommerce', () => {
  it('counts in the minor units that each amount names, and reads names as letters', async () => {
    endpoints[cartUrl] = cart([line])
    await start()
    expect(said('cart')).toEqual([{
      currency: 'USD',
      lines: [{
        item_id: 38, item_name: 'Beanie & Logo’s', price: 18, quantity: 2,
        url: 'https://local.wordpress.test/product/beanie-with-logo/', image_url: 'https://local.wordpress.test/1.jpg',
      }],
    }])
  })

  it.each(
    [['JPY', 0, 1800], ['KWD', 3, 1.8], ['USD', 2, 18]] as const,
  )('has as many digits in %s as the shop says: %i', async (code, digits, price) => {
    const prices = { ...line.prices, currency_code: code, currency_minor_unit: digits }
    endpoints[cartUrl] = cart([{ ...line, prices }], { currency_code: code })
    await start()
    expect(said('cart')).toMatchObject([{ currency: code, lines: [{ price }] }])
  })

  it('has no price where the digits are not told: never one that is a hundred times too high', async () => {
    endpoints[cartUrl] = cart(
      [{ ...line, prices: { price: '1800' } }, { ...line, prices: { price: '18.00', currency_minor_unit: 2 } }],
    )
    await start()
    expect(JSON.stringify(said('cart'))).not.toContain('price')
  })

  it('keeps a line of which only the id is known', async () => {
    endpoints[cartUrl] = cart([{ key: 'x', id: 9, quantity: 1 }])
    await start()
    expect(said('cart')).toMatchObject([{ lines: [{ item_id: 9, quantity: 1 }] }])
  })

  it('names a variation by what was chosen', async () => {
    endpoints[cartUrl] = cart(
      [{ ...line, variation: [{ attribute: 'Color', value: 'Blue' }, { attribute: 'Size', value: 'L &amp; XL' }] }],
    )
    await start()
    expect(said('cart')).toMatchObject([{ lines: [{ item_variant: 'Blue / L & XL' }] }])
  })

  it('takes nothing of the addresses that come along', async () => {
    endpoints[cartUrl] = cart([line])
    await start()
    expect(JSON.stringify(given.host.said)).not.toMatch(/John|templates|123456778/)
  })

  it('is one reading for the two events of one click', async () => {
    const { trigger } = fakeJquery()
    await start()
    endpoints[cartUrl] = cart([line])
    trigger('added_to_cart')
    document.body.dispatchEvent(new Event('wc-blocks_added_to_cart', { bubbles: true }))
    trigger('wc_fragments_refreshed')
    await settle()
    expect(said('cart')).toHaveLength(2)
    expect(given.asked).toHaveLength(2)
  })

  it('notices a quantity changed in the Cart block, which fires no event', async () => {
    endpoints[cartUrl] = cart([{ ...line, quantity: 1 }])
    await start()
    endpoints[cartUrl] = cart([line])
    expect(given.host.request('/wp-json/wc/store/v1/batch')).toBe(true)
    await settle()
    expect(said('cart').map(one => (one as { lines: { quantity: number }[] }).lines[0]?.quantity)).toEqual([1, 2])
    expect(given.host.request('/wp-json/wc/store/v1/cart/update-item')).toBe(true)
    expect(given.host.request('/wp-json/wc/store/v1/products')).toBe(false)
  })

  it('is found where WordPress stands in a folder, and never on another origin', async () => {
    const link = Object.assign(
      document.createElement('link'), { rel: 'https://api.w.org/', href: `${location.origin}/shop/index.php?rest_route=/` },
    )
    document.head.append(link)
    await start()
    given.stop()
    link.href = 'https://elsewhere.example/wp-json/'
    const before = given.asked
    await start()
    expect([...before, ...given.asked].map(({ request }) => request)).toEqual([
      `GET ${location.origin}/shop/index.php?rest_route=/wc/store/v1/cart`, cartUrl,
    ])
  })

  it('hears a jQuery that comes late, and leaves it as it was', async () => {
    await start()
    const { trigger, hearers } = fakeJquery()
    window.dispatchEvent(new Event('load'))
    endpoints[cartUrl] = cart([line])
    trigger('updated_cart_totals')
    await settle()
    expect(said('cart')).toHaveLength(2)
    expect(hearers()).toBe(5)
    given.stop()
    expect(hearers()).toBe(0)
  })
})
