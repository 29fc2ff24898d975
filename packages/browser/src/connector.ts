import type { Item } from '@shopside/engine'
import type { Ack } from './client.ts'

/** What a connector is given. Nothing in it throws; promises never reject. */
export interface ConnectorHost {
  readonly window: Window & typeof globalThis
  now(): number
  /** As `track`, believed as far as a platform is; doubles of other sources are found by the usual rules. */
  report(name: string, params: object, at?: number): Promise<Ack>
  /**
   * The whole basket as the platform knows it. `token` names the basket itself (Shopify `cart.token`): a new token after an
   * emptied basket tells that the old one was ordered or thrown away.
   */
  cart(lines: Item[], about?: { currency?: string; token?: string }): Promise<Ack>
  /** Answers `shopside:add-to-cart` wherever no listener of the page does. The last connector to call it answers. */
  answerAdd(add: (items: Item[]) => Promise<unknown>): void
  /** Runs after a request of the page to an address that `matches` (PerformanceObserver: nothing is wrapped). @returns stops */
  onRequest(matches: (path: string) => boolean, run: () => void): () => void
  /** A line for `status().capture.problems` and, on localhost, the console. Codes, never values. */
  problem(code: string): void
}

/** One vendor or platform. `start` is the way in; it runs unless `personalize` is denied. */
export interface Connector {
  /** Lower case, letters and `-`; one of a name is used once. */
  readonly name: string
  /** Begins to listen. @returns undoes it */
  start?(host: ConnectorHost): (() => void) | void
}
