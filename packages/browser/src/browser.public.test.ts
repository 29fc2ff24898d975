// @vitest-environment page
import { createShop, loadTwice, ShopsideError, type Client } from '@shopside/browser'
import { describe, expect, it } from 'vitest'

describe('@shopside/browser', () => {
  it('gives a page its client, which knows nothing at first', async () => {
    const { shop, client: loadClient } = createShop({ now: () => 0 })
    const client: Client = await loadClient()
    expect(client.shop).toBe(shop)
    expect(client.shop.consent.state.value.personalize).toBe('unknown')
    await client.shop.ready
    expect(client.shop.profile.value).toBeUndefined()
    client.shop.dispose()
  })

  it('asks twice for a lazy file', async () => {
    let asked = 0
    expect(await loadTwice(() => (++asked < 2 ? Promise.reject(new Error('gone')) : Promise.resolve(asked)))).toBe(2)
  })

  it('says what is wrong with an option by a code', () => {
    expect(() => createShop({ currency: '£' })).toThrow(ShopsideError)
  })
})
