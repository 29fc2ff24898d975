import { computed, signal } from '@preact/signals-core'
import type { Item } from '@shopside/engine'
import { checkOptions } from './checkOptions.ts'
import type { Ack, Client, Shopside } from './client.ts'
import type { ShopsideOptions } from './options.ts'
import { browserEnvironment, type Environment } from './environment.ts'
import type { Capturing } from './capture/capturing.ts'
import type { WayOut } from './lazy/wayOut.ts'
import { loadTwice } from './loadTwice.ts'
import { whenIdle } from './page/whenIdle.ts'
import type { ShopSignals } from './shopSignals.ts'
import { version } from './version.ts'
import { fileMissing } from './warnings.ts'
import { createWayIn, type WayIn } from './wayIn.ts'

/** A started Shopside: the public surface, and what the script tag and the widgets' loader need beside it. */
export interface Started extends Pick<WayIn, 'isOff'> {
  readonly shop: Shopside
  /** As the shop's own `track`, for a call that was made at another time and address: the stub's. */
  track(name: unknown, params: unknown, at?: number, url?: string): Promise<Ack>
  warn(code: string, remedy: string): void
  /** What widgets ask. Loads the lazy half. Rejects when its file cannot be had. */
  client(): Promise<Client>
}

/**
 * Starts Shopside without a face: the way of one event (DESIGN 2), eager up to the log, lazy from there.
 *
 * @throws ShopsideError for an option that cannot work; nothing else is ever thrown at the page
 */
export function createShop(given: ShopsideOptions = {}, environment: Environment = browserEnvironment(window)): Started {
  // Own fields alone: a page may have added to Object.prototype, and an address or a consent must not come from there.
  const options = Object.assign(Object.create(null) as ShopsideOptions, given)
  checkOptions(options)
  let wayOut: WayOut | undefined
  let loading: Promise<WayOut> | undefined
  let capturing: Capturing | undefined
  let capture: Promise<Capturing> | undefined
  let isGone = false
  const wayIn = createWayIn(options, environment, () => wayOut)
  const { context, isOff } = wayIn
  const { warn } = wayIn.warnings

  /** A file that could not be had is asked for again at the next wish. */
  function load(): Promise<WayOut> {
    return loading ??= loadTwice(() => import('./lazy/wayOut.ts')).then(
      ({ createWayOut }) => wayOut = createWayOut(wayIn, shop, signals, looked),
      (error: unknown) => {
        loading = undefined
        warn(...fileMissing)
        throw error
      })
  }

  function sources(): Promise<Capturing> {
    return capture ??= loadTwice(() => import('./lazy/capturing.ts')).then(file => {
      if (isGone) throw new Error('disposed')
      return capturing = file.createCapturing(wayIn, () => wayOut)
    })
  }

  /**
   * Resolves once the page has been read for what it says of itself. Never rejects: where the file cannot be had, it says
   * nothing.
   */
  async function looked(): Promise<void> {
    if (!isOff && !isGone && options.capture !== false) await sources().then(page => page.looked(), () => {})
  }
  whenIdle(environment.window, looked)

  /** The way out's own, once it is there. */
  function later<Name extends 'recommend' | 'rerank' | 'explain' | 'export' | 'import'>(name: Name): Shopside[Name] {
    return (async (...given: never[]) => ((await load())[name] as (...given: never[]) => unknown)(...given)) as Shopside[Name]
  }

  function ask(what: 'profileSettled' | 'ready'): Promise<void> {
    return isOff ? Promise.resolve() : load().then(out => out[what](), () => {})
  }
  const signals: ShopSignals = {
    profile: signal(undefined, { watched: () => void ask('profileSettled') }),
    segments: signal(undefined, {
      watched() {
        signals.isFollowed.value = true
        void ask('ready')
      },
      unwatched() { signals.isFollowed.value = false },
    }),
    isFollowed: signal(false), said: signal({}), conclude: signal(undefined),
  }

  const shop: Shopside = {
    track: (name: unknown, params?: unknown) => wayIn.take(name, params, 'track'),
    cart: {
      lines: computed(() => context.cart.value?.lines ?? signals.profile.value?.cart.lines),
      set: (items: Item[], currency?: string) => wayIn.take(
        'view_cart', currency === undefined ? { items } : { items, currency }, 'track',
      ),
    },
    profile: computed(() => {
      const profile = signals.profile.value
      return profile && (signals.conclude.value?.(profile) ?? profile)
    }),
    segments: signals.segments,
    orders: computed(() => signals.profile.value?.orders),
    get ready() {
      return ask('ready')
    },
    declare: facts => wayIn.take('declare', { facts }, 'track'),
    context(facts) {
      try {
        signals.said.value = { ...signals.said.peek(), ...facts }
      } catch {
        // A getter of the page's own object threw: nothing was said.
      }
    },
    consent: { state: wayIn.gate.state, set: (answers, about) => wayIn.answer(answers, 'shop', about) },
    recommend: later('recommend'), rerank: later('rerank'), explain: later('explain'), export: later('export'),
    import: later('import'),
    use(connector) {
      let stop: (() => void) | undefined
      let isUsed = !isOff
      if (isUsed) sources().then(page => page.use(connector)).then(undo => { if (isUsed) stop = undo; else undo() }, () => {})
      return () => {
        isUsed = false
        stop?.()
      }
    },
    erase: wayIn.erase,
    status: () => ({
      version,
      warnings: wayIn.warnings.list,
      consent: wayIn.gate.state.peek(),
      storage: wayIn.log.status(),
      events: wayIn.counts(),
      ...(capturing?.status() ?? {
        capture: {
          state: 'waiting', sources: [], fields: {}, problems: [],
          ...((isOff || options.capture === false) && { state: 'off', reason: isOff ? 'off' : 'option' }),
        },
        connectors: [],
      }),
      ...(wayOut?.client.status() ?? { model: { state: 'none' }, widgets: [] }),
    }),
    async flush() {
      const { level } = await wayIn.latest()
      return level === 'written' && await wayIn.log.mirrored() ? 'mirrored' : level
    },
    dispose() {
      isGone = true
      capturing?.dispose()
      wayOut?.dispose()
      wayIn.dispose()
    },
  }
  return {
    shop, isOff, warn,
    track: (name, params, at, url) => wayIn.take(name, params, 'track', at, url),
    client: async () => (await load()).client,
  }
}
