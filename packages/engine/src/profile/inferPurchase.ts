import type { EpochMs, ShopEventMap } from '../event.ts'
import type { Item } from '../item.ts'
import { hashId } from './hashId.ts'
import { itemsOf } from './itemsOf.ts'

/** Longest time from a checkout begun to the empty basket that tells of the order. */
const maxWaitMs = 24 * 3_600_000

/** The basket as a platform tells it after a checkout was begun. */
export interface BasketAfter {
  isEmpty: boolean
  token: string | undefined
  now: EpochMs
}

/**
 * The order that nobody told of: a checkout was begun with a basket, and within 24 hours the basket is empty and bears another token.
 * (A basket that the shopper emptied keeps its token; one that was ordered does not.) For suppression, never for revenue.
 *
 * @param checkout what was noted when it began (`{ at, token, items }`), as storage gave it back: anything
 */
export function inferPurchase(checkout: unknown, { isEmpty, token, now }: BasketAfter): ShopEventMap['purchase'] | undefined {
  if (typeof checkout !== 'object' || checkout === null || !isEmpty || token === undefined) return undefined
  const { at, token: before, items } = checkout as { at?: unknown; token?: unknown; items?: Item[] }
  if (typeof at !== 'number' || typeof before !== 'string' || before === token || now < at || now - at > maxWaitMs) return undefined
  return { transaction_id: `inferred-${hashId(before)}`, items: itemsOf({ items }) ?? [], inferred: true }
}
