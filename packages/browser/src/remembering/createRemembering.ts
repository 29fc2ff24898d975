import { affinitiesOf, type Membership, type Predictions, type Product } from '@shopside/engine'
import type { ReadonlySignal } from '@preact/signals-core'
import { withIds } from '../log/batch.ts'
import type { EventLog } from '../log/eventLog.ts'
import { loadTwice } from '../loadTwice.ts'
import type { Shopper } from '../shopSignals.ts'
import { forgetIn } from './forgetting.ts'
import type { Remembered, Remembering } from './remembered.ts'
import { timelineOf } from './timeline.ts'
import { withoutSensitive } from './withoutSensitive.ts'

/** Titles named of one liking. */
const titlesNamed = 3
/** Things named that will be needed again. */
const needsNamed = 3

export interface RememberingOptions {
  reading: () => Promise<EventLog | undefined>
  /** Resolves when profile, model and segments are final. */
  ready: () => Promise<void>
  profile: ReadonlySignal<Shopper | undefined>
  segments: ReadonlySignal<Membership[] | undefined>
  product: (itemId: string) => Product | undefined
  now: () => number
  createId: () => string
  /** The log has changed: this tab reads it again, the others are told. */
  changed: () => Promise<void>
  /** Name of this shop's log, and the page's address: a copy is judged by them. */
  shop: string
  base: () => string
}

/** What the shopper may see of the log, and take out of it. */
export function createRemembering(options: RememberingOptions): Remembering {
  const { reading, profile, now } = options

  async function look(): Promise<Remembered | undefined> {
    const log = await reading()
    if (log === undefined) return undefined
    await options.ready()
    const known = profile.peek()
    if (known === undefined) return undefined
    const { base, batches } = await log.read()
    const titleOf = (id: string): string =>
      (Object.hasOwn(known.items, id) ? known.items[id]!.item.item_name : undefined) ?? options.product(id)?.title ?? id
    const days = timelineOf({ events: batches.flatMap(withIds), base, profile: known, titleOf, dayOf })
    const likings = affinitiesOf(known, (id, { item }) => {
      const product = options.product(id)
      return { category: product?.category ?? item.item_category, kind: product?.kind }
    }, now()).map(liking => ({ ...liking, titles: liking.itemIds.slice(0, titlesNamed).map(titleOf) }))
    const memories = Object.values(known.items)
    return {
      views: memories.reduce((sum, { views }) => sum + views, 0),
      orders: known.orders.length,
      baskets: Number(known.cart.lines.length > 0 || known.rememberedCart !== undefined),
      bytes: new Blob([JSON.stringify({ base, batches })]).size,
      ...(days.length > 0 && { oldestAt: Math.min(...days.at(-1)!.lines.map(({ at }) => at)) }),
      days, likings,
      segments: (options.segments.peek() ?? []).map(withoutSensitive),
      declared: Object.entries(known.declared ?? {}).map(([name, fact]) => ({ name, ...fact })).sort((a, b) => b.at - a.at),
      ...(known.predictions && { expected: expectedOf(known.predictions, known.purchaseDays, titleOf) }),
    }
  }

  return {
    look,
    async forget(what) {
      const log = await reading()
      if (log === undefined) return
      const inBasket = new Set(
        profile.peek()?.cart.source === 'snapshot' ? profile.peek()!.cart.lines.map(line => line.item_id) : [],
      )
      await forgetIn(log, what, { now: now(), createId: options.createId, inBasket, dayOf })
      await options.changed()
    },
    async preview(file) {
      const { previewCopy } = await loadTwice(() => import('../lazy/portability.ts'))
      return previewCopy(await reading(), file, options.shop, options.base())
    },
  }
}

/** Money is expected of a shopper by their own repeats: after one order the fit knows what others spend, and that is not about them. */
function expectedOf(
  { orders, value, needs }: Predictions, purchaseDays: number, titleOf: (id: string) => string,
): NonNullable<Remembered['expected']> {
  return {
    ...(orders && { orders }), ...(value && purchaseDays > 1 && { value }),
    needs: needs.slice(0, needsNamed).map(({ itemId, dueAt }) => ({ title: titleOf(itemId), dueAt })),
  }
}

/** Start of the calendar day in the browser's own zone, epoch ms. */
function dayOf(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0)
}
