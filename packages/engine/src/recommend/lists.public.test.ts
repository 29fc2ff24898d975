// What a page asks beside a list: somebody else's list in this shopper's order, the shop's own rules, and which items a list is
// about.
import {
  decodeModel, defaultParams, emptyProfile, encodeModel, foldEvents, keepRules, recommend, rerank, seedItems,
  type ItemFilter, type KeepRules, type LiveFact, type LiveFacts, type ModelParts, type PlacementRules, type RecommendInput,
  type RerankOptions, type ShopEvent,
} from '@shopside/engine'
import { describe, expect, it } from 'vitest'

const now = Date.UTC(2011, 11, 10)
const ids = Array.from({ length: 6 }, (_, place) => `i${place}`)
const parts: ModelParts = {
  asOf: now, currency: 'GBP', popular: ids.map((_, place) => place), popularKnown: 6, newest: [],
  reorder: ids.map(() => undefined),
  params: {
    ...defaultParams, orderDecay: 0.9, gapDays: [34, 90, 196, 279],
    newWithinDays: 45,
  },
  items: ids.map(itemId => ({ itemId, groupId: itemId, title: itemId, available: true, price: 2, priceAt: now })),
  boughtWith: ids.map(() => []), similar: [[{ index: 4, weight: 1 }, { index: 5, weight: 0.5 }], ...ids.slice(1).map(() => [])],
}
const look = { id: '1', at: now, name: 'view_item', params: { items: [{ item_id: 'i0' }] } } as ShopEvent
const live: LiveFacts = new Map<string, LiveFact>([['i1', { available: false }]])
const input: RecommendInput = {
  now, page: {}, model: decodeModel(encodeModel(parts)), profile: foldEvents(emptyProfile(), [look]), live,
}

describe('@shopside/engine, beside a list', () => {
  it('orders somebody else\'s list by what a shopper looked at', () => {
    const how: RerankOptions = { maxMove: 4 }
    expect(seedItems(input)).toEqual(['i0'])
    expect(rerank(input, ['i1', 'i2', 'i3', 'i4'], how).indexOf('i4')).toBeLessThan(3)
  })

  it('keeps the shop\'s rules, and leaves out what the shop calls sold out now', () => {
    const exclude: ItemFilter = { items: ['i2'] }
    const rules: PlacementRules = { exclude }
    const keeper: KeepRules = keepRules
    const cards = recommend(input, { strategy: 'popular', rules }, [], keeper)
    expect(cards.map(card => card.item.itemId)).toEqual(['i0', 'i3', 'i4', 'i5'])
  })
})
