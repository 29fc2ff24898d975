import { effect } from '@preact/signals-core'
import { hashId, type EventName } from '@shopside/engine'
import { toCurrency, toItem, toPath } from '@shopside/engine/boundary'
import type { CaptureStatus } from '../client.ts'
import type { Connecting } from '../connecting.ts'
import type { WayOut } from '../lazy/wayOut.ts'
import { loadTwice } from '../loadTwice.ts'
import { onLeaving } from '../page/onLeaving.ts'
import { onNavigation } from '../page/onNavigation.ts'
import { whenIdle } from '../page/whenIdle.ts'
import { onLoad, whenParsed } from '../page/whenParsed.ts'
import type { Taken } from '../taking.ts'
import type { WayIn } from '../wayIn.ts'
import type { CaptureSource } from './captureSource.ts'
import type { Capturing } from './capturing.ts'
import { readMarkup } from './detectors.ts'
import type { Dwell } from './dwell.ts'
import { createListening } from './listening.ts'
import type { LayerEvent } from './readEntry.ts'
import { createRoute, type Route } from './route.ts'
import { routeFacts, type AroundRoute } from './routeFacts.ts'
import type { Sighting } from './sighting.ts'
import { toldProduct } from './toldProduct.ts'
import { whyOff } from './whyOff.ts'

/** How long after its first look a route of a single-page shop is settled: what the shop tracks itself comes first. */
const settleMs = 1000

/** Engagement below this is no reading. */
const shortestStayMs = 1000

/**
 * The orchestrator. On each route: a look at the markup as soon as it is parsed (item and basket are known from then on), another at
 * load, and then, or when the page is left, the route's facts are said once, whoever else has said them.
 *
 * @param wayOut once it is loaded: of two names for one product, its catalogue decides
 */
export function createCapturing(wayIn: WayIn, wayOut: () => WayOut | undefined): Capturing {
  const { gate, options, context, environment } = wayIn
  const page = environment.window
  const { document } = page
  const off = whyOff(page, options.capture)
  const settings = typeof options.capture === 'object' ? options.capture : {}
  const layerName = settings.dataLayer ?? 'dataLayer'
  const heard = new Set<CaptureSource>()
  let state: CaptureStatus['state'] = 'waiting'
  let route: Route = createRoute(page.location.href, (document as { wasDiscarded?: boolean }).wasDiscarded === true)
  let looking: Promise<void> | undefined
  let facts: typeof import('../lazy/pageFacts.ts') | undefined
  let dwell: Dwell | undefined
  let connecting: Connecting | undefined
  let isGone = false
  let stops: (() => void)[] = []
  let answer: string = gate.state.peek().personalize
  let hasBegun = false
  let [isSaying, isReplaying] = [false, false]
  let wasSeen = document.visibilityState === 'visible'

  const isGranted = (): boolean => answer === 'granted'
  const knows = (itemId: string): boolean => (wayOut()?.client.model.peek()?.indexOf(itemId) ?? -1) >= 0
  const origin = () => ({ base: page.location.href, hosts: options.hosts ?? [] })

  function say(name: EventName, params: object, source: CaptureSource): void {
    isSaying = true
    const said = wayIn.take(name, params, source, undefined, route.href)
    isSaying = false
    if (name === 'view_item') route.answer = said
  }

  /** What a route is known to be now, for whoever asks the page: its item with all that any source knows of it, and its basket. */
  function apply(): void {
    const { product, cart } = route.merge(knows)
    if (product !== undefined) {
      const { item, currency } = product
      context.note({ name: 'view_item', params: { items: [item], ...(currency && { currency }) } }, wayIn.now())
    }
    if (cart !== undefined && answer !== 'denied') sayCart(cart, cart.source)
  }

  function sayCart({ lines, currency, token }: NonNullable<Sighting['cart']>, source: CaptureSource): void {
    void wayIn.take('view_cart', { items: lines, currency, cart_token: token === undefined ? undefined : hashId(token) }, source)
  }

  const listening = createListening(page, layerName, origin, {
    layer: hearLayer,
    cart: cart => sayCart(cart, 'marked'),
    act: (name, params) => void wayIn.take(name, params, 'marked'),
    problem: code => wayIn.problems.add(code),
  })

  /** What the route says as it stands. */
  async function look(): Promise<void> {
    const here = route
    const markup = await readMarkup(document, origin())
    if (here !== route || answer === 'denied') return
    route.see(markup)
    await listening.look()
    if (here === route) apply()
  }

  function hearLayer({ name, params }: LayerEvent, isLate: boolean): void {
    const { items } = params
    // Without an answer, a page knows its own item and basket, and nothing of the way here.
    if (!isGranted() && !/^view_item$|cart$/.test(name)) return
    if (name === 'view_item' && Array.isArray(items) && items.length === 1) {
      const item = toItem(items[0], origin())
      if (item === undefined) return
      if (route.tell(toldProduct('data-layer', item, toCurrency(params['currency'])))) return applySoon()
    }
    isReplaying = isLate
    void wayIn.take(name, params, 'data-layer')
    isReplaying = false
  }

  /** Says what this route is about: once, and only what nobody has said. */
  function settle(): void {
    if (answer === 'denied' || !wasSeen) return
    const merged = route.merge(knows)
    const { ids } = merged.product ?? { ids: [] }
    for (const { name, params, source } of routeFacts(merged, isGranted() ? around() : undefined)) {
      if ((name === 'view_item' && route.isViewed(ids)) || !route.once(name)) continue
      if (name === 'view_item') route.viewed(ids)
      say(name, params, source)
    }
  }

  function around(): AroundRoute {
    return {
      path: toPath(new URL(route.href).pathname),
      searchTerm: facts?.readSearchTerm(route.href, settings.searchParameter),
      from: route.isFirst ? facts?.readReferrer(route.href, document.referrer) : undefined,
    }
  }

  /** The page is hidden or left: what is not said now may never be. */
  function leave(): void {
    settle()
    const itemId = route.itemId(knows)
    const ms = dwell?.take() ?? 0
    if (isGranted() && itemId !== undefined && ms >= shortestStayMs) {
      say('user_engagement', { items: [{ item_id: itemId }], engagement_time_msec: ms }, 'address')
    }
  }

  /** Our own fault, or a page that has replaced what we stand on: said in `status()`, and no error of the page. */
  async function guard(work: () => void | Promise<void>): Promise<void> {
    try {
      await work()
    } catch {
      // What was read so far stays.
      wayIn.problems.add('capture-failed')
    }
  }

  /** For the route it was wished for: a shopper who clicks fast is not read for ten routes at once. */
  const lookAgain = (here = route) => (): void => void guard(async () => {
    if (here !== route) return
    await look()
    if (here === route) settle()
  })
  const applySoon = (): void => queueMicrotask(() => void guard(apply))

  async function run(isFirst: boolean): Promise<void> {
    await whenParsed(page)
    if (isGranted()) facts ??= await loadTwice(() => import('../lazy/pageFacts.ts')).catch(() => undefined)
    if (answer === 'denied') return
    if (isGranted()) dwell ??= facts?.createDwell(page)
    await look()
    state = 'ready'
    if (isFirst) onLoad(page, () => whenIdle(page, lookAgain()))
    else environment.setTimer(lookAgain(), settleMs)
  }

  function nextRoute(): void {
    leave()
    dwell?.restart()
    route = createRoute(page.location.href, false, route)
    const here = route
    looking = new Promise(done => whenIdle(page, () => done(here === route ? guard(() => run(false)) : undefined)))
  }

  function onTaken(taken: Taken): ReturnType<WayIn['take']> | undefined {
    const { draft, source } = taken
    heard.add(source)
    if (answer === 'denied') return undefined
    if (draft.name === 'view_item' && draft.params.items.length === 1) {
      if (isSaying) return undefined
      const item = draft.params.items[0]!
      const isDouble = route.isViewed([item.item_id], source)
      if (!isDouble) route.viewed([item.item_id], source)
      if (route.tell(toldProduct(source, item, draft.params.currency))) applySoon()
      return isDouble ? route.answer ?? wayIn.latest() : undefined
    }
    return route.doubles.has(taken, isReplaying) ? wayIn.latest() : undefined
  }

  function start(): void {
    stops = [onNavigation(page, nextRoute), onLeaving(page, leave, () => {
      if (wasSeen) return
      wasSeen = true
      settle()
    })]
    looking = guard(() => run(true))
  }

  function stop(): void {
    for (const one of stops.splice(0)) one()
    listening.stop()
    dwell?.dispose()
    dwell = undefined
  }

  if (off === undefined) wayIn.onTaken(onTaken)
  const stopAnswers = off !== undefined ? () => {} : effect(() => {
    const next = gate.state.value.personalize
    if (hasBegun && next === answer) return
    hasBegun = true
    answer = next
    // An answer begins it anew: after a grant more may be said, and what was said stays said.
    stop()
    if (next !== 'denied') start()
  })

  return {
    looked: () => looking ?? Promise.resolve(),
    async use(connector) {
      const { createConnecting } = await loadTwice(() => import('../lazy/connecting.ts'))
      if (isGone) return () => {}
      return (connecting ??= createConnecting(wayIn, () => wayOut()?.answered())).use(connector)
    },
    status() {
      const reason = off ?? (answer === 'denied' ? 'denied' : undefined)
      const { sources, fields, problems } = route.merge(knows)
      return {
        capture: {
          state: reason === undefined ? state : 'off', ...(reason !== undefined && { reason }),
          sources: [...new Set([...sources, ...heard])], fields, problems: [...problems, ...wayIn.problems],
        },
        connectors: connecting?.names() ?? [],
      }
    },
    dispose() {
      isGone = true
      stopAnswers()
      answer = 'denied'
      stop()
      connecting?.dispose()
    },
  }
}
