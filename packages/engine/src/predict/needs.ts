import type { AttributesOf } from '../affinity/attributesOf.ts'
import type { EpochMs } from '../event.ts'
import type { Reorder } from '../model/model.ts'
import type { CategoryNorms } from '../norms/storeNorms.ts'
import type { ItemMemory, Profile } from '../profile/profile.ts'
import type { Need } from './predictions.ts'
import { dueWithin } from './survival.ts'

const dayMs = 86_400_000
/** The store's gap weighs as much as three own ones. */
const storeWeight = 3
/** Under one customer in twenty who came back for it, a thing is durable: silence. */
const leastAgain = 0.05
/** After two medians without it, they buy it elsewhere. */
const mostMedians = 2
/** A pack of eight lasts longer than one, but one order of a thousand is another use. */
const mostScale = 8
const mostNeeds = 20

/** What the store knows of an item's category; the entry `''` is that of all items together. */
export type CategoryOf = (itemId: string, memory: ItemMemory) => CategoryNorms | undefined

export function categoryNormsOf(
  categories: Readonly<Record<string, CategoryNorms>> | undefined,
  attributesOf: AttributesOf,
): CategoryOf {
  return (itemId, memory) => {
    const { category } = attributesOf(itemId, memory)
    const known =
      typeof category === 'string' && categories && Object.hasOwn(categories, category) ? categories[category] : undefined
    return known ?? (categories && Object.hasOwn(categories, '') ? categories[''] : undefined)
  }
}

/**
 * Items that this shopper will need again, soonest first. The time to the next purchase is lognormal: mean of ln(days)
 * `(3 store + sum of ln own gaps) / (3 + n)`, standard deviation that of the category; every gap is scaled by the units bought
 * before it. Silent for durables (`again` under 0.05), for categories that are not known, and twice the usual gap after the last
 * purchase.
 */
export function needsOf(
  profile: Profile,
  categoryOf: CategoryOf,
  reorderOf: (itemId: string) => Reorder | undefined,
  now: EpochMs,
): Need[] {
  const needs: Need[] = []
  for (const [itemId, memory] of Object.entries(profile.items)) {
    const lastAt = memory.orderedAt.at(-1)
    const category = lastAt === undefined || Object.hasOwn(profile.notForMe, itemId) ? undefined : categoryOf(itemId, memory)
    if (
      lastAt === undefined
      || !category
      || !((category.again ?? 0) >= leastAgain)
      || !category.lnGapSd
      || category.lnGapMean === undefined
    )
      continue
    const reorder = reorderOf(itemId)
    if (reorder && reorder.againShare === 0 && memory.orderedAt.length < 2) continue
    const lnMean = lnGapOf(
      itemId,
      memory,
      profile,
      reorder ? Math.log(Math.max(1, reorder.gapDays)) : category.lnGapMean,
      category.units,
    )
    const dueMs = Math.exp(lnMean) * dayMs
    if (now - lastAt > mostMedians * dueMs) continue
    needs.push({
      itemId,
      dueAt: lastAt + Math.round(dueMs),
      within7Days: dueWithin((now - lastAt) / dayMs, 7, lnMean, category.lnGapSd),
    })
  }
  return needs.sort((a, b) => a.dueAt - b.dueAt || (a.itemId < b.itemId ? -1 : 1)).slice(0, mostNeeds)
}

/** @param lnStore of the usual number of units, `units` */
function lnGapOf(itemId: string, { orderedAt, lastQuantity }: ItemMemory, profile: Profile, lnStore: number, units = 1): number {
  const unitsAt = new Map<EpochMs, number>()
  for (const { at, items } of profile.orders)
    for (const item of items) if (item.item_id === itemId) unitsAt.set(at, item.quantity ?? 1)
  const last = lastQuantity ?? 1
  const lnScale = (before: number | undefined): number =>
    Math.log(Math.min(mostScale, Math.max(1 / mostScale, last / (before ?? last))))
  let sum = storeWeight * (lnStore + lnScale(units))
  let gaps = 0
  for (const [place, at] of orderedAt.entries()) {
    const days = place === 0 ? 0 : (at - orderedAt[place - 1]!) / dayMs
    // Orders less than a day apart are one purchase in parts.
    if (days < 1) continue
    sum += Math.log(days) + lnScale(unitsAt.get(orderedAt[place - 1]!))
    gaps++
  }
  return sum / (storeWeight + gaps)
}
