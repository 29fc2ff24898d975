// @vitest-environment page
import type { EventName, ShopEventMap } from '@shopside/engine'
import { describe, expect, it } from 'vitest'
import type { Shopside } from './client.ts'
import { createShop } from './createShop.ts'

/** Type-checked with the tests: each wrong parameter of an event of ours has to be an error where it is written. */
async function wrongCalls({ track }: Shopside): Promise<unknown[]> {
  return (await Promise.all([
    // @ts-expect-error a misspelt parameter
    track('view_item', { currency: 'GBP', item: [{ item_id: '1' }] }),
    // @ts-expect-error no transaction_id
    track('purchase', { items: [{ item_id: '1' }] }),
    // @ts-expect-error no parameters at all
    track('add_to_cart'),
    // @ts-expect-error a number is no search term
    track('search', { search_term: { text: 'tea' } }),
  ])).map(({ level, reason }) => reason ?? level)
}

/** As a shop wraps it. */
function wrap<Name extends EventName>(
  { track }: Shopside, name: Name, params: ShopEventMap[Name],
): ReturnType<Shopside['track']> {
  return track(name, params)
}

describe('track', () => {
  it('is checked by the compiler for our own events, and drops at run time what the compiler refuses', async () => {
    const { shop } = createShop({ capture: false })
    expect(await wrongCalls(shop)).toEqual(['missing-items', 'missing-transaction_id', 'missing-items', 'missing-search_term'])
    const anyName: string = 'Newsletter Joined'
    const kept = [
      shop.track(anyName, { place: 'footer' }), shop.track('newsletter'), wrap(shop, 'search', { search_term: 'tea' }),
    ]
    expect((await Promise.all(kept)).map(({ level }) => level)).toEqual(['memory', 'memory', 'memory'])
    shop.dispose()
  })
})
