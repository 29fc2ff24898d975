import { effect } from '@preact/signals-core'
import { hashId } from '@shopside/engine'
import type { CaptureSource } from './capture/captureSource.ts'
import type { Ack } from './client.ts'
import type { Connector, ConnectorHost } from './connector.ts'
import { createCheckoutWatch } from './checkoutWatch.ts'
import type { WayIn } from './wayIn.ts'

/** The connectors in use, each with a host to stand on. */
export interface Connecting {
  /** @returns takes it away again */
  use(connector: Connector): () => void
  /** Names of those in use, in the order they came. */
  names(): string[]
  dispose(): void
}

const platforms: ReadonlySet<string> = new Set<CaptureSource>(['shopify', 'woocommerce'])

/** @param answered told when somebody new answers "add to basket" */
export function createConnecting(wayIn: WayIn, answered: () => void): Connecting {
  const { warnings, now } = wayIn
  const page = wayIn.environment.window
  const inUse = new Map<string, () => void>()
  const checkouts = createCheckoutWatch(wayIn)

  function hostOf(name: string): ConnectorHost & { stop(): void } {
    const source = platforms.has(name) ? name as CaptureSource : 'connector'
    const undo: (() => void)[] = []
    return {
      window: page,
      now,
      report: (event, params, at) => wayIn.take(event, withHashedToken(params), source, at),
      cart(lines, about = {}) {
        // Own fields alone: a page may have added to Object.prototype.
        const { currency, token }: typeof about = { __proto__: null, ...about } as object
        const snapshot = withHashedToken({ items: lines, currency, cart_token: token })
        const said: Promise<Ack> = wayIn.take('view_cart', snapshot, source)
        if (snapshot.cart_token !== undefined) checkouts.seen(lines, snapshot.cart_token, currency)
        return said
      },
      answerAdd(add) {
        wayIn.answerAdd = add
        answered()
        undo.push(() => { if (wayIn.answerAdd === add) delete wayIn.answerAdd })
      },
      onRequest(matches, run) {
        const stop = onRequest(page, matches, run)
        undo.push(stop)
        return stop
      },
      problem(code) {
        wayIn.problems.add(code)
        warnings.warn(
          code, `Connector "${name}": what the platform said could not be used. See the documentation of the connector.`,
        )
      },
      stop() {
        for (const one of undo.splice(0)) one()
      },
    }
  }

  /** Runs while `personalize` is not denied: a refusal stops it, an answer starts it anew. */
  function run(connector: Connector): () => void {
    const host = hostOf(connector.name)
    let stop: (() => void) | void
    function end(): void {
      try {
        stop?.()
      } catch {
        // The connector's own: what it left is not ours to mend.
      }
      stop = undefined
      host.stop()
    }
    const stopAnswers = effect(() => {
      const isDenied = wayIn.gate.state.value.personalize === 'denied'
      if (isDenied) return end()
      if (stop !== undefined) return
      try {
        stop = connector.start?.(host) ?? (() => {})
      } catch {
        // A connector that cannot start is none; the page goes on.
        host.problem(`${connector.name}-start`)
      }
    })
    return () => {
      stopAnswers()
      end()
    }
  }

  return {
    use(connector) {
      const { name } = connector
      if (inUse.has(name)) return () => {}
      inUse.set(name, run(connector))
      return () => {
        inUse.get(name)?.()
        inUse.delete(name)
      }
    },
    names: () => [...inUse.keys()],
    dispose() {
      for (const stop of inUse.values()) stop()
      inUse.clear()
    },
  }
}

/** Only ever compared, so only its hash is kept: on some platforms who has the token has the basket. */
function withHashedToken<Params extends { cart_token?: unknown }>(params: Params): Params & { cart_token?: string } {
  const token = Object.hasOwn(params, 'cart_token') ? params.cart_token : undefined
  const { cart_token, ...rest } = params
  return (typeof token === 'string' ? { ...rest, cart_token: hashId(token) } : rest) as Params & { cart_token?: string }
}

/** Nothing is wrapped: the browser itself says which addresses the page has asked. */
function onRequest(page: Window & typeof globalThis, matches: (path: string) => boolean, run: () => void): () => void {
  try {
    const observer = new page.PerformanceObserver(list => {
      const isAsked = list.getEntries().some(entry => {
        const url = new URL(entry.name, page.location.href)
        return url.origin === page.location.origin && matches(url.pathname)
      })
      if (isAsked) run()
    })
    observer.observe({ type: 'resource' })
    return () => observer.disconnect()
  } catch {
    // A browser without it: the connector has other signs.
    return () => {}
  }
}
