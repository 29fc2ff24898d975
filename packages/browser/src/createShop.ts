import { computed, signal } from '@preact/signals-core'
import type { Item } from '@shopside/engine'
import { checkOptions } from './checkOptions.ts'
import type { Client, Shopside, ShopsideOptions } from './client.ts'
import { browserEnvironment, type Environment } from './environment.ts'
import type { WayOut } from './lazy/wayOut.ts'
import { loadTwice } from './loadTwice.ts'
import type { ShopSignals } from './shopSignals.ts'
import { version } from './version.ts'
import { createWayIn, type WayIn } from './wayIn.ts'

/** A started Shopside: the public surface, and what the script tag and the widgets' loader need beside it. */
export interface Started extends Pick<WayIn, 'isOff' | 'track'> {
  readonly shop: Shopside
  warn(code: string, remedy: string): void
  /** What widgets ask. Loads the lazy half. Rejects when its file cannot be had. */
  client(): Promise<Client>
}

/**
 * Starts Shopside without a face: the way of one event (DESIGN 2), eager up to the log, lazy from there.
 *
 * @throws ShopsideError for an option that cannot work; nothing else is ever thrown at the page
 */
export function createShop(options: ShopsideOptions = {}, environment: Environment = browserEnvironment(window)): Started {
  checkOptions(options)
  let wayOut: WayOut | undefined
  let loading: Promise<WayOut> | undefined
  const wayIn = createWayIn(options, environment, () => wayOut)
  const { context, isOff } = wayIn
  const { warn } = wayIn.warnings

  /** A file that could not be had is asked for again at the next wish. */
  function load(): Promise<WayOut> {
    return loading ??= loadTwice(() => import('./lazy/wayOut.ts')).then(
      ({ createWayOut }) => wayOut = createWayOut(wayIn, shop, signals),
      (error: unknown) => {
        loading = undefined
        warn('file-missing', 'A file of Shopside could not be loaded. Serve all files of one build together.')
        throw error
      })
  }

  function ask(what: 'settled' | 'ready'): Promise<void> {
    return isOff ? Promise.resolve() : load().then(out => out[what](), () => {})
  }
  const signals: ShopSignals = {
    profile: signal(undefined, { watched: () => void ask('settled') }),
    segments: signal(undefined, { watched: () => void ask('ready') }),
  }

  const shop: Shopside = {
    track: (name, params) => wayIn.track(name, params),
    cart: {
      lines: computed(() => context.cart.value?.lines ?? signals.profile.value?.cart.lines),
      set: (items: Item[], currency?: string) => wayIn.track('view_cart', currency === undefined ? { items } : { items, currency }),
    },
    profile: signals.profile,
    segments: signals.segments,
    orders: computed(() => signals.profile.value?.orders),
    get ready() {
      return ask('ready')
    },
    consent: { state: wayIn.gate.state, set: wayIn.gate.set },
    recommend: async request => (isOff ? [] : (await load()).recommend(request)),
    explain: async itemId => (isOff ? [] : (await load()).explain(itemId)),
    export: async () => (await load()).export(),
    import: async file => (await load()).import(file),
    erase: wayIn.erase,
    status: () => ({
      version,
      warnings: wayIn.warnings.list,
      consent: wayIn.gate.state.peek(),
      storage: { mode: wayIn.log.mode() },
      events: wayIn.counts(),
      ...(wayOut?.client.status() ?? { model: { state: 'none' }, widgets: [] }),
    }),
    flush: async () => (await wayIn.latest()).level,
    dispose() {
      wayOut?.dispose()
      wayIn.dispose()
    },
  }
  return { shop, isOff, warn, track: wayIn.track, client: async () => (await load()).client }
}
