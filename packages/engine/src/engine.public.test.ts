// The whole public surface, by package name, on the built files: one shopper from the first look to the nudge.
import {
  advance, capAllows, cartNudgeId, cartState, decideCartNudge, decodeModel, defaultParams, emptyProfile, encodeModel, explain,
  foldEvents,
  isNewVisit, ModelError, openBoard, readManifest, recall, recommend, scoreVisit, segmentsAt, topOfBoard, toVisit, visitGapMs,
  type Cap, type Cart, type CartChange, type CartLine, type CartNudge, type CartNudgeInput, type CartNudgeWhy, type CartState,
  type CustomParams, type EpochMs, type EventDraft, type EventName, type Item, type ItemMemory, type ListParams, type Manifest,
  type ManifestFile, type Membership, type Model, type ModelErrorCode, type ModelItem, type ModelParams, type ModelParts,
  type Money, type Neighbour, type NudgeLine, type Order, type OrderStatus, type Phase, type Product, type Profile,
  type PromotionMemory, type PromotionParams, type Reason, type RecommendInput, type RecommendRequest, type Recommendation,
  type RememberedCart, type Reorder, type ScoreBoard, type SegmentFact, type SegmentId, type Shipment, type ShipmentEvent,
  type ShipmentStatus,
  type ShopEvent, type ShopEventMap, type StrategyName, type TimeWindow, type Twin, type Visit,
} from '@shopside/engine'
import { describe, expect, expectTypeOf, it } from 'vitest'

const day = 86_400_000
const morning: EpochMs = Date.UTC(2011, 11, 10, 9)

const params: ModelParams = {
  viewHalfLifeDays: 30, next: defaultParams.next, habitNeighbours: 0.1, habitPopular: 0.1, basketDecay: 0.5,
  orderDecay: 0.9, gapDays: [34, 90, 196, 279], newWithinDays: 45,
}
const ids = ['bunting', 'cakestand', 'jam', 'tin']
const item = (itemId: string): ModelItem => (
  { itemId, groupId: itemId, title: `A ${itemId}`, available: true, price: 4, priceAt: morning }
)
const near = (...indices: number[]): Neighbour[] => indices.map((index, i) => ({ index, weight: 1 / (i + 1) }))
const parts: ModelParts = {
  asOf: morning, currency: 'GBP', params, items: ids.map(item),
  boughtWith: [near(), near(0, 2, 3), near(), near()], similar: [near(), near(), near(), near()],
  popular: [3, 2, 1, 0], popularKnown: 4, newest: [], reorder: ids.map((): Reorder | undefined => undefined),
}
const event = <Name extends EventName>(at: EpochMs, name: Name, what: ShopEventMap[Name]): ShopEvent =>
  ({ id: `${at}-t-0-0`, at, name, params: what }) as ShopEvent
const cakestand: Item = { item_id: 'cakestand', item_name: 'A cakestand', price: 5 }

describe('@shopside/engine', () => {
  const model: Model = decodeModel(encodeModel(parts))
  const looked: Profile = foldEvents(
    emptyProfile(), [0, 1, 2].map(i => event(morning + i, 'view_item', { items: [cakestand], currency: 'GBP' })),
  )

  it('ranks the next click of a visit', () => {
    const visit: Visit = toVisit([1, 0, 1])
    const board: ScoreBoard = openBoard(model)
    scoreVisit(board, model.viewed, visit, { ...model.params.next, reminder: 1 })
    // What is looked at now is reminded of least.
    expect(topOfBoard(board, model, 2)).toEqual([0, 1])
  })

  it('recommends from a model file by what was looked at, and says why', () => {
    const input: RecommendInput = { now: morning + day, model, profile: looked, page: {} }
    const request: RecommendRequest = { strategy: 'for-you', limit: 3 }
    const list: Recommendation[] = recommend(input, request)
    const why: Reason = { kind: 'viewed-item', itemId: 'cakestand', title: 'A cakestand', times: 3, lastAt: morning + 2 }
    expect(list.map(card => card.item.itemId)).toEqual(['bunting', 'jam', 'tin'])
    expect(list[0]!.reason).toEqual(why)
    expect(explain(input, 'bunting')[0]).toEqual(why)
    const product: Product = list[0]!.item
    const strategy: StrategyName = list[0]!.strategy
    const twins: Twin[] = list[0]!.twins
    expect([product.title, strategy, twins]).toEqual(['A bunting', 'for-you', []])
  })

  it('remembers items, visits and baskets', () => {
    const memory: ItemMemory | undefined = recall(looked, 'cakestand')
    expect(memory?.views).toBe(3)
    expect(isNewVisit(looked, morning + 2 + visitGapMs)).toBe(true)
    const filled = advance(looked, event(morning + 3, 'view_cart', { items: [{ ...cakestand, quantity: 2 }], currency: 'GBP' }))
    const cart: Cart = filled.cart
    const line: CartLine = cart.lines[0]!
    const state: CartState = cartState(cart, filled, morning + 4)
    expect([line.quantity, state]).toEqual([2, 'active'])
    const left: RememberedCart | undefined = advance(filled, event(morning + day, 'page_view', {})).rememberedCart
    expect(left?.lines).toEqual([line])
    const order: Order = advance(filled, event(morning + 5, 'purchase', { transaction_id: '1', items: [cakestand] })).orders[0]!
    expect(order.id).toBe('1')
  })

  it('nudges about a basket the day after, within its caps, with what has changed', () => {
    const profile = foldEvents(looked, [
      event(morning - day, 'view_cart', { items: [{ ...cakestand, quantity: 2 }], currency: 'GBP' }),
      event(morning + 4 * day, 'page_view', {}),
    ])
    const input: CartNudgeInput = { now: morning + 4 * day, profile, model }
    const nudge: CartNudge = decideCartNudge(input)
    const changes: CartChange[] = nudge.changes
    const lines: NudgeLine[] = nudge.lines
    const why: CartNudgeWhy = nudge.why
    expect([nudge.show, why, changes, lines[0]?.price]).toEqual(['card', 'ok', [], 5])
    expect(cartNudgeId).toBe('cart-nudge')
    const cap: Cap = { n: 1, windowMs: day }
    expect(capAllows([morning], morning + 1, cap)).toBe(false)
  })

  it('names the segments of a shopper by facts', () => {
    const { memberships: [membership] }: { memberships: Membership[] } = segmentsAt({ profile: looked, now: morning + 4 })
    const id: SegmentId = membership!.id
    const fact: SegmentFact = membership!.because[0]!
    expect([id, fact]).toEqual(['visitor', { kind: 'no-order' }])
  })

  it('refuses a broken model file by a code, and a broken manifest by a reason', () => {
    let code: ModelErrorCode | undefined
    try {
      decodeModel(new Uint8Array(3))
    } catch (error) {
      if (error instanceof ModelError) code = error.code
    }
    expect(code).toBe('not-a-model')
    const file: ManifestFile = { path: 'model.0.bin', bytes: 3, sha256: 'no hash' }
    const manifest: Manifest = { format: 'shopside-model', version: 2, asOf: 0, items: 4, shards: 0, files: { model: file } }
    expect(readManifest(manifest)).toEqual({ reason: 'files.model.sha256' })
  })

  it('exports the types that its values are made of', () => {
    expectTypeOf<ShopEventMap['view_item']>().toExtend<Money>()
    expectTypeOf<ShopEventMap['select_item']>().toEqualTypeOf<ListParams>()
    expectTypeOf<ShopEventMap['view_promotion']>().toEqualTypeOf<PromotionParams>()
    expectTypeOf<EventDraft['name']>().toEqualTypeOf<EventName>()
    expectTypeOf<CustomParams[string]>().toEqualTypeOf<string | number | boolean>()
    expectTypeOf<Profile['promotions'][string]>().toEqualTypeOf<PromotionMemory>()
    expectTypeOf<OrderStatus['shipments'][number]>().toEqualTypeOf<Shipment>()
    expectTypeOf<Shipment['events'][number]>().toEqualTypeOf<ShipmentEvent>()
    expectTypeOf<Shipment['status']>().toEqualTypeOf<ShipmentStatus>()
    expectTypeOf<Shipment['phase']>().toEqualTypeOf<Phase>()
    expectTypeOf<NonNullable<Shipment['promised']>>().toEqualTypeOf<TimeWindow>()
  })
})
