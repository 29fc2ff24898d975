import { toPath } from '@shopside/engine/boundary'
import type { CaptureStatus } from '../client.ts'
import type { Connecting } from '../connecting.ts'
import type { WayOut } from '../lazy/wayOut.ts'
import { loadTwice } from '../loadTwice.ts'
import { onLeaving } from '../page/onLeaving.ts'
import { onNavigation } from '../page/onNavigation.ts'
import { oncePerTask } from '../page/oncePerTask.ts'
import { routeOf } from '../page/routeOf.ts'
import { whenIdle } from '../page/whenIdle.ts'
import { whenReached } from '../page/whenReached.ts'
import type { Taken } from '../taking.ts'
import type { WayIn } from '../wayIn.ts'
import type { CaptureSource } from './captureSource.ts'
import type { Capturing } from './capturing.ts'
import type { Dwell } from './dwell.ts'
import { createLayerDoor } from './layerDoor.ts'
import { merge, type Merged } from './merge.ts'
import { createPageSources } from './pageSources.ts'
import { createRoute, type Route } from './route.ts'
import { routeFacts } from './routeFacts.ts'
import type { SeenCart } from './sighting.ts'
import { whyOff } from './whyOff.ts'

/** How long after its first look a route of a single-page shop is settled: what the shop tracks itself comes first. */
const settleMs = 1000

/** Looks come ever more rarely, up to this gap: what scripts of the page draw or bring late is mostly there by then. */
const lastGapMs = 10_000

/** Engagement below this is no reading. */
const shortestStayMs = 1000

/** What a page that the browser had thrown away, and loads again, has said already. */
const saidBefore = ['page_view', 'view_item', 'search', 'view_item_list']

/**
 * The orchestrator. On each route: a look at the markup as soon as it is parsed (item and basket are known from then on), another at
 * load, and then, or when the page is left, the route's facts are said once, whoever else has said them.
 *
 * @param wayOut once it is loaded: of two names for one product, its catalogue decides
 */
export function createCapturing(wayIn: WayIn, wayOut: () => WayOut | undefined): Capturing {
  const { gate, options, context, environment, problems } = wayIn
  const page = environment.window
  const { document } = page
  const off = whyOff(page, options.capture)
  const settings = typeof options.capture === 'object' ? options.capture : {}
  const heard = new Set<CaptureSource>()
  const layerDoor = createLayerDoor()
  let state: CaptureStatus['state'] = 'waiting'
  let route: Route = createRoute(page.location.href, undefined, (document as { wasDiscarded?: boolean }).wasDiscarded ? saidBefore : [])
  let [url, path] = [document.URL, routeOf(page.location)]
  let looking: Promise<void> | undefined
  let facts: typeof import('../lazy/pageFacts.ts') | undefined
  let dwell: Dwell | undefined
  let connecting: Connecting | undefined
  let [hasConnector, isGone, isReplaying] = [false, false, false]
  let stops: (() => void)[] = []
  let answer: string | undefined
  /** While capture says the view of its own item: all names of it. */
  let ownIds: readonly string[] | undefined
  let wasSeen = document.visibilityState === 'visible'

  const isGranted = (): boolean => answer === 'granted'
  /** Its own source is loaded about now, and names the product as the catalogue does: it speaks first. */
  const hasPlatform = (): boolean => hasConnector || 'Shopify' in page || /\bwoocommerce/.test(document.body.className)
  const merged = (): Merged => merge(route.sightings(), id => wayOut()?.client.knows(id) === true)

  const applySoon = oncePerTask(() => void guard(apply))

  /** What a route is known to be now, for whoever asks the page: its item with all that any source knows of it, and its basket. */
  function apply(): void {
    const { product, cart } = merged()
    if (product) {
      const { item, currency } = product
      context.note({ name: 'view_item', params: { items: [item], ...(currency && { currency }) } }, wayIn.now())
    }
    if (cart && answer !== 'denied') void guard(() => sayCart(cart, cart.source))
  }

  async function sayCart({ lines, currency, token }: SeenCart, source: CaptureSource): Promise<void> {
    // Only ever compared, so only its hash is kept: on some platforms who has the token has the basket.
    const cart_token = token && (await loadTwice(() => import('../lazy/hashing.ts'))).hashId(token)
    await wayIn.take('view_cart', { items: lines, currency, cart_token }, source)
  }

  const pageSources = createPageSources(page, {
    layerName: settings.dataLayer ?? 'dataLayer',
    origin: () => ({ base: page.location.href, hosts: options.hosts ?? [] }),
    layer({ name, params }, isLate, entry) {
      if (!layerDoor.lets(name, entry, isLate, isGranted())) return
      isReplaying = isLate
      void wayIn.take(name, params, 'data-layer')
      isReplaying = false
    },
    cart: cart => void guard(() => sayCart(cart, 'marked')),
    act: (name, params) => void wayIn.take(name, params, 'marked'),
    problem: code => problems.add(code),
  })

  /** What the route says as it stands. False when another route has come meanwhile, or a refusal. */
  async function look(here: Route): Promise<boolean> {
    if (here !== route || answer === 'denied') return false
    const seen = await pageSources.read()
    if (here !== route || answer === 'denied') return false
    here.see(seen)
    state = 'ready'
    apply()
    return true
  }

  /** Says what this route is about: once, and only what nobody has said. */
  function settle(): void {
    if (answer === 'denied' || !wasSeen) return
    const { href, isFirst, said } = route
    const all = merged()
    const around = isGranted() ? {
      path: toPath(new URL(href).pathname),
      searchTerm: facts?.readSearchTerm(href, settings.searchParameter),
      from: isFirst ? facts?.readReferrer(href, document.referrer) : undefined,
    } : undefined
    for (const [name, params, source, at] of routeFacts(all, around, wayIn.now())) {
      if (said.has(name)) continue
      said.add(name)
      ownIds = name === 'view_item' ? all.product?.ids : undefined
      void wayIn.take(name, params, source, at, href)
      ownIds = undefined
    }
  }

  /** The page is hidden or left: what is not said now may never be. */
  function leave(): void {
    settle()
    const { product } = merged()
    const ms = dwell?.take() ?? 0
    if (isGranted() && product && ms >= shortestStayMs) {
      const { item_id } = product.item
      void wayIn.take('user_engagement', { items: [{ item_id }], engagement_time_msec: ms }, 'address', undefined, route.href)
    }
  }

  /** Our own fault, or a page that has replaced what we stand on: said in `status()`, and no error of the page. What was read stays. */
  async function guard(work: () => unknown): Promise<void> {
    try {
      await work()
    } catch {
      // Counted, and that is all there is to do.
      problems.add('capture-failed')
    }
  }

  /** For the route it was wished for: a shopper who clicks fast is not read for ten routes at once. */
  async function visit(here: Route): Promise<void> {
    await whenReached(page, 'parsed')
    if (isGranted()) facts ??= await loadTwice(() => import('../lazy/pageFacts.ts')).catch(() => undefined)
    if (isGranted()) dwell ??= facts?.createDwell(page)
    if (!here.isFirst) return lookOn(here, settleMs / 3)
    if (await look(here)) {
      const begin = (): void => void guard(() => lookOn(here, hasPlatform() ? settleMs / 3 : settleMs))
      void whenReached(page, 'loaded').then(() => whenIdle(page, begin))
    }
  }

  /** Looks, now and again. Resolves once the item is known, or the route is settled: what stands there first may be of the route before. */
  async function lookOn(here: Route, gapMs: number): Promise<void> {
    if (!await look(here)) return
    const isSettled = gapMs >= settleMs
    if (isSettled) settle()
    if (gapMs > lastGapMs) return
    const next = new Promise<void>(done => environment.setTimer(() => done(guard(() => lookOn(here, gapMs * 2))), gapMs))
    if (!isSettled && !merged().product) await next
  }

  /** A shop may say what it shows in the very task that changes the address, before the browser tells of the change. */
  function followAddress(): void {
    // A text that is at hand: each part of `location` costs as much as the rest of a call.
    if (url === (url = document.URL)) return
    const next = routeOf(page.location)
    if (next === path) return
    path = next
    leave()
    dwell?.restart()
    const here = route = createRoute(page.location.href, route)
    looking = new Promise(done => whenIdle(page, () => done(here === route ? guard(() => visit(here)) : undefined)))
  }

  function onTaken(taken: Taken): ReturnType<WayIn['take']> | undefined {
    const { draft: { name, params }, source } = taken
    if (name === 'view_item' || source !== 'track') followAddress()
    // What our own rows show and are clicked for is no source of the page.
    if (!('shopside_placement' in params)) heard.add(source)
    if (answer === 'denied') return undefined
    if (name === 'view_item' && params.items.length === 1 && !ownIds && route.tell(source, params.items[0]!, params.currency)) {
      applySoon()
      // Said with all that the page knows, when the route is settled.
      if (source === 'data-layer' || (source !== 'track' && !route.said.has(name))) return wayIn.latest()
    }
    return route.isDouble(taken, isReplaying, ownIds) ? wayIn.latest() : undefined
  }

  function stop(): void {
    for (const one of stops.splice(0)) one()
    pageSources.stop()
    dwell?.dispose()
    dwell = undefined
  }

  if (!off) wayIn.onTaken(onTaken)
  // An answer begins it anew: after a grant more may be said, and what was said stays said.
  const stopAnswers = gate.state.subscribe(({ personalize }) => {
    if (off || personalize === answer) return
    answer = personalize
    stop()
    if (answer === 'denied') return layerDoor.forget()
    stops = [onNavigation(page, followAddress), onLeaving(page, leave, () => {
      wasSeen = true
      settle()
    })]
    looking = guard(() => visit(route))
  })

  return {
    looked: () => looking ?? Promise.resolve(),
    async use(connector) {
      hasConnector = true
      const { createConnecting } = await loadTwice(() => import('../lazy/connecting.ts'))
      if (isGone) return () => {}
      return (connecting ??= createConnecting(wayIn, () => wayOut()?.answered())).use(connector)
    },
    status() {
      const reason = off ?? (answer === 'denied' ? answer : undefined)
      const { sources, fields, problems: unread } = merged()
      return {
        capture: {
          state: reason ? 'off' : state, ...(reason && { reason }),
          sources: [...new Set([...sources, ...heard])], fields, problems: [...unread, ...problems],
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
