// The lazy half: the log's profile, the model, and all that widgets ask. Nothing here is loaded before somebody asks.
import { computed, signal } from '@preact/signals-core'
import { seedItems, type Product, type Watched } from '@shopside/engine'
import { createAnswers } from '../answers.ts'
import { createCartDoor } from '../cartDoor.ts'
import type { Client, Shopside } from '../client.ts'
import { mayRemember } from '../consent/gate.ts'
import { makeDrawable, type Drawn } from '../drawable.ts'
import { createElementReports } from '../elementReports.ts'
import { createIdMatch } from '../idMatch.ts'
import { createLiveProfile } from '../liveProfile.ts'
import { createLiveSegments } from '../liveSegments.ts'
import { loadTwice } from '../loadTwice.ts'
import { createLateKept } from '../model/lateKept.ts'
import { createLiveModel } from '../model/liveModel.ts'
import { loadModel } from '../model/loadModel.ts'
import { createModelFolder } from '../model/modelFolder.ts'
import { createNudgeDecider } from '../nudgeDecider.ts'
import type { Orders } from '../orders/createOrders.ts'
import { createClaims } from '../page/createClaims.ts'
import { onNavigation } from '../page/onNavigation.ts'
import { onRestore } from '../page/onRestore.ts'
import { whenIdle } from '../page/whenIdle.ts'
import { pageLocale } from '../pageLocale.ts'
import { rankingInput } from '../rankingInput.ts'
import type { ShopSignals } from '../shopSignals.ts'
import type { Hearing, WayIn } from '../wayIn.ts'

/** The client, and what the public surface hands on to it. */
export interface WayOut extends Hearing, Pick<Shopside, 'recommend' | 'rerank' | 'explain' | 'export' | 'import'> {
  readonly client: Client
  /** Resolves when the profile is final; the model is not asked for. */
  profileSettled(): Promise<void>
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
  let watched: Watched | undefined
  const live = createLiveProfile(
    signals.profile, log.reading, folding, () => warn('profile-failed', 'Reload the page.'), () => watched)
  const folder = wayIn.isOff ? undefined : options.model
  const liveModel = createLiveModel(folder === undefined ? undefined : openModelOf(folder), warn, run => whenIdle(page, run))
  const { model } = liveModel
  const cart = computed(() => context.cart.value ?? signals.profile.value?.cart)
  const liveSegments = createLiveSegments({
    wayIn, signals, epoch, shopper: shop.profile, model: liveModel, fold: live.settle, watch(asked) { watched = asked },
  }, settled, () => warn('segments-failed', 'Reload the page.'))
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

  async function profileSettled(): Promise<void> {
    await Promise.all([live.settle(), looked()])
  }

  async function settled(): Promise<void> {
    // The model's head is asked for at once; which of its shards are needed, log and page must say first.
    const known = profileSettled()
    await Promise.all([known, liveModel.settle(async () => {
      await known
      return seedItems(input())
    })])
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

  /** The last good copy is kept, and looked for, only while the shopper may be remembered. */
  function openModelOf(folder: string): () => ReturnType<typeof loadModel> {
    const kept = createLateKept(environment, name, () => mayRemember(gate.state.peek()) && !gate.isOutdated())
    const address = new URL(folder, page.document.baseURI).href
    return () => loadModel({ folder: createModelFolder(environment, folder), address, kept, reader: ranking, now })
  }

  const drawable = (product: Drawn): void => makeDrawable(
    product, { base: page.document.baseURI, hosts: options.hosts ?? [] },
    host => warn(
      'host-not-named', `Pictures and links on ${host} are not drawn. Name it: hosts: ['${host}'], or data-hosts="${host}".`,
    ))

  const input = () => rankingInput(now(), context, signals.profile, model, cart, options.market)
  const answers = createAnswers(wayIn, liveModel, settled, input, drawable)

  const client: Client = {
    answer: answers => wayIn.answer(answers, 'shopper'),
    pause: gate.pause,
    shop, isOff: wayIn.isOff, now, cart, epoch, settled, profileSettled, model, warn,
    rank: answers.rank, askLive: answers.askLive,
    knows: itemId => liveModel.knows?.(itemId),
    locale: pageLocale(options.locale, page.document.documentElement.lang, page.navigator.language),
    claims: createClaims(run => page.requestAnimationFrame(run)),
    ...createCartDoor(environment, () => options.addToCart ?? wayIn.answerAdd),
    followOrder: async (id, element) => (await (orders ??= loadOrders())).follow(id, element),
    report: reports.report,
    keepSegments: liveSegments.keep,
    nudgeDecider: () => createNudgeDecider(input),
    product(itemId) {
      const found = liveModel.find(itemId)
      if (found === undefined) return undefined
      const product: Product = found.model.product(found.index)
      const { price, currency = context.currency(), available } = answers.liveFact(itemId) ?? {}
      if (price !== undefined) {
        Object.assign(product, { price, currency, priceAt: now() })
        delete product.listPrice
      }
      if (available !== undefined) product.available = available
      drawable(product)
      // As on the cards: a price in another currency than the page's is never converted and never shown.
      if ((context.currency() ?? product.currency) !== product.currency) delete product.price
      return product
    },
    async remembering() {
      const { createRemembering } = await remembering()
      return createRemembering({
        reading: log.reading, ready: liveSegments.settle, profile: shop.profile, segments: signals.segments,
        product: client.product,
        now, createId: environment.createId, shop: name, base: () => page.location.href,
        async changed() {
          tabs.tell('appended')
          await refresh()
        },
      })
    },
    status() {
      const match = ids.status(liveModel.knows)
      return { model: liveModel.status(now()), widgets: reports.list(), ...(match && { match }) }
    },
  }

  return {
    client, profileSettled,
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
    recommend: answers.recommend, rerank: answers.rerank,
    async explain(id) {
      await settled()
      const isItem = liveModel.knows?.(id) ?? Object.hasOwn(signals.profile.peek()?.items ?? {}, id)
      if (!isItem) await liveSegments.settle()
      return (!isItem && signals.segments.peek()?.find(each => each.id === id)?.because) || answers.explain(id)
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
