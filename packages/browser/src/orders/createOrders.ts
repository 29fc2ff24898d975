import { toOrderStatus, type ParcelOrigin } from '@shopside/engine'
import { mayRemember } from '../consent/gate.ts'
import type { Environment } from '../environment.ts'
import { onRestore } from '../page/onRestore.ts'
import type { WayIn } from '../wayIn.ts'
import { addressOf, askAddress } from './askAddress.ts'
import { createFollowing, type Following, type OrderEdges } from './createFollowing.ts'
import { createOrderMemory } from './orderMemory.ts'
import type { OrderFollowing } from './orderNews.ts'
import { watchNear } from './watchNear.ts'

/** The shop's own function may ask several servers; what takes longer than this will not come. */
const functionTimeoutMs = 20_000

/** Without locks tabs whose time has come ask at moments apart, and the later one finds the answer of the earlier. */
const spreadMs = 1000

/** All orders that this page follows. */
export interface Orders {
  follow(orderId: string, element: Element): OrderFollowing
  /** Another tab has asked about an order. */
  heard(): void
  /**
   * What may be known has changed: at a grant what this page knows is kept, else it forgets and asks anew what is still shown.
   */
  reset(): void
  dispose(): void
}

/** Following orders, wired to the page. */
export function createOrders(
  wayIn: Pick<WayIn, 'options' | 'environment' | 'name' | 'gate' | 'log' | 'tabs' | 'warnings' | 'now'>,
): Orders {
  const { environment, gate, log, name, now, options, tabs } = wayIn
  const page = environment.window
  const origin: ParcelOrigin = { base: page.location.href, ...(Object.hasOwn(options, 'hosts') && { hosts: options.hosts! }) }
  const followings = new Map<string, Following>()
  let mayKeep = mayRemember(gate.state.peek())
  const ask = askerOf(wayIn, origin)
  const edges: OrderEdges = {
    now,
    random: Math.random,
    after: (ms, work) => void environment.setTimer(work, ms),
    isVisible: () => page.document.visibilityState !== 'hidden',
    // Only a clear no is one.
    isOnline: () => page.navigator.onLine !== false,
    ...(ask && { ask }),
    // After an erase this page writes nothing more, though the shop's own option may allow it.
    memory: createOrderMemory(async () => (mayKeep ? log.reading() : undefined), origin, gate.isPaused),
    alone(orderId, work) {
      const { locks } = page.navigator as { locks?: LockManager }
      // Nothing is shared while nothing may be stored: each tab asks for itself.
      if (!mayKeep) return work()
      if (locks === undefined) {
        return new Promise((done, fail) => environment.setTimer(() => work().then(done, fail), spreadMs * Math.random()))
      }
      let began = false
      return locks.request(`${name}.order.${orderId}`, () => {
        began = true
        return work()
      }).catch((error: unknown) => {
        // A frame that may take no lock: what is stored still tells when another tab asked.
        if (!began) return work()
        throw error
      })
    },
    tell: () => tabs.tell('orders'),
  }

  const each = (act: (following: Following) => unknown): void => followings.forEach(act)
  const online = (): void => each(following => following.wake('return'))
  const offline = (): void => each(following => following.wake('due'))
  page.addEventListener('online', online)
  page.addEventListener('offline', offline)
  const undo = onRestore(page, online)

  return {
    follow(orderId, element) {
      const following = followings.get(orderId) ?? createFollowing(orderId, edges)
      followings.set(orderId, following)
      const leave = watchNear(page, element, isNear => following.near(element, isNear))
      return {
        news: following.news,
        known: following.known,
        seen: following.seen,
        stop() {
          leave()
          following.near(element, false)
        },
      }
    },
    heard: () => each(following => void following.reread()),
    reset() {
      const isGrant = !mayKeep && mayRemember(gate.state.peek())
      mayKeep = isGrant
      each(following => (isGrant ? following.keep() : following.reset()))
    },
    dispose() {
      undo()
      page.removeEventListener('online', online)
      page.removeEventListener('offline', offline)
      followings.clear()
    },
  }
}

/** How the shop's endpoint is asked; undefined when it gave none, or an address that leads nowhere. */
function askerOf(
  { options, environment, warnings }: Pick<WayIn, 'options' | 'environment' | 'warnings'>, origin: ParcelOrigin,
): OrderEdges['ask'] {
  // Its own: a page's prototypes may have been added to, and ids of orders must not go where they say.
  const orderStatus = Object.hasOwn(options, 'orderStatus') ? options.orderStatus : undefined
  if (orderStatus === undefined) return undefined
  if (typeof orderStatus === 'string' && addressOf(orderStatus, 'order', origin.base) === undefined) {
    warnings.warn(
      'option-order-status',
      `option "orderStatus" is "${orderStatus}". Give an address with {order} in it, on this origin or https.`,
    )
    return undefined
  }
  return async (orderId, etag) => {
    const told = typeof orderStatus === 'function'
      ? { body: await within(environment, functionTimeoutMs, orderStatus(orderId)) }
      : await askTemplate(environment, orderStatus, orderId, etag)
    if (told === 'same') return 'same'
    const status = toOrderStatus(told.body, orderId, origin)
    if (status === undefined) throw new TypeError('order-no-status')
    return { status, ...('etag' in told && told.etag !== undefined && { etag: told.etag }) }
  }
}

async function askTemplate(
  environment: Environment, template: string, orderId: string, etag: string | undefined,
): ReturnType<typeof askAddress> {
  const url = addressOf(template, orderId, environment.window.document.baseURI)
  if (url === undefined) throw new Error('order-address')
  return askAddress(environment, url, etag)
}

function within<Value>(environment: Environment, ms: number, promise: Promise<Value>): Promise<Value> {
  return Promise.race(
    [promise, new Promise<never>((_, reject) => environment.setTimer(() => reject(new Error('order-timeout')), ms))],
  )
}
