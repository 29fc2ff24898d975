// The lazy half: the log's profile, the model, and all that widgets ask. Nothing here is loaded before somebody asks.
import { computed, signal } from '@preact/signals-core'
import { createCartDoor } from '../cartDoor.ts'
import type { Client, Shopside } from '../client.ts'
import { mayRemember } from '../consent/gate.ts'
import { makeDrawable } from '../drawable.ts'
import { createElementReports } from '../elementReports.ts'
import { createIdMatch } from '../idMatch.ts'
import { createLiveModel } from '../liveModel.ts'
import { createLiveProfile } from '../liveProfile.ts'
import { createLiveSegments } from '../liveSegments.ts'
import { loadModel } from '../loadModel.ts'
import { loadTwice } from '../loadTwice.ts'
import { createNudgeDecider } from '../nudgeDecider.ts'
import type { Orders } from '../orders/createOrders.ts'
import { createClaims } from '../page/createClaims.ts'
import { onNavigation } from '../page/onNavigation.ts'
import { onRestore } from '../page/onRestore.ts'
import { pageLocale } from '../pageLocale.ts'
import { rankingInput } from '../rankingInput.ts'
import type { ShopSignals } from '../shopSignals.ts'
import type { Hearing, WayIn } from '../wayIn.ts'

/** The client, and what the public surface hands on to it. */
export interface WayOut extends Hearing, Pick<Shopside, 'recommend' | 'explain' | 'export' | 'import'> {
  readonly client: Client
  settled(): Promise<void>
  /** A platform answers "add to basket" from now on. */
  answered(): void
  /** Profile, model and segments are final when it resolves. */
  ready(): Promise<void>
  dispose(): void
}

const folding = () => loadTwice(() => import('./folding.ts'))
const remembering = () => loadTwice(() => import('./remembering.ts'))
const ranking = () => loadTwice(() => import('./ranking.ts'))

/** @param looked resolves once the page has been read for its item and basket */
export function createWayOut(wayIn: WayIn, shop: Shopside, signals: ShopSignals, looked: () => Promise<void>): WayOut {
  const { options, environment, name, context, gate, log, tabs, warnings, now } = wayIn
  const { warn } = warnings
  const page = environment.window
  const epoch = signal(0)
  const live = createLiveProfile(
    signals.profile, log.reading, folding, () => warn('profile-failed', 'Reload the page.'))
  const folder = wayIn.isOff ? undefined : options.model
  const { model, ...liveModel } = createLiveModel(folder === undefined ? undefined : () => loadModel(environment, folder, ranking), warn)
  const cart = computed(() => context.cart.value ?? signals.profile.value?.cart)
  const liveSegments = createLiveSegments(signals, model, settled, now, () => warn('segments-failed', 'Reload the page.'))
  const reports = createElementReports(warn)
  const ids = createIdMatch()
  wayIn.onTaken(({ draft }) => ids.note(draft))

  let orders: Promise<Orders> | undefined
  function loadOrders(): Promise<Orders> {
    return loadTwice(() => import('./orders.ts')).then(({ createOrders }) => createOrders(wayIn), (error: unknown) => {
      // A file that could not be had is asked for again at the next wish.
      orders = undefined
      throw error
    })
  }
  function tellOrders(tell: (orders: Orders) => void): void {
    orders?.then(tell, () => {})
  }

  async function settled(): Promise<void> {
    await Promise.all([live.settle(), liveModel.settle(), looked()])
  }

  async function refresh(): Promise<void> {
    if (await live.refresh()) epoch.value++
  }

  /** Another tab may have withdrawn, erased, granted or written. */
  function heardElsewhere(): void {
    if (gate.isOutdated()) wayIn.forgetHere()
    else gate.refresh()
    void refresh()
  }

  function onStorage(event: StorageEvent): void {
    if (event.key === wayIn.consentKey || event.key === null) heardElsewhere()
  }
  page.addEventListener('storage', onStorage)
  const undo = [
    onRestore(page, () => {
      if (mayRemember(gate.state.peek())) tabs.open()
      heardElsewhere()
    }),
    onNavigation(page, () => { epoch.value++ }),
    () => page.removeEventListener('storage', onStorage),
    liveSegments.dispose,
  ]
  if (mayRemember(gate.state.peek())) tabs.open()

  const drawable = (product: Parameters<typeof makeDrawable>[0]): void => makeDrawable(
    product, { base: page.document.baseURI, hosts: options.hosts ?? [] },
    host => warn('host-not-named', `Pictures and links on ${host} are not drawn. Name it: hosts: ['${host}'], or data-hosts="${host}".`))

  const input = () => rankingInput(now(), context, signals.profile, model, cart)

  const client: Client = {
    answer: answers => wayIn.answer(answers, 'shopper'),
    pause: gate.pause,
    shop, isOff: wayIn.isOff, now, cart, epoch, settled, model, warn,
    locale: pageLocale(options.locale, page.document.documentElement.lang, page.navigator.language),
    claims: createClaims(run => page.requestAnimationFrame(run)),
    ...createCartDoor(environment, () => options.addToCart ?? wayIn.answerAdd),
    followOrder: async (id, element) => (await (orders ??= loadOrders())).follow(id, element),
    report: reports.report,
    nudgeDecider: () => createNudgeDecider(input),
    product(itemId) {
      const found = model.peek()
      const index = found?.indexOf(itemId) ?? -1
      if (index < 0) return undefined
      const product = found!.product(index)
      drawable(product)
      // As on the cards: a price in another currency than the page's is never converted and never shown.
      if ((context.currency() ?? product.currency) !== product.currency) delete product.price
      return product
    },
    async remembering() {
      const { createRemembering } = await remembering()
      return createRemembering({
        reading: log.reading, ready: liveSegments.settle, profile: signals.profile, segments: signals.segments, product: client.product,
        now, createId: environment.createId, shop: name, base: () => page.location.href,
        async changed() {
          tabs.tell('appended')
          await refresh()
        },
      })
    },
    status() {
      const match = ids.status(model.peek())
      return { model: liveModel.status(), widgets: reports.list(), ...(match && { match }) }
    },
  }

  return {
    client, settled,
    ready: liveSegments.settle,
    answered() { epoch.value++ },
    stored: () => void live.refresh(),
    news(news) {
      if (news === 'orders') tellOrders(each => each.heard())
      else if (news === 'forget') heardElsewhere()
      else void refresh()
    },
    changed() {
      live.reset()
      tellOrders(each => each.reset())
      epoch.value++
      void live.refresh()
    },
    async recommend(request) {
      if (wayIn.isOff) return []
      await settled()
      const { recommend } = await ranking()
      const found = recommend(input(), request)
      for (const { item, twins } of found) [item, ...twins].forEach(drawable)
      return found
    },
    async explain(itemId) {
      if (wayIn.isOff) return []
      await settled()
      const { explain } = await ranking()
      return explain(input(), itemId)
    },
    async export() {
      const { exportLog } = await import('./portability.ts')
      return exportLog(await log.reading(), name, now(), gate.state.peek())
    },
    async import(file) {
      const { importLog } = await import('./portability.ts')
      const result = await importLog(await log.reading(), file, name, page.location.href)
      if (result.added > 0) {
        tabs.tell('appended')
        await refresh()
      }
      return result
    },
    dispose() {
      tellOrders(each => each.dispose())
      for (const stop of undo) stop()
    },
  }
}
