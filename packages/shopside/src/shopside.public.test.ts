// @vitest-environment page
import { createShopside, ShopsideError } from 'shopside'
import { shopify } from 'shopside/connectors/shopify'
import { woocommerce } from 'shopside/connectors/woocommerce'
import { describe, expect, it } from 'vitest'

describe('shopside', () => {
  it('starts on a page with nothing but itself', async () => {
    window.IntersectionObserver ??= class { observe() {} unobserve() {} disconnect() {} } as never
    const shop = createShopside({ now: () => 0 })
    expect(await shop.track('view_item', { items: [{ item_id: '22423' }] })).toMatchObject({ level: 'memory' })
    expect(await shop.recommend({ strategy: 'recently-viewed' })).toEqual([])
    shop.dispose()
  })

  it('throws at its caller alone, and only for an option that cannot work', () => {
    expect(() => createShopside({ model: 'no-slash' })).toThrow(ShopsideError)
  })

  it('brings the platform sources under its own name, so that a shop installs one package', async () => {
    const shop = createShopside()
    for (const connector of [shopify(), woocommerce()]) shop.use(connector)()
    expect(shop.status().connectors).toEqual([])
    shop.dispose()
  })
})
