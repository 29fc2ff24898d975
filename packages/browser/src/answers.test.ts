// @vitest-environment page
import { afterEach, describe, expect, it } from 'vitest'
import type { Started } from './createShop.ts'
import { inOneFile, inShards, rowOfItems, type ModelFiles } from './model/testing/modelFiles.ts'
import type { ShopsideOptions } from './options.ts'
import { nine, tab } from './testing/shopTab.ts'

const parts = rowOfItems(40, nine)
const inOne = inOneFile(parts)
const sharded = inShards(parts, 8)
let started: Started[] = []
afterEach(() => { started = [] })

/** A page of the shop whose model is these files; what it asked for stands in `asked`. */
function page(files: ModelFiles, options: ShopsideOptions = {}) {
  const asked: string[] = []
  const fetch = async (url: string) => {
    const name = url.replace(/.*\//, '')
    asked.push(name)
    const file = files.get(name)
    return file === undefined ? new Response('', { status: 404 }) : new Response(file)
  }
  const one = tab(
    { model: '/shopside/model/', capture: false, currency: 'GBP', onWarning: () => {}, ...options },
    { fetch, caches: () => undefined },
  )
  started.push(one)
  return { asked, shop: one.shop, client: one.client }
}
const look = { currency: 'GBP', items: [{ item_id: 'i9' }] }
const ids = (cards: { item: { itemId: string } }[]): string[] => cards.map(({ item }) => item.itemId)

describe('recommend', () => {
  it('drops what the shop calls sold out, fills its place, and shows the price of now', async () => {
    const told: string[][] = []
    const { shop } = page(inOne, {
      async live(itemIds) {
        told.push(itemIds)
        return { i10: { available: false }, i11: { price: 3.5 }, i12: { price: 9, currency: 'EUR' } }
      },
    })
    const cards = await shop.recommend({ strategy: 'similar', itemId: 'i9', limit: 3 })
    expect(ids(cards)).toEqual(['i11', 'i12', 'i13'])
    expect(told).toEqual([['i10', 'i11', 'i12'], ['i13']])
    expect(cards.map(({ item: { price, priceAt } }) => [price, priceAt])).toEqual(
      [[3.5, nine], [undefined, undefined], [14, Math.floor(nine / 864e5) * 864e5]],
    )
  })

  it('never holds what the shop was not asked about, however many turn out sold out', async () => {
    const told: string[] = []
    const { shop } = page(inOne, {
      async live(itemIds) {
        told.push(...itemIds)
        return Object.fromEntries(itemIds.map(itemId => [itemId, { available: false }]))
      },
    })
    expect(await shop.recommend({ strategy: 'similar', itemId: 'i9', limit: 4 })).toEqual([])
    expect(told).toHaveLength(16)
  })

  it('is the list without live facts when the shop fails', async () => {
    const { shop } = page(inOne, { live: async () => { throw new Error('down') } })
    expect(ids(await shop.recommend({ strategy: 'similar', itemId: 'i9', limit: 3 }))).toEqual(['i10', 'i11', 'i12'])
  })

  it('keeps the rules of its placement, and those of the request before them', async () => {
    const { shop } = page(inOne, { rules: { home: { exclude: { items: ['i10'] }, pin: [{ itemId: 'i30', place: 1 }] } } })
    const asked = { strategy: 'similar', itemId: 'i9', limit: 3 } as const
    expect(ids(await shop.recommend(asked))).toEqual(['i10', 'i11', 'i12'])
    expect(ids(await shop.recommend({ ...asked, placement: 'home' }))).toEqual(['i11', 'i30', 'i12'])
    expect(ids(await shop.recommend({ ...asked, placement: 'home', rules: { pin: [] } }))).toEqual(['i11', 'i12', 'i13'])
    expect(ids(await shop.recommend({ ...asked, placement: 'toString' }))).toEqual(['i10', 'i11', 'i12'])
  })

  it('reads rules that are none as if they had not been given', async () => {
    const rules = { home: { pin: [null, 5, {}, { itemId: 7, place: 0 }, { itemId: 'i30', place: 0 }] } } as unknown as NonNullable<ShopsideOptions['rules']>
    const { shop } = page(inOne, { rules })
    const asked = { strategy: 'similar', itemId: 'i9', limit: 2 } as const
    expect(ids(await shop.recommend({ ...asked, placement: 'home' }))).toEqual(['i30', 'i10'])
    expect(ids(await shop.recommend({ ...asked, rules: { pin: 'i30' } as never }))).toEqual(['i10', 'i11'])
  })

  it('takes a request that is none for one of nothing, and lists that are none for none', async () => {
    const { shop } = page(inOne)
    for (const none of [undefined, null, 'similar', 5]) expect(await shop.recommend(none as never)).toEqual([])
    const asked = { strategy: 'similar', itemId: 'i9', limit: 2 } as const
    expect(ids(await shop.recommend({ ...asked, exclude: 5, itemIds: 'i3' } as never))).toEqual(['i10', 'i11'])
    expect(ids(await shop.recommend({ ...asked, exclude: new Set(['i10']) }))).not.toContain('i10')
  })

  it('spreads a row as far as the rules of its placement ask', async () => {
    const { shop } = page(inOne, { rules: { home: { diversity: 1 } } })
    const asked = { strategy: 'similar', itemId: 'i9', limit: 3 } as const
    const spread = ids(await shop.recommend({ ...asked, placement: 'home' }))
    expect(spread).toHaveLength(3)
    expect(spread).not.toEqual(ids(await shop.recommend(asked)))
    expect(
      ids(await shop.recommend({ ...asked, placement: 'home', rules: { diversity: 0 } })),
    ).toEqual(ids(await shop.recommend(asked)))
  })

  it('gives one reason for an item that lies in the basket in two lines', async () => {
    const { shop } = page(inOne)
    await shop.cart.set([{ item_id: 'i9', quantity: 1 }, { item_id: 'i20' }, { item_id: 'i9', quantity: 2 }])
    expect(shop.cart.lines.value?.map(({ item_id, quantity }) => [item_id, quantity])).toEqual([['i9', 3], ['i20', 1]])
    const [card] = await shop.recommend({ strategy: 'similar' })
    expect(card!.reasons.filter(({ kind }) => kind === 'similar-to')).toHaveLength(1)
  })

  it('knows the strategies that come in a file of their own', async () => {
    const { shop } = page(inOne)
    expect(ids(await shop.recommend({ strategy: 'hand-picked', itemIds: ['i30', 'i20', 'i25'] }))).toEqual(['i30', 'i20', 'i25'])
  })

  it('has of a model in shards those of the page\'s item, of the item asked for, and of what the shop names', async () => {
    const { shop, asked } = page(sharded)
    await shop.track('view_item', look)
    expect(ids(await shop.recommend({ strategy: 'similar', limit: 2 }))).toEqual(['i10', 'i11'])
    expect(asked.filter(name => name.startsWith('shard'))).toHaveLength(1)
    expect(ids(await shop.recommend({ strategy: 'similar', itemId: 'i33', limit: 2 }))).toEqual(['i34', 'i35'])
    expect(ids(await shop.recommend({ strategy: 'hand-picked', itemIds: ['i20', 'i22', 'i39'] }))).toEqual(['i20', 'i22', 'i39'])
    expect(shop.status().model).toMatchObject({ state: 'ready', items: 40, ageDays: 0, shards: { of: 5 } })
    expect(shop.status().match).toEqual({ known: 1, seen: 1, unknown: [] })
  })
})

describe('rerank', () => {
  it('never rejects, whatever it is given', async () => {
    const { shop } = page(inOne)
    for (const none of [undefined, null, 'i1', 5]) expect(await shop.rerank(none as never)).toEqual([])
    expect(await shop.rerank(['i1', null, 'i2'] as never, null as never)).toEqual(['i1', null, 'i2'])
  })

  it('gives every id once, in an order of this shopper\'s, and the shop\'s own without a past or a model', async () => {
    const list = Array.from({ length: 12 }, (_, place) => `i${20 - place}`)
    const known = page(inOne, { consent: 'granted' })
    expect(await known.shop.rerank(list)).toEqual(list)
    for (let times = 0; times < 3; times++) await known.shop.track('view_item', look)
    const ordered = await known.shop.rerank(list)
    expect(ordered).not.toEqual(list)
    expect([...ordered].sort()).toEqual([...list].sort())
    expect(await known.shop.rerank(list, { maxMove: 0 })).toEqual(list)
    expect(await page(new Map()).shop.rerank(['b', 'a', 'b'])).toEqual(['b', 'a', 'b'])
  })
})

describe('a model that is old', () => {
  it('says its age, and from four weeks on that it is stale', async () => {
    for (const [days, stale] of [[27, undefined], [29, true]] as const) {
      const { shop } = page(inOne, { now: () => nine + days * 86_400_000 })
      await shop.ready
      expect(shop.status().model).toMatchObject({ state: 'ready', ageDays: days })
      expect(shop.status().model.stale).toBe(stale)
    }
  })
})

describe('without a model', () => {
  it('lists what was looked at, by what pages said', async () => {
    const { shop } = page(new Map(), { consent: 'granted' })
    for (const item_id of ['i9', 'i10', 'i11', 'i12']) {
      await shop.track('view_item', { currency: 'GBP', items: [{ item_id, item_name: item_id }] })
    }
    expect(ids(await shop.recommend({ strategy: 'recently-viewed' }))).toEqual(['i11', 'i10', 'i9'])
    expect(shop.status().model).toEqual({ state: 'failed', reason: 'manifest-404' })
  })
})
