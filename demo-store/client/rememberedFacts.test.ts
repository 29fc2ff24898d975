import type { Profile } from 'shopside'
import { describe, expect, it } from 'vitest'
import { openingAt } from '../shop/clock.ts'
import { rememberedFacts } from './rememberedFacts.ts'

const nothing: Profile = {
  visits: 0, items: {}, viewed: [], cart: { lines: [], changedAt: 0, source: 'events' }, orders: [], orderIds: {},
  purchaseDays: 0,
  orderedUnits: 0, notForMe: {}, promotions: {}, searches: [],
}
const memory = (id: string, views: number): Profile['items'][string] =>
  ({ item: { item_id: id, item_name: `Mug ${id}` }, views, adds: 0, orders: 0, orderedAt: [] })

describe('what is remembered, in words', () => {
  it('is nothing where nothing is', () => {
    expect(rememberedFacts(nothing)).toEqual([])
  })

  it('counts looks and things apart, most looked at first, and names no more than five', () => {
    const items = Object.fromEntries([1, 2, 3, 4, 5, 6].map(views => [String(views), memory(String(views), views)]))
    expect(rememberedFacts({ ...nothing, items })).toEqual([
      '21 looks at 6 things: Mug 6 (6), Mug 5 (5), Mug 4 (4), Mug 3 (3), Mug 2 (2) and others.',
    ])
  })

  it('leaves out what was never looked at, only bought', () => {
    expect(
      rememberedFacts({ ...nothing, items: { 1: memory('1', 0), 2: memory('2', 1) } }),
    ).toEqual(['1 look at 1 thing: Mug 2 (1).'])
  })

  it('says visits, orders, searches and refusals with their true numbers', () => {
    expect(rememberedFacts({
      ...nothing,
      visits: 2, firstAt: openingAt,
      orders: [{ id: 'a', at: openingAt, items: [] }], orderedUnits: 72, purchaseDays: 1,
      searches: [{ term: 'tea', at: 1 }, { term: 'tea', at: 2 }, { term: 'tins', at: 3 }],
      items: { 1: memory('1', 0) }, notForMe: { 1: openingAt },
    })).toEqual([
      '2 visits, the first on Saturday 10 December, 09:00.',
      '1 order: 72 pieces on 1 day.',
      'Searches: tea, tins.',
      '“Not for me”: Mug 1.',
    ])
  })
})
