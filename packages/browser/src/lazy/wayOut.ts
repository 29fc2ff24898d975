// The lazy half: the log's profile, the model, and all that widgets ask. Nothing here is loaded before somebody asks.
import { computed, signal } from '@preact/signals-core'
import { createCartDoor } from '../cartDoor.ts'
import type { Client, Shopside } from '../client.ts'
import { compactOnce } from '../compactOnce.ts'
import { mayRemember } from '../consent/gate.ts'
import { createElementReports } from '../elementReports.ts'
import { createLiveModel } from '../liveModel.ts'
import { createLiveProfile } from '../liveProfile.ts'
import { createLiveSegments } from '../liveSegments.ts'
import { loadModel } from '../loadModel.ts'
import { loadTwice } from '../loadTwice.ts'
import { createNudgeDecider } from '../nudgeDecider.ts'
import { createOrderMemory } from '../orderMemory.ts'
import { createClaims } from '../page/createClaims.ts'
import { onNavigation } from '../page/onNavigation.ts'
import { onRestore } from '../page/onRestore.ts'
import { whenIdle } from '../page/whenIdle.ts'
import { pageLocale } from '../pageLocale.ts'
import { rankingInput } from '../rankingInput.ts'
import type { ShopSignals } from '../shopSignals.ts'
import type { Hearing, WayIn } from '../wayIn.ts'

/** The client, and what the public surface hands on to it. */
export interface WayOut extends Hearing, Pick<Shopside, 'recommend' | 'explain' | 'export' | 'import'> {
  readonly client: Client
  settled(): Promise<void>
  /** Profile, model and segments are final when it resolves. */
  ready(): Promise<void>
  dispose(): void
}

const folding = () => loadTwice(() => import('./folding.ts'))
const ranking = () => loadTwice(() => import('./ranking.ts'))

export function createWayOut(wayIn: WayIn, shop: Shopside, signals: ShopSignals): WayOut {
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

  let compacts = false
  async function settled(): Promise<void> {
    await Promise.all([live.settle(), liveModel.settle()])
    if (compacts || log.mode() !== 'idb') return
    compacts = true
    whenIdle(page, () => void compactOnce(page, name, log.reading, folding, now, wayIn.say)
      .catch(() => warn('compact-failed', 'The next page tries again.')))
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

  const input = () => rankingInput(now(), context, signals.profile, model, cart)

  const client: Client = {
    shop, isOff: wayIn.isOff, now, cart, epoch, settled, model, warn,
    locale: pageLocale(options.locale, page.document.documentElement.lang, page.navigator.language),
    claims: createClaims(run => page.requestAnimationFrame(run)),
    ...createCartDoor(environment, options.addToCart),
    ...(options.orderStatus === undefined ? {} : { orderStatus: options.orderStatus }),
    orderMemory: createOrderMemory(log.reading, now),
    report: reports.report,
    nudgeDecider: () => createNudgeDecider(input),
    product(itemId) {
      const found = model.peek()
      const index = found?.indexOf(itemId) ?? -1
      if (index < 0) return undefined
      const product = found!.product(index)
      // As on the cards: a price in another currency than the page's is never converted and never shown.
      if ((context.currency() ?? product.currency) !== product.currency) delete product.price
      return product
    },
    status: () => ({ model: liveModel.status(), widgets: reports.list() }),
  }

  return {
    client, settled,
    ready: liveSegments.settle,
    stored: () => void live.refresh(),
    news: news => { if (news === 'forget') heardElsewhere(); else void refresh() },
    changed() {
      live.reset()
      epoch.value++
      void live.refresh()
    },
    async recommend(request) {
      await settled()
      const { recommend } = await ranking()
      return recommend(input(), request)
    },
    async explain(itemId) {
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
      for (const stop of undo) stop()
    },
  }
}
