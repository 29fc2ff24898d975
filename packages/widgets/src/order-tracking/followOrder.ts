import { signal as createSignal, type Signal } from '@preact/signals-core'
import type { OrderStatus, Shipment } from '@shopside/engine'
import type { Client } from '@shopside/browser'
import { readZonedTime } from '../format/zonedTime.ts'
import type { Timers } from '../timers.ts'
import { nextLookMs, retryMs } from './nextLookMs.ts'
import type { OrderNews } from './orderView.ts'
import { newestAt } from './parcelNotes.ts'
import { readOrderStatus } from './readOrderStatus.ts'

/** How one order's news are kept up to date. */
export interface Following {
  news: Signal<OrderNews>
  /** Settled once the first answer, or the remembered one, is there; false when nobody knows the order's parcels. */
  first: Promise<boolean>
  /** Asks again now: the shop's clock, another tab or the network may have moved. */
  look: () => void
}

interface FollowOptions {
  client: Client
  timers: Timers
  signal: AbortSignal
  id: string
  /** Hears news that came while the page was open. */
  onNews: (shipment: Shipment) => void
}

/** Asks the shop's endpoint, shows what was last known while it fails, and asks again at the parcel's own pace while the page is seen. */
export function followOrder(options: FollowOptions): Following {
  const { client, timers, signal, id, onNews } = options
  const news = createSignal<OrderNews>({ fresh: new Set() })
  let failures = 0
  let turn = 0
  let callOff = (): void => {}

  const later = (delayMs: number | undefined): void => {
    callOff()
    if (delayMs === undefined || signal.aborted) return
    callOff = timers.after(delayMs, () => {
      // Unseen pages ask nothing; they look again when they are shown.
      if (document.visibilityState !== 'hidden') void look()
    })
  }

  async function look(): Promise<boolean> {
    const mine = ++turn
    const remembered = await client.orderMemory.get(id)
    try {
      const answer = readOrderStatus(await client.orderStatus?.(id))
      if (signal.aborted || mine !== turn) return answer !== undefined
      if (!answer) throw new TypeError('no order status')
      failures = 0
      const before = news.value.status
      news.value = { status: answer, fresh: freshParcels(client, answer, remembered?.status) }
      for (const shipment of answer.shipments) if (before && hasChanged(shipment, before)) onNews(shipment)
      void client.orderMemory.set(id, answer)
      later(nextLookMs(answer, client.now()))
      return true
    } catch {
      // Offline, or the endpoint fails: what was last known is shown with its age, and asked for again quietly.
      if (signal.aborted || mine !== turn) return false
      const isOffline = navigator.onLine === false
      const status = readOrderStatus(remembered?.status)
      news.value = status && remembered ? { status, staleAt: remembered.at, isOffline, fresh: new Set() } : { fresh: new Set() }
      if (client.orderStatus) later(retryMs(++failures))
      return status !== undefined
    }
  }

  signal.addEventListener('abort', () => callOff())
  const lookIfSeen = (): void => {
    if (document.visibilityState !== 'hidden') void look()
  }
  addEventListener('online', lookIfSeen, { signal })
  document.addEventListener('visibilitychange', lookIfSeen, { signal })
  return { news, first: look(), look: () => void look() }
}

/**
 * Parcels that moved since the last visit: newer than its end, for an order that is older than it; without a known last visit,
 * those that differ from what was remembered.
 */
function freshParcels(client: Client, answer: OrderStatus, remembered: OrderStatus | undefined): Set<string> {
  const profile = client.shop.profile.peek()
  const since = profile?.previousVisitAt
  const placedAt = profile?.orders.find(order => order.id === answer.order_id)?.at ?? readZonedTime(answer.placed_at)?.at
  const fresh = answer.shipments.filter(shipment => {
    if (since === undefined) return remembered !== undefined && hasChanged(shipment, remembered)
    return placedAt !== undefined && placedAt <= since && (newestAt(shipment) ?? 0) > since
  })
  return new Set(fresh.map(shipment => shipment.id))
}

function hasChanged(shipment: Shipment, before: OrderStatus): boolean {
  return before.shipments.find(other => other.id === shipment.id)?.status !== shipment.status
}
