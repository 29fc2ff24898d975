// The basket by DESIGN 4. Without snapshots: the fold of add and remove reports, one report per item and 2 s whatever its source.
// From the first snapshot on: snapshots alone decide the lines, and reports only annotate (they count as adds of the item).
import type { CartLine } from '../cart.ts'
import type { EpochMs, ShopEventMap } from '../event.ts'
import type { Draft } from './draft.ts'
import { actWeights, noteInterest } from './interestFold.ts'
import { itemsOf } from './itemsOf.ts'
import type { CountedItem } from './itemsOf.ts'
import type { ItemMemory } from './profile.ts'
import { remember } from './remember.ts'
import { dropRemembered } from './rememberedCart.ts'
import { visitGapMs } from './visits.ts'

/** Two sources that saw the same click report it within this time (DESIGN 4). */
const sameClickMs = 2000

/**
 * Folds `add_to_cart` (`sign` 1) or `remove_from_cart` (`sign` -1).
 * A second report of the same kind and item within 2 s is the same click: only what it has more than the first counts.
 */
export function reportCart(draft: Draft, params: ShopEventMap['add_to_cart'], at: EpochMs, sign: 1 | -1): void {
  const { profile } = draft
  for (const item of itemsOf(params) ?? []) {
    const memory = remember(draft, item, at, params.currency)
    const units = countReport(memory, item.quantity * sign, at)
    if (profile.cart.source === 'events') changeLine(draft, item, units, at, params.currency)
    const gone = profile.cart.source === 'snapshot' || !profile.cart.lines.some(line => line.item_id === item.item_id)
    if (sign < 0 && gone) dropRemembered(profile, id => id === item.item_id)
  }
}

/** Notes a report on the item; returns the units by which the basket changes (0 for a double). */
function countReport(memory: ItemMemory, units: number, at: EpochMs): number {
  const last = memory.reported
  if (last && at - last.at < sameClickMs && last.units * units > 0) {
    const more = Math.max(0, Math.abs(units) - Math.abs(last.units)) * Math.sign(units)
    memory.reported = { at: last.at, units: last.units + more }
    return more
  }
  memory.reported = { at, units }
  if (units > 0) {
    memory.adds++
    memory.lastAddedAt = at
    noteInterest(memory, at, actWeights.add)
  }
  return units
}

function changeLine(draft: Draft, item: CountedItem, units: number, at: EpochMs, currency: unknown): void {
  const { cart } = draft.profile
  const known = cart.lines.find(line => line.item_id === item.item_id)
  if (units === 0 || (!known && units < 0)) return
  const quantity = (known?.quantity ?? 0) + units
  const line: CartLine = { ...known, ...item, quantity, addedAt: known?.addedAt ?? at }
  const lines = known ? cart.lines.map(other => (other === known ? line : other)) : [...cart.lines, line]
  draft.profile.cart = {
    ...cart,
    ...(typeof currency === 'string' && { currency }),
    lines: lines.filter(other => other.quantity > 0),
    changedAt: at,
  }
}

/**
 * Folds `view_cart`: the whole basket as the shop knows it. What is more than before and was not reported counts as an add.
 * What is missing was taken out by the shopper, unless this is the first snapshot of a visit: then the shop may have lost it,
 * and the remembered basket keeps it.
 */
export function snapshotCart(draft: Draft, params: ShopEventMap['view_cart'], at: EpochMs): void {
  const items = itemsOf(params)
  if (!items) return
  const { profile } = draft
  const { cart, snapshotAt } = profile
  const before = new Map(cart.lines.map(line => [line.item_id, line]))
  let changed = before.size !== items.length
  const lines = items.map((item): CartLine => {
    const memory = remember(draft, item, at, params.currency)
    const line = before.get(item.item_id)
    const more = item.quantity - (line?.quantity ?? 0)
    if (more !== 0) changed = true
    if (more > 0 && !(memory.lastAddedAt! > cart.changedAt)) countReport(memory, more, at)
    return { ...item, addedAt: line?.addedAt ?? boughtThisVisit(memory, at) ?? at }
  })
  if (snapshotAt !== undefined && snapshotAt >= profile.visitStartedAt!) {
    const now = new Set(items.map(item => item.item_id))
    dropRemembered(profile, id => before.has(id) && !now.has(id))
  }
  profile.cart = {
    lines,
    ...(typeof params.currency === 'string' && { currency: params.currency }),
    changedAt: changed ? at : cart.changedAt,
    source: 'snapshot',
  }
  profile.snapshotAt = at
}

/** A tab left open tells the old basket again after the order: such a line is as old as the order, and settled by it. */
function boughtThisVisit(memory: ItemMemory, at: EpochMs): EpochMs | undefined {
  const orderedAt = memory.orderedAt.at(-1) ?? memory.inferredAt
  return orderedAt !== undefined && at - orderedAt < visitGapMs ? orderedAt : undefined
}
