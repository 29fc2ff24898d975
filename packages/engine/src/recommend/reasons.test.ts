// The promise of a card's reason, through the whole way of a list: what is named is what the card stands on.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Model } from '../model/model.ts'
import { emptyProfile } from '../profile/emptyProfile.ts'
import { foldEvents } from '../profile/foldEvents.ts'
import type { Profile } from '../profile/profile.ts'
import { happening, hour, morning, things } from '../profile/testing/happening.ts'
import { moreStrategies } from './moreStrategies.ts'
import { recommend } from './recommend.ts'
import type { Recommendation, StrategyName } from './recommendation.ts'
import { keepRules } from './rules/keepRules.ts'
import { tinyModel } from './testing/tinyModel.ts'

const own = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
const others = Array.from({ length: 6 }, (_, index) => `x${index}`)
const ids = [...own, ...others]
const anyRow = fc.uniqueArray(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(1, 0.7, 0.4, 0.1)), { selector: ([id]) => id, maxLength: 6 })
const anyRows = fc.array(anyRow, { minLength: ids.length, maxLength: ids.length })
const anyModel = fc.tuple(anyRows, anyRows, anyRows).map(([bought, viewed, similar]) => {
  const rowOf = (rows: [string, number][][], at: number): [string, number][] =>
    rows[at]!.filter(([id]) => id !== ids[at]).sort((a, b) => b[1] - a[1])
  return tinyModel(ids.map((id, at) => ({ id, bought: rowOf(bought, at), viewed: rowOf(viewed, at), similar: rowOf(similar, at) })), { popular: others })
})
const anyHistory = fc.array(fc.tuple(
  fc.constantFrom('view_item', 'view_item', 'view_item', 'add_to_cart', 'more_like_this', 'purchase'), fc.constantFrom(...own),
), { minLength: 2, maxLength: 8 }).map(steps => steps.map(([name, id], place): Step => [name, id, morning + place * 60_000]))

// What is left of an order without an item is an order still.
type Step = [name: string, id: string, at: number]
const profileOf = (history: Step[]): Profile => foldEvents(emptyProfile(), history.map(([name, id, at]) => (name === 'purchase'
  ? happening(at, name, { items: things(id, 'elsewhere'), transaction_id: `${at}` })
  : happening(at, name as 'view_item', { items: things(id) }))))
const now = morning + hour / 4

function cardsOf(model: Model, profile: Profile, strategy: StrategyName): Map<string, Recommendation> {
  // What a card loses beside another that looks like it says nothing of who speaks for it.
  const request = { strategy, limit: 48, exclude: own, rules: { diversity: 0 } }
  const list = recommend({ model, profile, now, page: {} }, request, moreStrategies, keepRules)
  return new Map(list.filter(card => card.strategy === strategy).map(card => [card.item.itemId, card]))
}
const without = (history: Step[], id: string): Step[] =>
  history.flatMap(([name, other, at]): Step[] => (other !== id ? [[name, other, at]] : name === 'purchase' ? [[name, 'elsewhere', at]] : []))

describe('the reason of a card', () => {
  it.each(['for-you', 'next', 'complete-the-basket'] as const)('%s: names the item of the history without which the card would lose most', strategy => {
    let tried = 0
    fc.assert(fc.property(anyModel, anyHistory, (model, history) => {
      for (const { item, reason } of cardsOf(model, profileOf(history), strategy).values()) {
        if (!('itemId' in reason)) continue
        tried++
        /** Undefined where too few cards are left for a list: then it is another strategy's. */
        const left = (id: string): number | undefined => {
          const list = cardsOf(model, profileOf(without(history, id)), strategy)
          return list.size ? list.get(item.itemId)?.score ?? 0 : undefined
        }
        const named = left(reason.itemId) ?? 0
        for (const id of new Set(history.map(([, id]) => id))) expect(named).toBeLessThanOrEqual((left(id) ?? Infinity) * (1 + 1e-6))
      }
    }), { numRuns: strategy === 'complete-the-basket' ? 100 : 25 }) // few histories hold a basket
    expect(tried).toBeGreaterThan(20)
  })
})
