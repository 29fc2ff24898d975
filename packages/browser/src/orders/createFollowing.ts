import { signal } from '@preact/signals-core'
import {
  afterAnswer, afterFailure, askAt, isAhead, newParcels, seeSteps, tellChange, unreadParcels, type OrderNote, type OrderStatus,
  type SeenSteps, type Wake,
} from '@shopside/engine'
import type { OrderMemory } from './orderMemory.ts'
import type { OrderFollowing, OrderNews } from './orderNews.ts'

/** A remembered state waits this long for a newer one before it is shown: two drawings would make the page jump. */
const answerWaitMs = 300

/** What following an order needs of the page. */
export interface OrderEdges {
  now(): number
  /** In [0, 1). */
  random(): number
  after(ms: number, work: () => void): void
  isVisible(): boolean
  isOnline(): boolean
  /** Asks the shop's endpoint; absent where it gave none. Rejects with a reason. */
  ask?: (orderId: string, etag: string | undefined) => Promise<{ status: OrderStatus; etag?: string } | 'same'>
  readonly memory: OrderMemory
  /** Runs `work` while no other tab runs it for this order. */
  alone(orderId: string, work: () => Promise<void>): Promise<void>
  /** Other tabs may read what was just written. */
  tell(): void
}

/** One order, followed for all elements of the page that show it. */
export interface Following extends Omit<OrderFollowing, 'stop'> {
  /** An element that shows it comes near the viewport, or leaves it. */
  near(element: Element, isNear: boolean): void
  /** Looks at the time again; `return` asks at once. */
  wake(wake: Wake): void
  /** Another tab has asked. */
  reread(): Promise<void>
  /** Something may be remembered from now on: what this page knows is. */
  keep(): void
  /** Whatever was known must not be known any more. */
  reset(): void
}

/**
 * Asks about one order in time (`engine/src/order/pollSchedule.ts`): by stored times, only while the page is visible and an
 * element near the viewport shows it, one tab at a time. What is remembered is shown until then, with its age.
 */
export function createFollowing(id: string, edges: OrderEdges): Following {
  const { now, memory } = edges
  const news = signal<OrderNews>({ fresh: new Set(), unread: new Set() })
  const nearby = new Set<Element>()
  let note: OrderNote | undefined
  let seen: SeenSteps | undefined
  let reason: string | undefined
  let asking: Promise<void> | undefined
  let reading: Promise<void> | undefined
  let turn = 0
  let generation = 0
  const waiting: (() => void)[] = []

  const isLookedAt = (): boolean => nearby.size > 0 && edges.isVisible()

  /** Takes over what is stored; what this page knows from later on stays (storage may refuse to be written). */
  async function read(): Promise<void> {
    const born = generation
    const [keptNote, keptSeen] = await Promise.all([memory.note(id), memory.seen(id)])
    if (born !== generation) return
    if (keptNote !== undefined && (note === undefined || isNewer(keptNote, note))) note = keptNote
    if (keptSeen !== undefined && (seen === undefined || keptSeen.at >= seen.at)) seen = keptSeen
  }

  /** A time ahead of the clock is no newer: the clock was set back, and storage may not have taken what came since. */
  function isNewer({ poll }: OrderNote, than: OrderNote): boolean {
    return poll.triedAt >= than.poll.triedAt && !isAhead(poll, now())
  }

  function failed(error: unknown): OrderNote {
    reason = error instanceof Error ? error.message : String(error)
    return { ...note, poll: afterFailure(note?.poll, note?.status, now(), edges.random()) }
  }

  function publish(): void {
    const status = note?.status
    const isFailing = edges.ask === undefined || (note !== undefined && note.poll.failures > 0)
    const trouble = edges.isOnline() ? (isFailing ? 'failing' as const : undefined) : 'offline' as const
    news.value = {
      ...(status !== undefined && { status, at: note!.at! }),
      ...(trouble !== undefined && { trouble }),
      ...(isFailing && reason !== undefined && { reason }),
      fresh: new Set(status && newParcels(seen, status, now())),
      unread: new Set(status && unreadParcels(seen, status)),
    }
  }

  function schedule(wake: Wake): void {
    const mine = ++turn
    if (edges.ask === undefined || !isLookedAt()) return
    const from = now()
    const at = askAt(note?.poll, from, wake)
    if (at === undefined) return
    const look = (): void => {
      if (mine === turn && isLookedAt()) void lookNow(wake)
    }
    if (at <= from) look()
    else edges.after(at - from, look)
  }

  function lookNow(wake: Wake): Promise<void> {
    return asking ??= look(wake).catch(error => { note = failed(error) }).then(() => {
      asking = undefined
      publish()
      for (const done of waiting.splice(0)) done()
      schedule('due')
    })
  }

  function look(wake: Wake): Promise<void> {
    return edges.alone(id, async () => {
      // Another tab may have asked while this one waited its turn.
      await read()
      const at = askAt(note?.poll, now(), wake)
      if (at !== undefined && at <= now() && edges.ask) await ask(edges.ask)
    })
  }

  async function ask(endpoint: NonNullable<OrderEdges['ask']>): Promise<void> {
    const born = generation
    let next: OrderNote
    try {
      const told = await endpoint(id, note?.etag)
      const { status, etag } = told === 'same' ? { status: note?.status, etag: note?.etag } : told
      if (status === undefined) throw new Error('order-304-without-answer')
      next = {
        status: told === 'same' ? status : tellChange(note?.status, status), at: now(), ...(etag !== undefined && { etag }),
        poll: afterAnswer(status, now(), edges.random()),
      }
    } catch (error) {
      // Offline, or the endpoint fails: what was last known stays, and is asked for again by and by.
      next = failed(error)
    }
    // Erased or withdrawn meanwhile: what was on its way brings nothing back.
    if (born !== generation) return
    note = next
    await memory.setNote(id, next)
    edges.tell()
  }

  return {
    news,
    async known() {
      await (reading ??= read())
      const at = edges.ask === undefined ? undefined : askAt(note?.poll, now(), 'due')
      if (at !== undefined && at <= now()) {
        // Asked by whoever sees it first; an order of which nothing is known waits for that.
        await new Promise<void>(done => {
          waiting.push(done)
          schedule('due')
          if (note?.status !== undefined) edges.after(answerWaitMs, done)
        })
      } else {
        schedule('due')
      }
      publish()
      return note?.status !== undefined
    },
    seen() {
      if (note?.status === undefined || !isLookedAt()) return
      seen = seeSteps(seen, note.status, now())
      void memory.setSeen(id, seen)
    },
    near(element, isNear) {
      if (isNear === nearby.has(element)) return
      if (isNear) nearby.add(element)
      else nearby.delete(element)
      if (reading !== undefined) void reading.then(() => schedule('due'))
    },
    wake(wake) {
      if (reading === undefined) return
      void reading.then(() => {
        publish()
        schedule(wake)
      })
    },
    async reread() {
      if (reading === undefined) return
      await read()
      publish()
      schedule('due')
    },
    keep() {
      if (note !== undefined) void memory.setNote(id, note)
      if (seen !== undefined) void memory.setSeen(id, seen)
    },
    reset() {
      generation++
      note = seen = reason = undefined
      publish()
      if (reading !== undefined) schedule('due')
    },
  }
}
