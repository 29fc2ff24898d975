// Random shops, shoppers, pages, requests and rules, for properties of every list.
import fc from 'fast-check'
import type { Cart } from '../../cart.ts'
import type { ShopEvent } from '../../event.ts'
import type { Model } from '../../model/model.ts'
import { emptyProfile } from '../../profile/emptyProfile.ts'
import { foldEvents } from '../../profile/foldEvents.ts'
import { day, happening, hour, morning, things } from '../../profile/testing/happening.ts'
import type { LiveFact } from '../liveFact.ts'
import type { RecommendInput } from '../recommendInput.ts'
import type { RecommendRequest, StrategyName } from '../recommendation.ts'
import type { ItemFilter, PlacementRules } from '../rules/placementRules.ts'
import { tinyModel } from './tinyModel.ts'
import type { TinyItem } from './tinyModel.ts'

const ids = Array.from({ length: 24 }, (_, i) => (i === 3 ? '__proto__' : `i${i}`))
const anyId: fc.Arbitrary<string> = fc.constantFrom(...ids)
/** Ids that no catalogue has come along too. */
const anyKnownOrNot = fc.constantFrom(...ids, 'nobody', 'constructor')
const anyIds = fc.array(anyKnownOrNot, { minLength: 1, maxLength: 3 })

/** The object without the fields that are undefined. */
const some = <Wanted>(value: object): Wanted =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as Wanted
/** Unknown three times of four. */
const mostly = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.oneof({ arbitrary: fc.constant(undefined), weight: 3 }, arbitrary)
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> => fc.option(arbitrary, { nil: undefined })

/** Rows of neighbours for all items, made from one number: what they are made of matters less than that they differ. */
function rowsFrom(seed: number, longest: number): [string, number][][] {
  let state = seed
  const next = (below: number): number => (state = (state * 48271 + 11) % 2147483647) % below
  return ids.map((_, own) => {
    const row = new Map<string, number>()
    let weight = 1
    for (let left = next(longest + 1); left--;) {
      const other = next(ids.length)
      if (other !== own && !row.has(ids[other]!)) row.set(ids[other]!, weight *= 0.3 + next(70) / 100)
    }
    return [...row]
  })
}
const anyRows = (longest: number): fc.Arbitrary<[string, number][][]> => fc.nat(2147483646).map(seed => rowsFrom(seed, longest))

const anyFacts: fc.Arbitrary<TinyItem[]> = fc.tuple(...ids.map(id => fc.record({
  id: fc.constant(id), group: mostly(fc.constantFrom('g1', 'g2', 'g3', 'g4')),
  kind: fc.constantFrom(undefined, 'mug', 'tin', 'bag'),
  category: fc.constantFrom(undefined, 'Tea', 'Garden'), brand: fc.constantFrom(undefined, 'Ada', 'Bo'),
  colour: fc.constantFrom(undefined, 'red', 'green'), market: mostly(fc.constantFrom('GB', 'DE')),
  price: fc.constantFrom(undefined, 4, 5, 6, 9), isNew: fc.boolean(),
  available: mostly(fc.constant(false)).map(said => said ?? true), afterDays: fc.constantFrom(0, 20),
  reorder: maybe(
    fc.record({ gapDays: fc.integer({ min: 1, max: 90 }), againShare: fc.integer({ min: 0, max: 7 }).map(n => n / 8) }),
  ),
}).map(facts => some<TinyItem>(facts))))

/** Two prices of three are as old as the catalogue, the others months older. */
const dated = (model: Model, asOf: number, priceAt: number): Model => ({
  ...model, asOf,
  product: index => {
    const product = model.product(index)
    return product.price === undefined ? product : { ...product, priceAt: priceAt - index % 3 % 2 * 100 * day }
  },
})
const anyModel = fc.record({
  items: anyFacts, bought: anyRows(8), similar: anyRows(8), viewed: anyRows(6), later: anyRows(4), lift: fc.constantFrom(1, 2, 4),
  popular: fc.uniqueArray(anyId, { maxLength: ids.length }), trending: fc.uniqueArray(anyId, { maxLength: 6 }),
}).map(({ items, bought, similar, viewed, later, lift, popular, trending }) => tinyModel(items.map((item, i): TinyItem => ({
  ...item, bought: bought[i]!, similar: similar[i]!, viewed: viewed[i]!, boughtAfterView: viewed[i]!, after: later[i]!,
  season: Array.from({ length: 12 }, (_, month) => ((month + i) % 3 ? 1 : lift)),
})), { popular, trending, currency: 'GBP' }))

const anyEvent: fc.Arbitrary<(at: number) => ShopEvent> = fc.oneof(
  anyIds.map(to => (at: number) =>
    happening(at, 'view_item', { items: things(...to).map(item => ({ ...item, price: 8 })), currency: 'GBP' })),
  anyIds.map(to => (at: number) =>
    happening(at, 'view_item', { items: things(...to).map(item => ({ ...item, in_stock: false as const })) })),
  anyIds.map(to => (at: number) => happening(at, 'add_to_cart', { items: things(...to) })),
  fc.tuple(fc.nat(99), anyIds).map(([n, to]) => (at: number) =>
    happening(at, 'purchase', { transaction_id: `${n}`, items: things(...to) })),
  anyIds.map(to => (at: number) => happening(at, 'not_for_me', { items: things(to[0]!) })),
  anyIds.map(to => (at: number) => happening(at, 'more_like_this', { items: things(...to) })),
)
const anyProfile = fc.array(fc.tuple(fc.constantFrom(1000, hour, day, 20 * day), anyEvent), { maxLength: 12 }).map(steps => {
  let at = morning
  return foldEvents(emptyProfile(), steps.map(([gap, make]) => make(at += gap)))
})

const anyLive: fc.Arbitrary<ReadonlyMap<string, LiveFact>> = fc.array(fc.tuple(anyKnownOrNot, fc.record({
  available: maybe(fc.boolean()), price: fc.constantFrom(undefined, 3, 7), currency: fc.constantFrom(undefined, 'EUR'),
}).map(fact => some<LiveFact>(fact))), { maxLength: 6 }).map(facts => new Map(facts))

/** The basket as the page shows it: not always what the log remembers. */
const anyCart: fc.Arbitrary<Cart> = anyIds.map(items => ({
  lines: things(...new Set(items)).map((item, place) => ({ ...item, price: 6, quantity: 1, addedAt: morning + place })),
  currency: 'GBP', changedAt: morning, source: 'snapshot',
}))

/** Everything that a ranking may look at. */
export const anyInput: fc.Arbitrary<RecommendInput> = fc.record({
  model: fc.oneof({ arbitrary: anyModel, weight: 9 }, fc.constant(undefined)),
  profile: fc.oneof({ arbitrary: anyProfile, weight: 4 }, fc.constant(undefined)),
  item: maybe(anyKnownOrNot), notForMe: fc.uniqueArray(anyId, { maxLength: 2 }),
  currency: fc.constantFrom(undefined, 'GBP', 'EUR'), market: mostly(fc.constantFrom('GB', 'DE', 'nowhere')),
  live: maybe(anyLive), cart: maybe(anyCart),
  later: fc.constantFrom(0, hour, 10 * day), modelAgeMs: fc.constantFrom(undefined, 0, 12 * hour, 40 * day),
}).map(({ profile, model, item, notForMe, later, modelAgeMs, ...rest }) => {
  const now = (profile?.lastAt ?? morning) + later
  return some<RecommendInput>({
    ...rest, profile, now, notForMe: new Set(notForMe), page: item === undefined ? {} : { item: { item_id: item } },
    model: model && dated(model, modelAgeMs === undefined ? 0 : now - modelAgeMs, now - (modelAgeMs ?? day)),
  })
})

const anyFilter: fc.Arbitrary<ItemFilter> = fc.record({
  items: mostly(anyIds), categories: mostly(fc.constantFrom(['tea'], ['Garden', 'Tea'])), kinds: mostly(fc.constant(['mug'])),
  brands: mostly(fc.constant(['Ada'])), price: mostly(fc.constantFrom({ max: 5 }, { min: 5, max: 9 })),
  isNew: mostly(fc.constant(true)), markets: mostly(fc.constant(['DE'])),
}).map(filter => some<ItemFilter>(filter))
const anyWeights = (factor: fc.Arbitrary<number>): fc.Arbitrary<{ where: ItemFilter; factor: number }[]> =>
  fc.array(fc.record({ where: anyFilter, factor }), { maxLength: 2 })

/** Rules as a shop may write them. */
export const anyRules: fc.Arbitrary<PlacementRules> = fc.record({
  include: mostly(anyFilter), exclude: mostly(anyFilter),
  pin: fc.array(fc.record({ itemId: anyKnownOrNot, place: fc.nat(13) }), { maxLength: 4 }),
  boost: anyWeights(fc.constantFrom(2, 50)), bury: anyWeights(fc.constantFrom(0.5, 0.02)),
  promote: maybe(fc.record({ where: anyFilter, share: fc.constantFrom(0.25, 0.5, 1) })),
  diversity: fc.constantFrom(undefined, 0, 0.5, 1), minimum: mostly(fc.constantFrom(1, 3)),
}).map(rules => some<PlacementRules>(rules))

/** A request for one of these strategies, with rules or without. */
export const anyRequest = (strategies: readonly StrategyName[]): fc.Arbitrary<RecommendRequest> => fc.record({
  strategy: fc.constantFrom(...strategies), limit: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.constantFrom(1, 2)),
  exclude: fc.uniqueArray(anyId, { maxLength: 2 }),
  itemId: maybe(anyId), bundle: fc.boolean(), rules: maybe(anyRules), itemIds: fc.array(anyKnownOrNot, { maxLength: 8 }),
  freeShippingFrom: fc.constantFrom(undefined, 12, 20), allowSoldOut: fc.constantFrom(undefined, undefined, undefined, true),
}).map(({ bundle, ...rest }) => some<RecommendRequest>({ ...rest, ...(rest.strategy === 'bought-together' && { bundle }) }))
