// The strategies by package name, on the built files: handed to the ranker where a page asks for one of them, a shop's own beside
// them.
import {
  coreStrategies, decodeModel, defaultParams, emptyProfile, encodeModel, foldEvents, recommend,
  type EpochMs, type ModelParts, type Need, type RecommendInput, type Strategy, type StrategyName,
} from '@shopside/engine'
import { moreStrategies } from '@shopside/engine/strategies'
import { describe, expect, it } from 'vitest'

const now: EpochMs = Date.UTC(2011, 11, 10, 9)
const dayMs = 86_400_000
const ids = ['cakestand', 'jam', 'tin', 'mug']
const none = ids.map(() => [])
const parts: ModelParts = {
  asOf: now, currency: 'GBP', params: defaultParams, boughtWith: none, similar: none, popular: [3, 2, 1, 0], popularKnown: 0,
  newest: [],
  items: ids.map(itemId => ({ itemId, groupId: itemId, title: `A ${itemId}`, available: true, price: 8, priceAt: now })),
  reorder: ids.map(() => undefined),
}

describe('@shopside/engine/strategies', () => {
  const input: RecommendInput = {
    now: now + dayMs, model: decodeModel(encodeModel(parts)), page: {},
    profile: foldEvents(emptyProfile(), [{
      id: '1-t-0-0', at: now - dayMs, name: 'view_item', params: { items: [{ item_id: 'tin', price: 10 }], currency: 'GBP' },
    }]),
  }

  it('answers for every name, each with what it needs and what is asked instead', () => {
    const names: StrategyName[] = [...coreStrategies, ...moreStrategies].map(strategy => strategy.name)
    expect(new Set(names).size).toBe(20)
    const needs: readonly Need[] = moreStrategies.find(strategy => strategy.name === 'price-drop')!.needs
    expect(needs).toEqual(['model', 'own-views'])
  })

  it('shows what has become cheaper since it was looked at, only where the strategies are handed over', () => {
    expect(recommend(input, { strategy: 'price-drop' })).toEqual([])
    const [card] = recommend(input, { strategy: 'price-drop' }, moreStrategies)
    expect(card!.item.itemId).toBe('tin')
    expect(card!.reason).toEqual({ kind: 'price-drop', price: 8, before: 10, currency: 'GBP', lastAt: now - dayMs })
  })

  it('takes a strategy of the shop\'s own', () => {
    const window: Strategy = { name: 'hand-picked', needs: [], fallback: ['popular'], cards: () => [] }
    expect(recommend(input, { strategy: 'hand-picked' }, [window])).toEqual([])
  })
})
