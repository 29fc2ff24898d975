import { signal, type Signal } from '@preact/signals-core'
import type {
  Cart, Item, Model, Product, Profile, Recommendation, RecommendRequest,
} from '@shopside/engine'
import { decideCartNudge, toOrderStatus } from '@shopside/engine'
import type {
  Ack, AddResult, Client, ConsentState, NudgeQuestion, OrderFollowing, OrderNews, Status, WidgetStatus,
} from '@shopside/browser'

/** Saturday 10 December 2011, 09:00 UTC: the demo shop's first morning. */
export const fakeNow: number = Date.UTC(2011, 11, 10, 9)

/** A client in memory: what it is asked is written down, what it answers is set by the test. */
export interface FakeClient extends Client {
  readonly tracked: { name: string; params: Record<string, unknown> }[]
  readonly adds: { items: Item[]; source: { widget: string; placement: string; strategy?: string } }[]
  readonly requests: RecommendRequest[]
  readonly reports: { element: Element; state: WidgetStatus['state']; reason?: string }[]
  readonly held: Map<Element, Set<string>>
  readonly answers: {
    now: number
    recommend: (request: RecommendRequest) => Recommendation[] | Promise<Recommendation[]>
    add: (items: Item[]) => AddResult | Promise<AddResult>
    canAdd: boolean
    model: Status['model']
    settle: () => Promise<void>
    mayInterrupt: boolean
    products: Map<string, Product>
  }
  readonly profileNow: Signal<Profile | undefined>
  readonly cartNow: Signal<Cart | undefined>
  readonly modelNow: Signal<Model | undefined>
  readonly consentNow: Signal<ConsentState>
  readonly epochNow: Signal<number>
  /** What is known of an order's parcels: set it, and those who follow it hear. */
  newsOf(orderId: string): Signal<OrderNews>
  /** What the endpoint says of an order, read as any answer is. */
  tellOrder(orderId: string, answer: unknown, more?: Partial<OrderNews>): void
  /** Ids of orders that were said to be on the screen, and how many elements follow one now. */
  readonly seenOrders: string[]
  readonly followed: { count: number }
}

/** A shopper's memory with nothing in it. */
export function fakeProfile(overrides: Partial<Profile> = {}): Profile {
  return {
    firstAt: fakeNow - 90 * 86_400_000, lastAt: fakeNow, visits: 4, items: {}, viewed: [],
    cart: { lines: [], changedAt: 0, source: 'events' }, orders: [], orderIds: {}, purchaseDays: 0, orderedUnits: 0,
    notForMe: {}, promotions: {}, searches: [], ...overrides,
  } as Profile
}

/** Makes a client whose answers are all there at once. */
export function createFakeClient(): FakeClient {
  const profileNow = signal<Profile | undefined>(fakeProfile())
  const cartNow = signal<Cart | undefined>(undefined)
  const modelNow = signal<Model | undefined>(undefined)
  const epochNow = signal(0)
  const consentNow = signal<ConsentState>({ personalize: 'granted', analytics: 'unknown', connectors: 'unknown', source: 'shop' })
  const orders = signal<Profile['orders'] | undefined>(undefined)
  const tracked: FakeClient['tracked'] = []
  const adds: FakeClient['adds'] = []
  const requests: RecommendRequest[] = []
  const reports: FakeClient['reports'] = []
  const held = new Map<Element, Set<string>>()
  const orderNews = new Map<string, Signal<OrderNews>>()
  const seenOrders: string[] = []
  const followed = { count: 0 }
  function newsOf(orderId: string): Signal<OrderNews> {
    const known = orderNews.get(orderId) ?? signal<OrderNews>({ fresh: new Set(), unread: new Set() })
    orderNews.set(orderId, known)
    return known
  }
  const answers: FakeClient['answers'] = {
    now: fakeNow,
    recommend: () => [],
    add: () => ({ ok: true }),
    canAdd: true,
    model: { state: 'ready' },
    settle: () => Promise.resolve(),
    mayInterrupt: true,
    products: new Map(),
  }
  profileNow.subscribe(profile => {
    orders.value = profile?.orders
  })
  const written: Ack = { level: 'written' }
  const shop = {
    track: (name: string, params: object) => {
      tracked.push({ name, params: params as Record<string, unknown> })
      return Promise.resolve(written)
    },
    recommend: async (request: RecommendRequest) => {
      requests.push(request)
      return (await answers.recommend(request)).slice(0, request.limit ?? 8)
    },
    profile: profileNow,
    orders,
    consent: { state: consentNow, set: () => {} },
    cart: { lines: signal(undefined), set: () => Promise.resolve(written) },
    status: () => ({ model: answers.model }) as Status,
  }
  const client = {
    shop, tracked, adds, requests, reports, held, answers, seenOrders, followed,
    profileNow, cartNow, modelNow, consentNow, epochNow,
    isOff: false,
    rank: shop.recommend,
    askLive: async () => false,
    knows: () => true,
    nudgeDecider: async () => (question: NudgeQuestion) => {
      const [profile, cart, model] = [profileNow.peek(), cartNow.peek(), modelNow.peek()]
      return decideCartNudge(
        { now: answers.now, ...question, ...(profile && { profile }), ...(cart && { cart }), ...(model && { model }) },
      )
    },
    now: () => answers.now,
    locale: 'en-GB',
    claims: {
      announce: () => {},
      request: async (element: Element, choose: (taken: ReadonlySet<string>) => Iterable<string>) => {
        await Promise.resolve()
        const taken = new Set<string>()
        for (const [other, groups] of held) if (other !== element) for (const group of groups) taken.add(group)
        held.set(element, new Set(choose(taken)))
      },
      release: (element: Element) => void held.delete(element),
      interrupt: () => answers.mayInterrupt,
    },
    report: (element: Element, state: WidgetStatus['state'], reason?: string) => {
      reports.push({ element, state, ...(reason !== undefined && { reason }) })
    },
    canAdd: () => answers.canAdd,
    requestAdd: async (_target: Element, items: Item[], source: FakeClient['adds'][number]['source']) => {
      adds.push({ items, source })
      return answers.add(items)
    },
    newsOf,
    tellOrder(orderId: string, answer: unknown, more: Partial<OrderNews> = {}) {
      const status = toOrderStatus(answer, orderId, { base: document.baseURI })
      newsOf(orderId).value = { ...(status && { status, at: answers.now }), fresh: new Set(), unread: new Set(), ...more }
    },
    followOrder: async (orderId: string): Promise<OrderFollowing> => {
      let isFollowed = true
      followed.count++
      return {
        news: newsOf(orderId),
        known: async () => newsOf(orderId).peek().status !== undefined,
        seen: () => void seenOrders.push(orderId),
        stop() {
          if (isFollowed) followed.count--
          isFollowed = false
        },
      }
    },
    settled: () => answers.settle(),
    profileSettled: () => answers.settle(),
    cart: cartNow,
    model: modelNow,
    product: (itemId: string) => answers.products.get(itemId),
    epoch: epochNow,
    replay: () => {},
    warn: () => {},
  }
  return client as unknown as FakeClient
}
