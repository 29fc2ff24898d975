import type { EpochMs } from '../event.ts'
import type { Model } from '../model/model.ts'
import { buysAgain } from '../predict/buysAgain.ts'
import { expectedGap } from '../predict/expectedGap.ts'
import { ownGaps } from '../predict/ownGaps.ts'
import type { ItemMemory, Profile } from '../profile/profile.ts'

/** An item that this shopper has ordered, with what does not depend on the hour. */
export interface OwnItem {
  itemId: string
  memory: ItemMemory
  /** In the model; -1 when it does not know the item. */
  index: number
  /** Orders that held it, recent ones weighing more: sum of `orderDecay ** ordersSince`. 0 when all are hidden or forgotten. */
  frequency: number
  /** Share of its customers who bought it again, 0..1; 0 when unknown. */
  againShare: number
  /** People buy it again, or this shopper has. */
  again: boolean
  /** Days between two purchases; NaN where `again` is false and nobody knows. */
  gapDays: number
  lastAt: EpochMs
  /** Own gaps in days, ascending. */
  gaps: number[]
}

/** What the shopper's past says whatever the hour. */
export interface OwnHistory {
  model: Model
  /** Ordered items, most often ordered first, ties by id. */
  ordered: readonly OwnItem[]
  /** Items of which more was wished for, latest wish first. */
  wanted: readonly ItemMemory[]
  /** Indices (or -1) of what its own page called sold out, later than the model was built. */
  soldOut: readonly number[]
}

const known = new WeakMap<Profile, OwnHistory>()

/** Reads the past out of a profile. Remembered per profile and model, which never change. */
export function ownHistory(profile: Profile, model: Model): OwnHistory {
  const cached = known.get(profile)
  if (cached?.model === model) return cached

  const frequency = new Map<string, number>()
  let weight = 1
  for (const order of [...profile.orders].reverse()) {
    // A hidden order may be a present: nothing on this device speaks of it.
    if (order.hidden) continue
    for (const { item_id: id } of order.items) frequency.set(id, (frequency.get(id) ?? 0) + weight)
    weight *= model.params.orderDecay
  }
  const ordered: OwnItem[] = []
  const wanted: ItemMemory[] = []
  const soldOut: number[] = []
  for (const [itemId, memory] of Object.entries(profile.items)) {
    if (memory.wantedAt !== undefined) wanted.push(memory)
    const { item, lastViewedAt = 0 } = memory
    if (item.in_stock === false && model.asOf <= lastViewedAt) soldOut.push(model.indexOf(item.item_id))
    const lastAt = memory.orderedAt.at(-1) ?? memory.inferredAt
    if (lastAt === undefined) continue
    const index = model.indexOf(itemId)
    const reorder = index < 0 ? undefined : model.reorder(index)
    const gaps = ownGaps(memory.orderedAt).sort((a, b) => a - b)
    ordered.push({
      itemId, memory, index, lastAt, gaps, againShare: reorder?.againShare ?? 0,
      frequency: frequency.get(itemId) ?? 0, again: buysAgain(gaps, reorder), gapDays: expectedGap(gaps, reorder),
    })
  }
  ordered.sort((a, b) => b.frequency - a.frequency || (a.itemId < b.itemId ? -1 : 1))
  wanted.sort((a, b) => b.wantedAt! - a.wantedAt! || (a.item.item_id < b.item.item_id ? -1 : 1))
  const history = { model, ordered, wanted, soldOut }
  known.set(profile, history)
  return history
}
