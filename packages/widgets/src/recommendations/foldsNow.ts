import type { ItemMemory, Profile, Reason, Recommendation } from '@shopside/engine'
import type { Fold } from './row.ts'

/** What a painted row is held against when another tab, an erase or a purchase may have changed the truth. */
export interface Truth {
  profile: Profile | undefined
  /** When the row was painted, epoch ms. */
  paintedAt: number
  /** Said on this page, so kept when nothing is stored. */
  before: ReadonlyMap<string, Fold>
}

/**
 * The folds a painted row must have now; its cards stay in their places.
 * A card goes when it was said to be "not for me", when it was ordered after painting, or when what its reason stands on is
 * forgotten.
 */
export function foldsNow(cards: readonly Recommendation[], truth: Truth): Map<string, Fold> {
  const folds = new Map(truth.before)
  const { profile } = truth
  if (!profile) return folds
  const ordered = new Set<string>()
  for (const order of profile.orders) {
    if (order.at >= truth.paintedAt) for (const item of order.items) ordered.add(item.item_id)
  }
  for (const card of cards) {
    const { itemId, groupId } = card.item
    const said = has(profile.notForMe, itemId) || has(profile.notForMe, groupId)
    if (said && !folds.has(itemId)) folds.set(itemId, 'not-for-me-elsewhere')
    else if (!said && folds.get(itemId) === 'not-for-me-elsewhere') folds.delete(itemId)
    if (card.strategy !== 'recently-viewed' && ordered.has(itemId)) folds.set(itemId, 'ordered')
    else if (!said && !standsOn(card.reason, itemId, profile)) folds.set(itemId, 'gone')
  }
  return folds
}

/** True when a reason does not need this shopper's past, or that past is still remembered. */
function standsOn(reason: Reason, itemId: string, profile: Profile): boolean {
  switch (reason.kind) {
    case 'viewed-item': return (recalled(profile, reason.itemId)?.views ?? 0) > 0
    case 'wanted-more': return recalled(profile, reason.itemId)?.wantedAt !== undefined
    case 'ordered-item': return (recalled(profile, reason.itemId)?.orders ?? 0) > 0
    case 'buy-again': return (recalled(profile, itemId)?.orders ?? 0) > 0
    case 'seen-before':
    case 'price-drop':
    case 'back-in-stock': return (recalled(profile, itemId)?.views ?? 0) > 0
    case 'was-in-cart': return (recalled(profile, itemId)?.adds ?? 0) > 0
    default: return true
  }
}

function has(record: Record<string, number>, key: string): boolean {
  return Object.hasOwn(record, key)
}

/** Ids come from outside (`__proto__` arrives): own keys alone count. */
function recalled(profile: Profile, itemId: string): ItemMemory | undefined {
  return Object.hasOwn(profile.items, itemId) ? profile.items[itemId] : undefined
}
