import { describe, expect, it } from 'vitest'
import type { ModelParams } from '../model/model.ts'
import { emptyProfile } from '../profile/emptyProfile.ts'
import { foldEvents } from '../profile/foldEvents.ts'
import type { Profile } from '../profile/profile.ts'
import { day, happening, morning, things } from '../profile/testing/happening.ts'
import { recommend } from './recommend.ts'
import type { Recommendation } from './recommendation.ts'
import { tinyModel } from './testing/tinyModel.ts'
import type { TinyItem } from './testing/tinyModel.ts'

const again = { gapDays: 30, againShare: 0.5 }
const food = Array.from({ length: 8 }, (_, i) => `f${i}`)
const items: TinyItem[] = [
  ...food.map(
    id => ({ id, reorder: again, bought: [['new', 0.5]] as [string, number][] }),
  ), { id: 'once' }, { id: 'new' }, { id: 'p' },
]
const modelWith = (params: Partial<ModelParams> = {}, popular = ['f7', 'p']) => tinyModel(items, { popular, params })
const ordered = (...orders: string[][]): Profile => foldEvents(emptyProfile(), orders.map((ids, i) =>
  happening(morning + i * day, 'purchase', { transaction_id: `${i}`, items: things(...ids) })))
const list = (strategy: 'for-you' | 'buy-again', profile: Profile, model = modelWith(), limit = 4): Recommendation[] =>
  recommend({ now: morning + 20 * day, model, profile, page: {} }, { strategy, limit })
const idsOf = (cards: Recommendation[]): string[] => cards.map(card => card.item.itemId)

describe('a list for who ordered before', () => {
  const profile = ordered(food.slice(0, 6), ['f5', 'f7', 'once'])

  it('counts how often and how lately, and among equals what is popular', () => {
    expect(idsOf(list('buy-again', profile, modelWith({ habitPopular: 1 }, ['f7', 'f3']))).slice(0, 3)).toEqual(
      ['f5', 'f7', 'f3'],
    )
    // Told that popularity means nothing, only the count is left.
    const counted = list('buy-again', profile, modelWith({ habitPopular: 0, orderDecay: 0.5 }))
    expect(counted.map(card => Math.round(card.score * 10) / 10)).toEqual([1.5, 1, 0.5, 0.5])
  })

  it('holds in buy-again nothing that was not bought before, nor what people buy once', () => {
    expect(idsOf(list('buy-again', profile, modelWith(), 20)).sort()).toEqual(['f0', 'f1', 'f2', 'f3', 'f4', 'f5', 'f7'])
  })

  it('fills for-you with habits where orders are all that speaks, and half of it where something else does', () => {
    const habitual = (cards: Recommendation[]): number => cards.filter(card => card.reason.kind === 'buy-again').length
    const model = modelWith({ habitNeighbours: 0 })
    expect(habitual(list('for-you', profile, model))).toBe(4)
    const looking = foldEvents(profile, [happening(morning + 19 * day, 'view_item', { items: things('p') })])
    expect(habitual(list('for-you', looking, model))).toBe(2)
  })

  it('lets a habit rest for an eighth of its gap, and no longer', () => {
    const at = (days: number): Recommendation[] => recommend(
      { now: morning + days * day, model: modelWith(), profile: ordered(['f0', 'f1', 'f2']), page: {} },
      { strategy: 'buy-again', limit: 4 },
    )
    expect(at(3.5)).toEqual([])
    expect(idsOf(at(4)).sort()).toEqual(['f0', 'f1', 'f2'])
  })

  it('fills for-you with one kind where somebody buys one kind, and with three in eight where they look around', () => {
    const shop = tinyModel([...food.map(id => ({ id, reorder: again, kind: 'tin' })), { id: 'p' }], { params: { habitNeighbours: 0 } })
    const loyal = ordered(food)
    expect(list('for-you', loyal, shop, 8)).toHaveLength(8)
    const looking = foldEvents(loyal, [happening(morning + 19 * day, 'view_item', { items: things('p') })])
    expect(list('for-you', looking, shop, 8).filter(card => card.strategy === 'for-you')).toHaveLength(3)
  })

  it('adds what is bought together with habits, as loud as the shop was tuned to', () => {
    const quiet = idsOf(list('for-you', profile, modelWith({ habitNeighbours: 0.1 }), 8))
    const loud = list('for-you', profile, modelWith({ habitNeighbours: 3 }), 8)
    expect(idsOf(loud)[0]).toBe('new')
    expect(loud[0]!.reason.kind).toBe('ordered-item')
    expect(quiet.indexOf('new')).toBeGreaterThan(0)
  })
})

describe('a basket', () => {
  it('speaks by its newest line first', () => {
    const model = (basketDecay: number) => tinyModel([
      { id: 'a', bought: [['x', 0.5]] }, { id: 'b', bought: [['y', 0.4]] }, { id: 'x' }, { id: 'y' }, { id: 'z' },
    ], { params: { basketDecay } })
    const cart = {
      lines: ['a', 'b'].map((item_id, i) => ({ item_id, quantity: 1, addedAt: i })), changedAt: 1, source: 'snapshot' as const,
    }
    const ask = (decay: number): string[] =>
      idsOf(recommend({ now: 1, model: model(decay), cart, page: {} }, { strategy: 'bought-together', limit: 2 }))
    expect(ask(0)).toEqual(['x', 'y'])
    expect(ask(1)).toEqual(['y', 'x'])
  })
})
