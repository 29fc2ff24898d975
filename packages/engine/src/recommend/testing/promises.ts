// DESIGN 7.1 and 7.2, promise by promise: what no list may ever do.
import { expect } from 'vitest'
import { recall } from '../../profile/recall.ts'
import { day } from '../../profile/testing/happening.ts'
import type { Recommendation, RecommendRequest } from '../recommendation.ts'
import type { RecommendInput } from '../recommendInput.ts'
import { meetsFilter } from '../rules/meetsFilter.ts'
import { expectTrue } from './expectTrue.ts'

/** Throws when the list breaks the promise. */
export type Check = (list: Recommendation[], input: RecommendInput, request: RecommendRequest) => void
const idsOf = (list: Recommendation[]): string[] => list.map(card => card.item.itemId)
/** The item and all its colour twins. */
const productOf = ({ model }: RecommendInput, id: string): string[] => {
  const index = model?.indexOf(id) ?? -1
  return index < 0 ? [id] : model!.twins(index).map(twin => model!.itemId(twin))
}
const expectNoneOf = (list: Recommendation[], input: RecommendInput, ids: Iterable<string>): void => {
  for (const id of ids) for (const twin of productOf(input, id)) expect(idsOf(list)).not.toContain(twin)
}

/** By what a list never shows: throws when it does. */
export const promises: Readonly<Record<string, Check>> = {
  'what is sold out, by the model, its own page or the shop, unless the shop allows it'(
    list, { profile, model, live }, { allowSoldOut },
  ) {
    if (allowSoldOut) return
    for (const { item } of list) {
      const said = live?.get(item.itemId)?.available
      expect(item.available).toBe(true)
      expect(said).not.toBe(false)
      // What its page said holds until a newer catalogue says otherwise.
      const seen = recall(profile, item.itemId)
      if (said === undefined && (model?.asOf ?? 0) <= (seen?.lastViewedAt ?? 0)) expect(seen?.item.in_stock).not.toBe(false)
      if (said === undefined && model) expect(model.available(model.indexOf(item.itemId))).toBe(true)
    }
  },
  'the current item or its twins'(list, input, request) {
    expectNoneOf(list, input, [request.itemId, input.page.item?.item_id].filter(id => id !== undefined))
  },
  'what lies in the basket'(list, input) {
    expectNoneOf(list, input, ((input.cart ?? input.profile?.cart)?.lines ?? []).map(line => line.item_id))
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
  'what the rules leave out, or fewer cards than they ask for'(list, { live, model, profile, currency }, { rules }) {
    const facts = ({ item }: Recommendation): typeof item => {
      // Without a model a rule goes by what the item's own page said, also where that price is not shown here.
      const known = model ? model.product(model.indexOf(item.itemId)) : { ...item, price: recall(profile, item.itemId)?.item.price }
      const fact = live?.get(item.itemId)
      // An amount of another currency than the catalogue's is held against none of its prices.
      const own = [fact?.currency ?? currency, model?.currency]
      const isForeign = own.every(each => each !== undefined) && own[0] !== own[1]
      return { ...known, price: (isForeign ? undefined : fact?.price) ?? known.price! } as typeof item
    }
    const isAsked = (filter: object | undefined): boolean => Object.keys(filter ?? {}).length > 0
    const products = list.map(facts).map(({ price, ...rest }) => (price === undefined ? rest : { ...rest, price }))
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
