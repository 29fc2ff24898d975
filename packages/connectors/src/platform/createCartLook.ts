import type { Ack, ConnectorHost } from '@shopside/browser'

/** The whole basket in the platform's own words, by our names. What is in it has not been looked at: the host's boundary does. */
export interface SeenCart {
  lines: Parameters<ConnectorHost['cart']>[0]
  currency?: string
  /** Names the basket itself. */
  token?: string
}

/** Looks at the basket when it may have changed. */
export interface CartLook {
  /**
   * Reads the basket and tells it, if it is another than the last one told. Never rejects.
   * However many ask before a reading begins, it is one reading; two never overlap, so the last one told is the newest.
   *
   * @returns false when it could not be read
   */
  look(): Promise<boolean>
  /** The basket as it was last told. */
  seen(): SeenCart | undefined
  /** Nothing is told from here on. */
  stop(): void
}

/**
 * @param read undefined, or a rejection: not to be read now
 * @param told runs after each basket that was told
 */
export function createCartLook(
  host: ConnectorHost, read: () => Promise<SeenCart | undefined>, told: (ack: Ack) => void = () => {},
): CartLook {
  let stopped = false
  let last: SeenCart | undefined
  let waiting: Promise<boolean> | undefined
  let reading: Promise<unknown> = Promise.resolve()

  async function readAndTell(): Promise<boolean> {
    waiting = undefined
    if (stopped) return false
    try {
      const cart = await read()
      if (stopped || cart === undefined) throw new Error('no basket')
      if (JSON.stringify(cart) === JSON.stringify(last)) return true
      last = cart
      told(await host.cart(cart.lines, cart))
      return true
    } catch {
      // No connection, an error page, or a shop that answers something else: the basket is as it was.
      if (!stopped) host.problem('cart-unreadable')
      return false
    }
  }

  return {
    look: () => waiting ??= (reading = reading.then(readAndTell)) as Promise<boolean>,
    seen: () => last,
    stop() {
      stopped = true
    },
  }
}
