// The promises that every strategy makes, core or not.
import { describe, expect, it } from 'vitest'
import { emptyRelation } from '../model/emptyRelation.ts'
import { coreStrategies } from './coreStrategies.ts'
import { isMet } from './isMet.ts'
import { moreStrategies } from './moreStrategies.ts'
import { createContext, type RankContext } from './rankContext.ts'
import { recommend } from './recommend.ts'
import type { RecommendInput } from './recommendInput.ts'
import type { Recommendation, RecommendRequest, StrategyName } from './recommendation.ts'
import type { Need } from './strategy.ts'
import { wholeShopInput, wholeShopModel, wholeShopProfile, wholeShopRequest } from './testing/wholeShop.ts'

const all = [...coreStrategies, ...moreStrategies]
const names = all.map(strategy => strategy.name)
const idsOf = (list: Recommendation[]): string[] => list.map(card => card.item.itemId)

/** How a situation comes to lack each need, and little else. */
const without: Record<Need, (input: RecommendInput, request: RecommendRequest) => [RecommendInput, RecommendRequest]> = {
  model: ({ model: _, ...input }, request) => [input, request],
  orders: (input, request) => {
    const empty = emptyRelation(input.model!.size)
    const learnt = { popularKnown: 0, boughtWith: empty, boughtAfter: empty, seasonLift: () => 1 }
    return [{ ...input, model: { ...input.model!, ...learnt } }, request]
  },
  visits: (input, request) => {
    const empty = emptyRelation(input.model!.size)
    return [{ ...input, model: { ...input.model!, viewed: empty, boughtAfterView: empty } }, request]
  },
  trends: (input, request) => [{ ...input, model: { ...input.model!, trending: new Uint32Array() } }, request],
  item: (input, request) => [{ ...input, page: {} }, request],
  subject: (input, request) => [{ ...noBasket(input), page: {} }, request],
  basket: (input, request) => [noBasket(input), request],
  'item-ids': (input, { itemIds: _, ...request }) => [input, request],
  'free-shipping-from': (input, { freeShippingFrom: _, ...request }) => [input, request],
  past: ({ profile, ...input }, request) => [{ ...input, cart: profile!.cart }, request],
  'own-views': (input, request) => [{ ...input, profile: { ...input.profile!, viewed: [] } }, request],
  'own-orders': (input, request) => {
    const items = Object.fromEntries(Object.entries(input.profile!.items).filter(([, memory]) => memory.orders === 0))
    return [{ ...input, profile: { ...input.profile!, orders: [], items } }, request]
  },
}
/** What comes with a need whether it is named or not. */
const implied: Partial<Record<Need, Need>> = {
  orders: 'model', visits: 'model', trends: 'model', item: 'subject', basket: 'subject', 'own-views': 'past',
  'own-orders': 'past',
}
function noBasket(input: RecommendInput): RecommendInput {
  return { ...input, profile: { ...input.profile!, cart: { ...input.profile!.cart, lines: [] } } }
}
/** Read alone: made once. */
const here = wholeShopInput()
const contextOf: (input: RecommendInput, request: RecommendRequest) => RankContext = createContext

describe.each(all)('$name', strategy => {
  const { name, needs, fallback } = strategy
  const request = wholeShopRequest(name)
  const own = (input = here, wanted = request): Recommendation[] => strategy.cards(contextOf(input, wanted))
  const given = (input: RecommendInput, wanted = request): Recommendation[] => recommend(input, wanted, moreStrategies)

  it('has at least three cards of its own where there is enough to say, and names itself and a reason on each', () => {
    const list = given(here)
    expect(list.filter(card => card.strategy === name).length).toBeGreaterThanOrEqual(3)
    // For-you alone may fill what is left, with popular ones that say so.
    expect([name, ...name === 'for-you' ? ['popular'] : []]).toEqual(expect.arrayContaining(list.map(card => card.strategy)))
    for (const card of list) {
      expect(card.score).toBeGreaterThan(0)
      expect(card.reason).toBe(card.reasons[0])
      expect(card.reasons.length).toBeLessThanOrEqual(3)
    }
  })

  it.each(needs)('has no card without what it says it needs: %s', need => {
    const [input, wanted] = without[need](here, request)
    expect(isMet(need, contextOf(input, wanted))).toBe(false)
    // Asked in spite of it: the declaration hides nothing.
    expect(own(input, wanted)).toEqual([])
    const list = given(input, wanted)
    expect(list.every(card => card.strategy !== name)).toBe(true)
    // One step of the chain made the whole list, and says so; its first step that can.
    const from = list[0]?.strategy
    if (from !== undefined) expect(fallback).toContain(from)
    const able = fallback.find(other => all.find(each => each.name === other)!.cards(contextOf(input, wanted)).length >= 3)
    expect(from).toBe(able)
  })

  const said = new Set([...needs, ...needs.map(need => implied[need])])
  it.each((Object.keys(without) as Need[]).filter(need => !said.has(need)))('does without what it does not name: %s', need => {
    expect(own(...without[need](here, request)).length).toBeGreaterThan(0)
  })

  it('falls back to known strategies alone, each once and never to itself', () => {
    expect(names).toEqual(expect.arrayContaining([...fallback]))
    expect(new Set([name, ...fallback]).size).toBe(fallback.length + 1)
  })

  it('gives the same list for the same facts, whatever was asked in between', () => {
    const input = here
    const list = given(input)
    for (const other of names) given(input, wholeShopRequest(other))
    expect(given(input)).toEqual(list)
    expect(given({ ...input, model: wholeShopModel(), profile: structuredClone(wholeShopProfile()) })).toEqual(list)
  })

  it('shows no product twice, and neither the page\'s item nor the basket\'s', () => {
    const ids = idsOf(given(here))
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).not.toContain('mug')
    expect(ids).not.toContain('jar')
  })

  it('shows nothing that was said to be not for this shopper, left out, or sold out since, and closes up', () => {
    const input = here
    for (const gone of idsOf(given(input)).slice(0, 3)) {
      const blocked = [
        given({ ...input, notForMe: new Set([gone]) }), given(input, { ...request, exclude: [gone] }),
        given({ ...input, live: new Map([[gone, { available: false }]]) }),
      ]
      for (const list of blocked) expect(idsOf(list)).not.toContain(gone)
    }
  })

  it('keeps a short list short: two of two, and never another one\'s cards among its own', () => {
    expect(given(here, { ...request, limit: 2 })).toHaveLength(2)
    expect(given(here, { ...request, limit: 0 })).toEqual([])
    // All but two left out: no third one comes from anywhere.
    const kept = idsOf(own()).slice(0, 2)
    const others = Array.from({ length: here.model!.size }, (_, index) => here.model!.itemId(index)).filter(
      id => !kept.includes(id),
    )
    const list = given(here, { ...request, exclude: others })
    expect(list.length).toBeLessThanOrEqual(2)
    expect(kept).toEqual(expect.arrayContaining(idsOf(list)))
  })
})

it('there is a strategy for every name but those that are still to come', () => {
  const wanted: Record<StrategyName, true> = {
    'for-you': true, next: true, similar: true, 'also-viewed': true, 'bought-together': true, 'also-bought': true,
    'complete-the-basket': true,
    'after-purchase': true, 'buy-again': true, 'recently-viewed': true, continue: true, popular: true, trending: true, new: true,
    'price-drop': true, 'back-in-stock': true, upsell: true, 'free-shipping-gap': true, seasonal: true, 'hand-picked': true,
  }
  expect([...names, ...names.includes('next') ? [] : ['next']].sort()).toEqual(Object.keys(wanted).sort())
})
