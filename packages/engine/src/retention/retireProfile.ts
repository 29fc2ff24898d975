import type { EpochMs } from '../event.ts'
import type { ItemMemory, Profile } from '../profile/profile.ts'
import { retirePurchases } from '../profile/purchasesFold.ts'
import { retireWatched } from '../segments/retireWatched.ts'

/**
 * The profile without what is older than `before`: items not touched since, searches, orders, wishes and nudges of back then. Counts stay
 * as counts; order ids stay as hashes, so that an id counts once for ever. The same object when there is nothing to let go of.
 *
 * @param before epoch ms
 */
export function retireProfile(profile: Profile, before: EpochMs): Profile {
  const items = keep(profile.items, memory => lastTouched(memory) >= before, memory => retireOrders(memory, before))
  const lines = profile.cart.lines.filter(line => line.addedAt >= before)
  const next: Profile = {
    ...profile,
    items,
    viewed: some(profile.viewed, id => Object.hasOwn(items, id)),
    orders: some(profile.orders, order => order.at >= before),
    searches: some(profile.searches, search => search.at >= before),
    notForMe: keep(profile.notForMe, at => at >= before),
    promotions: keep(profile.promotions, ({ shownAt, dismissedAt }) => Math.max(dismissedAt ?? 0, ...shownAt) >= before),
    cart: lines.length === profile.cart.lines.length ? profile.cart : { ...profile.cart, lines },
  }
  if (profile.declared !== undefined) next.declared = keep(profile.declared, fact => fact.at >= before)
  if (profile.visitStarts !== undefined) next.visitStarts = some(profile.visitStarts, at => at >= before)
  if (profile.purchases !== undefined) next.purchases = retirePurchases(profile.purchases, before)
  // What was called wrong stays so, and what was told is not told again: only when is forgotten.
  const notBefore = (record: Record<string, EpochMs>): Record<string, EpochMs> => keep(record, () => true, at => Math.max(at, before))
  if (profile.wrongGuesses !== undefined) next.wrongGuesses = notBefore(profile.wrongGuesses)
  if (profile.told !== undefined) next.told = notBefore(profile.told)
  if (profile.watched !== undefined) next.watched = retireWatched(profile.watched, before)
  if ((profile.rememberedCart?.at ?? before) < before) delete next.rememberedCart
  for (const field of ['firstAt', 'returnedAt', 'previousVisitAt'] as const) if ((profile[field] ?? before) < before) next[field] = before
  const fields = Object.keys(profile) as (keyof Profile)[]
  return fields.every(field => next[field] === profile[field]) ? profile : next
}

function lastTouched({ lastViewedAt = 0, lastAddedAt = 0, wantedAt = 0, inferredAt = 0, orderedAt }: ItemMemory): EpochMs {
  return Math.max(lastViewedAt, lastAddedAt, wantedAt, inferredAt, ...orderedAt)
}

function retireOrders(memory: ItemMemory, before: EpochMs): ItemMemory {
  const next = { ...memory, orderedAt: some(memory.orderedAt, at => at >= before) }
  if ((memory.firstViewedAt ?? before) < before) next.firstViewedAt = before
  if ((memory.reported?.at ?? before) < before) delete next.reported
  for (const field of ['lastViewedAt', 'lastAddedAt', 'wantedAt', 'inferredAt'] as const) if ((memory[field] ?? before) < before) delete next[field]
  if (memory.interest && memory.interest.from < before) {
    next.interest = { ...memory.interest, from: before, at: Math.max(before, memory.interest.at) }
  }
  const same = next.interest === memory.interest && next.orderedAt === memory.orderedAt && next.firstViewedAt === memory.firstViewedAt
    && Object.keys(next).length === Object.keys(memory).length
  return same ? memory : next
}

/** The list itself when all of it stays. */
function some<Value>(list: Value[], stays: (value: Value) => boolean): Value[] {
  return list.every(stays) ? list : list.filter(stays)
}

/** The record itself when all of it stays as it is; else one without a prototype, for `__proto__` is a key like any other. */
function keep<Value>(
  record: Record<string, Value>, stays: (value: Value) => boolean, change: (value: Value) => Value = value => value,
): Record<string, Value> {
  const next = Object.create(null) as Record<string, Value>
  let same = true
  for (const [key, value] of Object.entries(record)) {
    const changed = stays(value) ? change(value) : undefined
    if (changed !== undefined) next[key] = changed
    if (changed !== value) same = false
  }
  return same ? record : next
}
