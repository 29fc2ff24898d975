// DESIGN 7.1 and 7.4 on random models, shoppers and requests: what no list may ever do.
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { ShopEvent } from '../event.ts'
import { rowOf } from '../model/rowOf.ts'
import { emptyProfile } from '../profile/emptyProfile.ts'
import { foldEvents } from '../profile/foldEvents.ts'
import { recall } from '../profile/recall.ts'
import { day, happening, hour, morning, things } from '../profile/testing/happening.ts'
import { recommend } from './recommend.ts'
import type { Recommendation, RecommendRequest, StrategyName } from './recommendation.ts'
import type { RecommendInput } from './recommendInput.ts'
import { tinyModel } from './testing/tinyModel.ts'
import type { TinyItem } from './testing/tinyModel.ts'

// Random models are made by the hundred: seconds of work on a busy machine, and no time is measured here.
vi.setConfig({ testTimeout: 30_000 })

const strategies: StrategyName[] = ['for-you', 'bought-together', 'similar', 'popular', 'new', 'recently-viewed', 'buy-again']
const ids = Array.from({ length: 24 }, (_, i) => (i === 3 ? '__proto__' : `i${i}`))
const anyId = fc.constantFrom(...ids)
/** Ids that no catalogue has come along too. */
const anyKnownOrNot = fc.constantFrom(...ids, 'nobody', 'constructor')
const anyIds = fc.array(anyKnownOrNot, { minLength: 1, maxLength: 4 })

const anyLinks = fc.uniqueArray(anyId, { maxLength: 8 }).chain(to => fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }),
  { minLength: to.length, maxLength: to.length }).map(weights => {
  const sorted = weights.sort((a, b) => b - a)
  return to.map((id, i): [string, number] => [id, sorted[i]!])
}))
const anyCatalogue = fc.tuple(...ids.map(id => fc.record({
  group: fc.constantFrom(undefined, 'g1', 'g2', 'g3'), kind: fc.constantFrom(undefined, 'mug', 'tin', 'bag'),
  colour: fc.constantFrom(undefined, 'red', 'green'), available: fc.boolean(), isNew: fc.boolean(),
  bought: anyLinks, similar: anyLinks,
  reorder: fc.option(fc.record({ gapDays: fc.integer({ min: 1, max: 90 }), againShare: fc.integer({ min: 0, max: 7 }).map(n => n / 8) }), { nil: undefined }),
}).map((facts): TinyItem => ({
  id, price: 5, available: facts.available, isNew: facts.isNew, bought: facts.bought, similar: facts.similar,
  ...(facts.group !== undefined && { group: facts.group }), ...(facts.kind !== undefined && { kind: facts.kind }),
  ...(facts.colour !== undefined && { colour: facts.colour }), ...(facts.reorder !== undefined && { reorder: facts.reorder }),
}))))
const anyModel = fc.tuple(anyCatalogue, fc.uniqueArray(anyId, { maxLength: 24 }))
  .map(([items, popular]) => tinyModel(items, { popular, currency: 'GBP' }))

const anyEvent: fc.Arbitrary<(at: number) => ShopEvent> = fc.oneof(
  anyIds.map(to => (at: number) => happening(at, 'view_item', { items: things(...to), currency: 'GBP' })),
  anyIds.map(to => (at: number) => happening(at, 'view_item', { items: things(...to).map(item => ({ ...item, in_stock: false as const })) })),
  anyIds.map(to => (at: number) => happening(at, 'add_to_cart', { items: things(...to) })),
  fc.tuple(fc.nat(99), anyIds).map(([n, to]) => (at: number) => happening(at, 'purchase', { transaction_id: `${n}`, items: things(...to) })),
  anyIds.map(to => (at: number) => happening(at, 'not_for_me', { items: things(...to.slice(0, 1)) })),
  anyIds.map(to => (at: number) => happening(at, 'more_like_this', { items: things(...to) })),
)
const anyProfile = fc.array(fc.tuple(fc.constantFrom(1000, hour, day, 20 * day), anyEvent), { maxLength: 25 }).map(steps => {
  let at = morning
  return foldEvents(emptyProfile(), steps.map(([gap, make]) => make(at += gap)))
})

const anyInput: fc.Arbitrary<RecommendInput> = fc.record({
  model: fc.option(anyModel, { nil: undefined }), profile: fc.option(anyProfile, { nil: undefined }),
  item: fc.option(anyKnownOrNot, { nil: undefined }), notForMe: fc.uniqueArray(anyId, { maxLength: 3 }),
  currency: fc.constantFrom(undefined, 'GBP', 'EUR'), later: fc.constantFrom(0, hour, 10 * day),
}).map(({ model, profile, item, notForMe, currency, later }) => ({
  now: (profile?.lastAt ?? morning) + later,
  page: item === undefined ? {} : { item: { item_id: item } },
  notForMe: new Set(notForMe),
  ...(model && { model }), ...(profile && { profile }), ...(currency !== undefined && { currency }),
}))
const anyRequest: fc.Arbitrary<RecommendRequest> = fc.record({
  strategy: fc.constantFrom(...strategies), limit: fc.integer({ min: 0, max: 12 }), exclude: fc.uniqueArray(anyId, { maxLength: 4 }),
  itemId: fc.option(anyId, { nil: undefined }), bundle: fc.boolean(),
}).map(({ itemId, bundle, ...rest }) => ({
  ...rest, ...(itemId !== undefined && { itemId }), ...(rest.strategy === 'bought-together' && { bundle }),
}))

/** Runs `check` on many lists and what they were made from. */
function everyList(check: (list: Recommendation[], input: RecommendInput, request: RecommendRequest) => void): void {
  fc.assert(fc.property(anyInput, anyRequest, (input, request) => check(recommend(input, request), input, request)), { numRuns: 200 })
}
const idsOf = (list: Recommendation[]): string[] => list.map(card => card.item.itemId)
/** The item and all its colour twins. */
const productOf = ({ model }: RecommendInput, id: string): string[] => {
  const index = model?.indexOf(id) ?? -1
  return index < 0 ? [id] : model!.twins(index).map(twin => model!.itemId(twin))
}

describe('no list ever', () => {
  it('shows what is sold out, unless the shop allows it', () => {
    everyList(list => {
      expect(list.filter(card => !card.item.available)).toEqual([])
    })
  })

  it('shows what its own page last called sold out', () => {
    everyList((list, { profile }) => {
      for (const id of idsOf(list)) expect(profile && recall(profile, id)?.item.in_stock).toBeUndefined()
    })
  })

  it('shows the current item or its twins', () => {
    everyList((list, input, request) => {
      for (const current of [request.itemId, input.page.item?.item_id]) {
        if (current !== undefined) for (const id of productOf(input, current)) expect(idsOf(list)).not.toContain(id)
      }
    })
  })

  it('shows what lies in the basket', () => {
    everyList((list, input) => {
      for (const line of input.profile?.cart.lines ?? []) {
        for (const id of productOf(input, line.item_id)) expect(idsOf(list)).not.toContain(id)
      }
    })
  })

  it('shows what is not for this shopper, said here or remembered', () => {
    everyList((list, input) => {
      for (const id of [...input.notForMe!, ...Object.keys(input.profile?.notForMe ?? {})]) {
        for (const twin of productOf(input, id)) expect(idsOf(list)).not.toContain(twin)
      }
    })
  })

  it('shows what was just bought and people buy once', () => {
    everyList((list, { profile, model, now }) => {
      for (const id of idsOf(list)) {
        const memory = profile && Object.hasOwn(profile.items, id) ? profile.items[id]! : undefined
        if (!memory?.orders) continue
        const reorder = model?.reorder(model.indexOf(id))
        const again = (reorder?.againShare ?? 0) >= 1 / 8 || memory.orderedAt.at(-1)! - memory.orderedAt[0]! >= day
        expect(again || now - memory.orderedAt.at(-1)! >= 365 * day).toBe(true)
      }
    })
  })

  it('shows what the request leaves out, by item or by product', () => {
    everyList((list, input, request) => {
      for (const id of request.exclude!) for (const twin of productOf(input, id)) expect(idsOf(list)).not.toContain(twin)
      const groups = new Set(list.map(card => card.item.groupId))
      expect(recommend(input, { ...request, exclude: groups }).filter(card => groups.has(card.item.groupId))).toEqual([])
    })
  })

  it('shows an item or a product twice, or more cards than asked for', () => {
    everyList((list, _input, request) => {
      expect(new Set(list.map(card => card.item.groupId)).size).toBe(list.length)
      expect(list.length).toBeLessThanOrEqual(request.limit!)
    })
  })

  it('shows a price in another currency than the page', () => {
    everyList((list, input) => {
      for (const { item } of list) {
        if (input.currency === undefined || item.price === undefined) continue
        expect(item.currency).toBe(input.currency)
      }
    })
  })

  it('shows two of a kind in a bundle, or one of the kind of the item itself', () => {
    everyList((list, input, request) => {
      if (!request.bundle) return
      const kinds = list.map(card => card.item.kind).filter(kind => kind !== undefined)
      expect(new Set(kinds).size).toBe(kinds.length)
      const index = input.model?.indexOf(request.itemId ?? input.page.item?.item_id ?? '') ?? -1
      if (index >= 0) expect(kinds).not.toContain(input.model!.product(index).kind)
    })
  })

  it('differs from the list of the same input asked again, whatever was asked in between', () => {
    fc.assert(fc.property(anyInput, anyRequest, anyRequest, (input, request, other) => {
      const list = recommend(input, request)
      recommend(input, other)
      expect(recommend(structuredCloneOf(input), request)).toEqual(list)
    }))
  })

  it('says what is not so: strategy, evidence and order hold on every card', () => {
    everyList((list, input, request) => {
      for (const [place, card] of list.entries()) {
        expect(card.score).toBeGreaterThan(0)
        if (place > 0) expect(card.score).toBeLessThanOrEqual(list[place - 1]!.score * (1 + 1e-6))
        expect(card.reason).toBe(card.reasons[0])
        expect(card.reasons.length).toBeGreaterThan(0)
        expect(card.reasons.length).toBeLessThanOrEqual(3)
        for (const reason of card.reasons) expectTrue(reason, card, input)
      }
      if (list[0]?.strategy === 'for-you') {
        expect(list.filter(card => card.strategy === 'for-you').length).toBeGreaterThanOrEqual(Math.min(3, request.limit! / 2))
      }
    })
  })
})

function structuredCloneOf(input: RecommendInput): RecommendInput {
  return input.profile ? { ...input, profile: structuredClone(input.profile) } : { ...input }
}

function expectTrue(reason: Recommendation['reason'], { item, strategy }: Recommendation, input: RecommendInput): void {
  const { profile, model } = input
  const memory = (id: string): { views: number; orders: number; wantedAt?: number } | undefined =>
    profile && Object.hasOwn(profile.items, id) ? profile.items[id] : undefined
  switch (reason.kind) {
    case 'viewed-item': return expect(profile ? memory(reason.itemId)?.views : 1).toBe(reason.times)
    case 'wanted-more': return expect(memory(reason.itemId)?.wantedAt).toBeDefined()
    case 'in-cart': return expect(profile?.cart.lines.map(line => line.item_id)).toContain(reason.itemId)
    case 'ordered-item': return expect(memory(reason.itemId)?.orders).toBeGreaterThan(0)
    case 'buy-again': return expect(memory(item.itemId)?.orders).toBe(reason.times)
    case 'seen-before': return expect(memory(item.itemId)?.views).toBe(reason.times)
    case 'new': return expect(item.isNew).toBe(true)
    case 'popular': return expect(model!.popularRank(model!.indexOf(item.itemId))).toBeLessThan(model!.popularKnown)
    case 'bought-with': {
      // Of the product; of the very variant where a number is given.
      const index = model!.indexOf(item.itemId)
      const row = rowOf(model!.boughtWith, model!.indexOf(reason.itemId)).map(near => near.index)
      const variants = reason.oneIn === undefined ? model!.twins(index) : [index]
      return expect(variants.some(variant => row.includes(variant))).toBe(true)
    }
    case 'similar-to': {
      expect(strategy).toBe('similar')
      const { kind, motif, category } = model!.product(model!.indexOf(reason.itemId))
      const shared = { design: motif === item.motif, kind: kind === item.kind, category: category === item.category, words: true }
      return expect(shared[reason.shared]).toBe(true)
    }
  }
}
