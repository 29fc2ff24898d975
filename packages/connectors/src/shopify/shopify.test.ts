// @vitest-environment page
import { describe, expect, it, vi } from 'vitest'
import { connectorContract } from '../testing/connectorContract.ts'
import { serveEndpoints, settle, startConnector } from '../testing/fakeHost.ts'
import { shopify } from './shopify.ts'
import { given, line, cart, page, endpoints, start, said } from './testing/shopifyPage.ts'

connectorContract({
  create: shopify,
  cart: 'GET /cart.js',
  empty: cart([]),
  full: cart([line]),
  add: 'POST /cart/add.js',
  added: { items: [line] },
  refused: () => Response.json({ status: 422, message: 'Cart Error', description: 'Sold out, sorry' }, { status: 422 }),
  change: '/en-gb/cart/add.js',
  other: '/cart.js',
})

describe('the basket of Shopify', () => {
  it('counts in hundredths, keeps the price after discount, and names the basket', async () => {
    endpoints['GET /cart.js'] = cart([line])
    await start()
    expect(said('cart')).toEqual([{
      token: 'b9ffe75095a8', currency: 'GBP',
      lines: [{
        item_id: '31199879430196', item_group_id: '4347410415668', item_name: 'Cotton Crewneck Sweater', item_variant: 'Blue',
        item_brand: 'IGC', item_category: 'Hoodie', price: 315, quantity: 2,
        url: '/products/cotton-crewneck-sweater?variant=31199879430196', image_url: 'https://cdn.shopify.com/s/files/1/1.jpg',
      }],
    }])
  })

  it('counts in hundredths where the currency has none: 890000 are 8,900 won', async () => {
    endpoints['GET /cart.js'] = cart([{ ...line, price: 890000, final_price: 890000 }], { currency: 'KRW' })
    await start()
    expect(said('cart')).toMatchObject([{ currency: 'KRW', lines: [{ price: 8900 }] }])
  })

  it('keeps a line whose product was deleted', async () => {
    endpoints['GET /cart.js'] = cart([{ id: 77, variant_id: null, product_id: null, quantity: 1, title: 'Gone', price: 'n/a' }])
    await start()
    expect(said('cart')).toMatchObject([{ lines: [{ item_id: '77', item_name: 'Gone', quantity: 1 }] }])
  })

  it('asks under the address of the market, and nowhere else', async () => {
    page.Shopify = { shop: 'a.myshopify.com', routes: { root: '/en-gb/' } }
    endpoints['GET /en-gb/cart.js'] = cart([line])
    await start()
    expect(said('cart')).toHaveLength(1)
    given.stop()
    page.Shopify = { routes: { root: '//evil.example/' } }
    const asked = serveEndpoints(window, endpoints)
    given.stop = await startConnector(shopify(), given.host)
    expect(asked.map(({ request }) => request)).toEqual(['GET /cart.js'])
  })

  it('looks a while after a form of a theme that tells nobody', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      await start()
      document.body.append(Object.assign(document.createElement('form'), { action: '/en-gb/cart/add' }))
      document.forms[0]!.dispatchEvent(new Event('submit', { bubbles: true }))
      endpoints['GET /cart.js'] = cart([line])
      vi.advanceTimersByTime(3000)
      await settle()
      expect(said('cart')).toHaveLength(2)
    } finally {
      vi.useRealTimers()
    }
  })

  it('says that a checkout was begun with the basket and its token, once for each basket', async () => {
    endpoints['GET /cart.js'] = cart([line])
    await start()
    const button = Object.assign(document.createElement('button'), { name: 'checkout', type: 'button' })
    button.append(document.createElement('span'))
    document.body.append(button)
    const press = (): unknown => button.firstElementChild!.dispatchEvent(new Event('click', { bubbles: true }))
    press()
    const begun = { cart_token: 'b9ffe75095a8', currency: 'GBP', items: [{ item_id: '31199879430196' }] }
    expect(said('begin_checkout')).toMatchObject([begun])
    press()
    expect(said('begin_checkout')).toHaveLength(1)
    endpoints['GET /cart.js'] = cart([{ ...line, quantity: 7 }])
    document.dispatchEvent(new Event('shopify:cart:view'))
    await settle()
    press()
    expect(said('begin_checkout')).toMatchObject([begun, { items: [{ quantity: 7 }] }])
  })
})

describe('adding at Shopify', () => {
  it('goes by the standard action where there is one, and then says nothing itself', async () => {
    const updateCart = vi.fn(async (_wish: object) => ({ cart: {}, userErrors: [], warnings: [] }))
    page.Shopify = { shop: 'a.myshopify.com', actions: { updateCart } }
    const asked = serveEndpoints(window, endpoints)
    given.stop = await startConnector(shopify(), given.host)
    const before = asked.length
    await given.host.add([{ item_id: '11', quantity: 2 }])
    expect(updateCart).toHaveBeenCalledExactlyOnceWith(
      { lines: [{ merchandiseId: 'gid://shopify/ProductVariant/11', quantity: 2 }] },
    )
    expect(asked).toHaveLength(before)
    expect(said('add_to_cart')).toEqual([])
  })

  it('passes on what Shopify says against it', async () => {
    page.Shopify = {
      actions: { updateCart: async () => ({ cart: {}, userErrors: [{ message: 'The product is already sold out.' }] }) },
    }
    await start()
    await expect(given.host.add([{ item_id: '11' }])).rejects.toThrow('already sold out')
    page.Shopify = { actions: { updateCart: () => Promise.reject(new Error('Failed to fetch')) } }
    await expect(given.host.add([{ item_id: '11' }])).rejects.toThrow('Failed to fetch')
  })
})

describe('a product\'s page of Shopify', () => {
  // As it stands in the head of a public storefront.
  const meta = {
    currency: 'INR', page: { pageType: 'product', resourceType: 'product', resourceId: 7737378799837 },
    product: {
      id: 7737378799837, gid: 'gid://shopify/Product/7737378799837', vendor: 'Peachmode', type: 'Kurti',
      variants: [
        { id: 42885690687709, price: 94900, name: 'Lavender Kurti - S', public_title: 'S', sku: 'VMIK-S' },
        { id: 42885690720477, price: 99900, name: 'Lavender Kurti - M', public_title: 'M', sku: 'VMIK-M' },
      ],
    },
  }
  const first = {
    item_id: '42885690687709', item_group_id: '7737378799837', item_name: 'Lavender Kurti', item_variant: 'S', price: 949,
  }

  it('is looked at in the variant of its address, else of its form, else the first', async () => {
    page.ShopifyAnalytics = { meta }
    await start()
    expect(said('view_item')).toMatchObject(
      [{ currency: 'INR', items: [{ ...first, item_brand: 'Peachmode', item_category: 'Kurti' }] }],
    )
    given.stop()
    const form = Object.assign(document.createElement('form'), { action: '/cart/add' })
    form.append(Object.assign(document.createElement('input'), { name: 'id', value: '42885690720477' }))
    document.body.append(form)
    await start()
    expect(said('view_item')[1]).toMatchObject({ items: [{ item_id: '42885690720477', price: 999 }] })
    given.stop()
    history.replaceState(null, '', '/products/kurti?variant=42885690687709')
    await start()
    expect(said('view_item')[2]).toMatchObject({ items: [first] })
  })

  it.each([
    undefined, 7, { meta: null }, { meta: { ...meta, page: { pageType: 'collection' } } },
    { meta: { ...meta, product: { id: 1, variants: [] } } },
    { meta: { ...meta, product: { id: 1 } } }, { get meta(): object { throw new Error('the page\'s own') } },
  ])('is none when the page says otherwise (%#)', async analytics => {
    page.ShopifyAnalytics = analytics
    await start()
    expect(said('view_item')).toEqual([])
    expect(said('cart')).toHaveLength(1)
  })
})
