// @vitest-environment page
import { describe, expect, it, vi } from 'vitest'
import { createFakeHost, settle } from '../testing/fakeHost.ts'
import { given, line, cart, withNonce, cartUrl, addUrl, endpoints, start, said, fakeJquery } from './testing/wooPage.ts'

describe('adding at WooCommerce', () => {
  it('writes with the nonce of the answer before, always the freshest', async () => {
    await start()
    await given.host.add([{ item_id: '38', quantity: 2 }, { item_id: '22' }])
    const writes = given.asked.filter(({ request }) => request === addUrl)
    expect(writes.map(({ body }) => body)).toEqual([{ id: 38, quantity: 2 }, { id: 22, quantity: 1 }])
    expect(writes.map(({ headers }) => headers.get('Nonce'))).toEqual(['n1', 'n2'])
  })

  it('reads the basket first when nothing has brought a nonce yet', async () => {
    endpoints[cartUrl] = 503
    await start()
    endpoints[cartUrl] = withNonce(cart([]), 'late')
    await given.host.add([{ item_id: '38' }])
    expect(given.asked.at(-1)?.request === addUrl || given.asked.some(
      ({ request, headers }) => request === addUrl && headers.get('Nonce') === 'late',
    )).toBe(true)
  })

  it('writes with the cart token where the shop gives no nonce', async () => {
    endpoints[cartUrl] = () => Response.json(cart([]), { headers: { 'Cart-Token': 'jwt' } })
    await start()
    await given.host.add([{ item_id: '38' }])
    const write = given.asked.find(({ request }) => request === addUrl)
    expect([write?.headers.get('Cart-Token'), write?.headers.get('Nonce')]).toEqual(['jwt', null])
  })

  it('asks once more with a fresh nonce when the page was open for too long, and then gives up', async () => {
    await start()
    const stale = (): Response => Response.json(
      { code: 'woocommerce_rest_invalid_nonce', message: 'Nonce is invalid.' }, { status: 403 },
    )
    let tries = 0
    endpoints[addUrl] = () => (++tries === 1 ? stale() : Response.json(cart([line])))
    endpoints[cartUrl] = withNonce(cart([]), 'fresh')
    await given.host.add([{ item_id: '38' }])
    expect(given.asked.filter(({ request }) => request === addUrl).at(-1)?.headers.get('Nonce')).toBe('fresh')
    endpoints[addUrl] = stale
    await expect(given.host.add([{ item_id: '38' }])).rejects.toThrow('Nonce is invalid.')
  })

  it('says what it chose of a variation when the page has told', async () => {
    const { trigger } = fakeJquery()
    await start()
    const form = Object.assign(document.createElement('form'), { className: 'variations_form' })
    form.dataset['product_id'] = '30'
    trigger(
      'found_variation', form,
      { variation_id: 31, attributes: { attribute_pa_color: 'blue', attribute_logo: 'Yes' }, display_price: 22.5, sku: 'x' },
    )
    expect(said('view_item')).toEqual([{ currency: 'USD', items: [{ item_id: '31', item_group_id: '30', price: 22.5 }] }])
    await given.host.add([{ item_id: '31' }])
    expect(given.asked.find(({ request }) => request === addUrl)?.body).toEqual({
      id: 31, quantity: 1, variation: [{ attribute: 'pa_color', value: 'blue' }, { attribute: 'logo', value: 'Yes' }],
    })
  })

  it('reads a refusal as letters', async () => {
    await start()
    endpoints[addUrl] = () => Response.json(
      { code: 'x', message: 'You cannot add &quot;Belt&quot; to the cart' }, { status: 400 },
    )
    await expect(given.host.add([{ item_id: '38' }])).rejects.toThrow('You cannot add "Belt" to the cart')
  })

  it('lets the theme\'s own small basket draw itself again, whichever it has', async () => {
    const { heard } = fakeJquery()
    const blocks = vi.fn()
    document.body.addEventListener('wc-blocks_added_to_cart', blocks)
    await start()
    await given.host.add([{ item_id: '38' }])
    expect(heard).toContain('wc_fragment_refresh')
    expect(blocks).toHaveBeenCalledOnce()
    endpoints[addUrl] = 500
    await expect(given.host.add([{ item_id: '38' }])).rejects.toThrow()
    expect(blocks).toHaveBeenCalledOnce()
    document.body.removeEventListener('wc-blocks_added_to_cart', blocks)
  })
})

describe('the pages of WooCommerce', () => {
  it('tell the product that they are about', async () => {
    document.body.className = 'product-template-default single single-product postid-38 theme-storefront woocommerce woocommerce-page'
    await start()
    expect(said('view_item')).toEqual([{ items: [{ item_id: '38' }] }])
  })

  it('tell none where a post is no product', async () => {
    document.body.className = 'single single-post postid-38'
    await start()
    expect(said('view_item')).toEqual([])
  })

  it('tell a checkout with something in it once, and take no confirmation for one', async () => {
    document.body.className = 'page woocommerce-checkout woocommerce-page'
    endpoints[cartUrl] = cart([line])
    await start()
    endpoints[cartUrl] = cart([{ ...line, quantity: 7 }])
    document.body.dispatchEvent(new Event('wc-blocks_added_to_cart'))
    await settle()
    expect(said('cart')).toHaveLength(2)
    expect(said('begin_checkout')).toMatchObject([{ currency: 'USD', items: [{ item_id: 38 }] }])
    given.stop()
    given.host = createFakeHost(window)
    document.body.className += ' woocommerce-order-received'
    await start()
    expect(said('begin_checkout')).toEqual([])
  })

  it('survive what another plugin triggers by the same name', async () => {
    const { trigger } = fakeJquery()
    await start()
    for (const detail of [undefined, null, 7, {}, { attributes: 'x' }, { get variation_id(): never { throw new Error('its own') } }]) {
      trigger('found_variation', undefined, detail)
    }
    expect(given.host.problems).toContain('variation-unreadable')
    expect(said('cart')).toHaveLength(1)
  })
})
