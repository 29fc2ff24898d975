import type { Shopside, Started } from '@shopside/browser'

/** One waiting call: when, where, then the method and its arguments. */
export type QueuedCall = [at: number, url: string, method: string, ...args: unknown[]]

/** `window.shopside` before load: `shopside.push('track', name, params)` records time and address. */
export interface Stub {
  q: QueuedCall[]
  push(method: string, ...args: unknown[]): void
}

/** The one global: the stub's object, which gains the surface after load. */
export type GlobalShopside = Stub & Shopside & { version: string }

type Page = Window & { shopside?: unknown }

/** What stands under our name: nothing, our stub, a copy of us that was faster, or somebody else's. */
export function whatIsThere(page: Page): 'nothing' | 'stub' | 'shopside' | 'foreign' {
  const there = page.shopside as Partial<GlobalShopside> | null | undefined
  if (there === undefined) return 'nothing'
  if (typeof there !== 'object' || there === null) return 'foreign'
  if (typeof there.version === 'string' && typeof there.track === 'function') return 'shopside'
  return Array.isArray(there.q) && typeof there.push === 'function' ? 'stub' : 'foreign'
}

/** Puts the surface under our name and replays what waited, each event with the time and path of its call. */
export function takeGlobalName(page: Page, { shop, track }: Started): void {
  const target = (page.shopside ??= { q: [] }) as GlobalShopside
  const waiting = Array.isArray(target.q) ? target.q.splice(0) : []
  Object.defineProperties(target, Object.getOwnPropertyDescriptors(shop))
  target.version = shop.status().version
  target.push = (method, ...args) => call(shop, method, args)
  for (const [at, url, method, ...args] of waiting) {
    // The stub's clock is the device's, and so is the default of ours.
    // Anybody may have written into its list: no time to come, no other site.
    if (method === 'track') void track(args[0], args[1], isPast(at) ? at : undefined, isOnSite(url) ? url : undefined)
    else call(shop, method, args)
  }
}

/** Within the last day: no page waits longer for its script. */
function isPast(at: unknown): boolean {
  return typeof at === 'number' && at <= Date.now() && at > Date.now() - 864e5
}

function isOnSite(url: unknown): boolean {
  return typeof url === 'string' && url.startsWith(`${location.origin}/`)
}

/** Calls a method of the surface by its dotted name: `push('consent.set', { personalize: true })`. Unknown names do nothing. */
function call(shop: Shopside, name: string, args: unknown[]): void {
  let owner: unknown = undefined
  let method: unknown = shop
  for (const part of String(name).split('.')) {
    owner = method
    method = typeof owner === 'object'
      && owner !== null && Object.hasOwn(owner, part) ? (owner as Record<string, unknown>)[part] : undefined
  }
  if (typeof method !== 'function') return
  // One wrong call neither stops the calls behind it nor ends as an error of the page: nobody waits for its answer.
  void (async () => method.apply(owner, args))().catch(() => {})
}
