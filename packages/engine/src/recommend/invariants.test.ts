// DESIGN 7.1, 7.2 and 7.4 on random models, shoppers, requests and rules: what no list may ever do.
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { rowOf } from '../model/rowOf.ts'
import { recall } from '../profile/recall.ts'
import { day } from '../profile/testing/happening.ts'
import { coreStrategies } from './coreStrategies.ts'
import { moreStrategies } from './moreStrategies.ts'
import { recommend } from './recommend.ts'
import type { Recommendation, RecommendRequest } from './recommendation.ts'
import type { RecommendInput } from './recommendInput.ts'
import { keepRules } from './rules/keepRules.ts'
import { meetsFilter } from './rules/meetsFilter.ts'
import { anyInput, anyRequest } from './testing/anyRanking.ts'

// Random models are made by the hundred: seconds of work on a busy machine, and no time is measured here.
vi.setConfig({ testTimeout: 30_000 })

const names = [...coreStrategies, ...moreStrategies].map(strategy => strategy.name)
const ask = (input: RecommendInput, request: RecommendRequest): Recommendation[] => recommend(input, request, moreStrategies, keepRules)
const anyQuestion = fc.tuple(anyInput, anyRequest(names))

type Check = (list: Recommendation[], input: RecommendInput, request: RecommendRequest) => void
const idsOf = (list: Recommendation[]): string[] => list.map(card => card.item.itemId)
/** The item and all its colour twins. */
const productOf = ({ model }: RecommendInput, id: string): string[] => {
  const index = model?.indexOf(id) ?? -1
  return index < 0 ? [id] : model!.twins(index).map(twin => model!.itemId(twin))
}
const expectNoneOf = (list: Recommendation[], input: RecommendInput, ids: Iterable<string>): void => {
  for (const id of ids) for (const twin of productOf(input, id)) expect(idsOf(list)).not.toContain(twin)
}

const promises: Record<string, Check> = {
  'what is sold out, by the model, its own page or the shop, unless the shop allows it'(list, { profile, model, live }, { allowSoldOut }) {
    if (allowSoldOut) return
    for (const { item } of list) {
      const said = live?.get(item.itemId)?.available
      expect(item.available).toBe(true)
      expect(said).not.toBe(false)
      if (said === undefined) expect(profile && recall(profile, item.itemId)?.item.in_stock).not.toBe(false)
      if (said === undefined && model) expect(model.available(model.indexOf(item.itemId))).toBe(true)
    }
  },
  'the current item or its twins'(list, input, request) {
    expectNoneOf(list, input, [request.itemId, input.page.item?.item_id].filter(id => id !== undefined))
  },
  'what lies in the basket'(list, input) {
    expectNoneOf(list, input, (input.profile?.cart.lines ?? []).map(line => line.item_id))
  },
  'what is not for this shopper, said here or remembered'(list, input) {
    expectNoneOf(list, input, [...input.notForMe!, ...Object.keys(input.profile?.notForMe ?? {})])
  },
  'what was just bought and people buy once'(list, { profile, model, now }) {
    for (const id of idsOf(list)) {
      const memory = recall(profile, id)
      if (!memory?.orders) continue
      const reorder = model?.reorder(model.indexOf(id))
      const again = (reorder?.againShare ?? 0) >= 1 / 8 || memory.orderedAt.at(-1)! - memory.orderedAt[0]! >= day
      expect(again || now - memory.orderedAt.at(-1)! >= 365 * day).toBe(true)
    }
  },
  'what the request leaves out'(list, input, request) {
    expectNoneOf(list, input, request.exclude!)
  },
  'what only another market sells'(list, { model, market, page }) {
    const here = model?.indexOf(page.item?.item_id ?? '') ?? -1
    const own = market ?? (here < 0 ? undefined : model!.product(here).market)
    if (own !== undefined) for (const { item } of list) expect([undefined, own]).toContain(item.market)
  },
  'a product twice, or more cards than asked for'(list, _input, request) {
    expect(new Set(list.map(card => card.item.groupId)).size).toBe(list.length)
    expect(list.length).toBeLessThanOrEqual(request.limit!)
  },
  'a price in another currency than the page, or one older than a week'(list, { currency, now }) {
    for (const { item } of list) {
      if (item.price === undefined) continue
      if (currency !== undefined) expect(item.currency).toBe(currency)
      expect(now - item.priceAt!).toBeLessThanOrEqual(7 * day)
    }
  },
  'two of a kind in a bundle, or one of the kind of the item itself'(list, input, request) {
    if (!request.bundle) return
    const kinds = list.map(card => card.item.kind).filter(kind => kind !== undefined)
    expect(new Set(kinds).size).toBe(kinds.length)
    const index = input.model?.indexOf(request.itemId ?? input.page.item?.item_id ?? '') ?? -1
    if (index >= 0) expect(kinds).not.toContain(input.model!.product(index).kind)
  },
  'what the rules leave out, or fewer cards than they ask for'(list, { live, model }, { rules }) {
    const facts = ({ item }: Recommendation): typeof item => {
      const known = model ? model.product(model.indexOf(item.itemId)) : item
      return { ...known, price: live?.get(item.itemId)?.price ?? known.price! }
    }
    const isAsked = (filter: object | undefined): boolean => Object.keys(filter ?? {}).length > 0
    const products = list.map(facts).map(product => (product.price === undefined ? (({ price: _, ...rest }) => rest)(product) : product))
    if (isAsked(rules?.include)) expect(products.filter(meetsFilter(rules!.include!))).toHaveLength(list.length)
    if (isAsked(rules?.exclude)) expect(products.filter(meetsFilter(rules!.exclude!))).toEqual([])
    expect(list.length === 0 || list.length >= (rules?.minimum ?? 0)).toBe(true)
  },
  'a card without a reason that is so, or out of order'(list, input, request) {
    for (const [place, card] of list.entries()) {
      expect(card.score).toBeGreaterThan(0)
      if (place > 0) expect(card.score).toBeLessThanOrEqual(list[place - 1]!.score * (1 + 1e-6))
      expect(card.reason).toBe(card.reasons[0])
      expect(card.reasons.length).toBeGreaterThan(0)
      expect(card.reasons.length).toBeLessThanOrEqual(3)
      for (const reason of card.reasons) expectTrue(reason, card, input)
    }
    if (list[0]?.strategy === 'for-you' && !request.rules) {
      expect(list.filter(card => card.strategy === 'for-you').length).toBeGreaterThanOrEqual(Math.min(3, request.limit! / 2))
    }
  },
}

describe('no list ever', () => {
  it(`shows ${Object.keys(promises).join('; ')}`, () => {
    fc.assert(fc.property(anyQuestion, ([input, request]) => {
      const list = ask(input, request)
      for (const check of Object.values(promises)) check(list, input, request)
    }), { numRuns: 250 })
  })

  it('differs from the list of the same input asked again, whatever was asked in between', () => {
    fc.assert(fc.property(anyQuestion, anyRequest(names), ([input, request], other) => {
      const list = ask(input, request)
      ask(input, other)
      expect(ask({ ...input, ...(input.profile && { profile: structuredClone(input.profile) }) }, request)).toEqual(list)
    }))
  })

  it('shows a product that the request leaves out by its group', () => {
    fc.assert(fc.property(anyQuestion, ([input, request]) => {
      const groups = new Set(ask(input, request).map(card => card.item.groupId))
      expect(ask(input, { ...request, exclude: groups }).filter(card => groups.has(card.item.groupId))).toEqual([])
    }))
  })
})

function expectTrue(reason: Recommendation['reason'], { item, strategy }: Recommendation, input: RecommendInput): void {
  const { profile, model } = input
  const linked = (relation: 'boughtWith' | 'viewed' | 'boughtAfterView', from: string, variants: readonly number[]): void => {
    const row = rowOf(model![relation], model!.indexOf(from)).map(near => near.index)
    expect(variants.some(variant => row.includes(variant))).toBe(true)
  }
  switch (reason.kind) {
    case 'viewed-item': return expect(profile && recall(profile, reason.itemId)?.views || 1).toBeGreaterThanOrEqual(reason.times)
    case 'wanted-more': return expect(recall(profile, reason.itemId)?.wantedAt).toBeDefined()
    case 'in-cart': return expect(profile?.cart.lines.map(line => line.item_id)).toContain(reason.itemId)
    case 'ordered-item': return expect(recall(profile, reason.itemId)?.orders).toBeGreaterThan(0)
    case 'buy-again': return expect(recall(profile, item.itemId)?.orders).toBe(reason.times)
    case 'seen-before': return expect(recall(profile, item.itemId)?.views).toBe(reason.times)
    case 'new': return expect(item.isNew).toBe(true)
    case 'popular': return expect(model!.popularRank(model!.indexOf(item.itemId))).toBeLessThan(model!.popularKnown)
    case 'trending': return expect(model!.trending).toContain(model!.indexOf(item.itemId))
    case 'hand-picked': return expect(strategy).toBe('hand-picked')
    case 'in-season': return expect(reason.lift).toBeGreaterThanOrEqual(1.5)
    // Of the product; of the very variant where a number is given.
    case 'bought-with': {
      const index = model!.indexOf(item.itemId)
      return linked('boughtWith', reason.itemId, reason.oneIn === undefined ? model!.twins(index) : [index])
    }
    case 'similar-to': {
      expect(['similar', 'upsell']).toContain(strategy)
      const { kind, motif, category } = model!.product(model!.indexOf(reason.itemId))
      const shared = { design: motif === item.motif, kind: kind === item.kind, category: category === item.category, words: true }
      return expect(shared[reason.shared]).toBe(true)
    }
  }
}
