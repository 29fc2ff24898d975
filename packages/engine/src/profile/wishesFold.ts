// What the shopper said outright: not for me, more like this, forget.
import type { EpochMs, ShopEventMap } from '../event.ts'
import type { Draft } from './draft.ts'
import { itemsOf } from './itemsOf.ts'
import type { ItemMemory } from './profile.ts'
import { dropMemory, remember } from './remember.ts'
import { trimRecord } from './trimRecord.ts'

const maxNotForMe = 500

/** Folds `not_for_me`; `undone` takes it back. Asked for and refused is refused: a wish for more of it ends. */
export function noteNotForMe(draft: Draft, params: ShopEventMap['not_for_me'], at: EpochMs): void {
  const { notForMe, items } = draft.profile
  for (const { item_id: id } of itemsOf(params) ?? []) {
    if (params.undone === true) {
      delete notForMe[id]
      continue
    }
    notForMe[id] = at
    if (items[id]?.wantedAt === undefined) continue
    const { wantedAt, ...rest } = items[id]
    items[id] = rest
  }
  trimRecord(notForMe, maxNotForMe, time => time)
}

/** Folds `more_like_this`; it also takes an earlier "not for me" back. */
export function noteWanted(draft: Draft, params: ShopEventMap['more_like_this'], at: EpochMs): void {
  for (const item of itemsOf(params) ?? []) {
    remember(draft, item, at).wantedAt = at
    delete draft.profile.notForMe[item.item_id]
  }
}

/**
 * Folds `forget`: evidence taken back. Items named: their views, adds and wishes go, their orders stay.
 * `what: 'items'` without a list means all of them; `what: 'baskets'` empties the cart memory and keeps none from now on.
 */
export function forget(draft: Draft, params: ShopEventMap['forget'], at: EpochMs): void {
  const { profile } = draft
  const named = itemsOf(params)?.map(item => item.item_id)
  const ids = new Set(named ?? (params.what === 'items' ? Object.keys(profile.items) : []))
  for (const id of ids) keepOnly(draft, id, forgetBrowsing)
  if (ids.size > 0) profile.viewed = profile.viewed.filter(id => !ids.has(id))
  if (params.what !== 'baskets') return
  for (const id of Object.keys(profile.items)) keepOnly(draft, id, forgetAdds)
  profile.cart = { ...profile.cart, lines: [], changedAt: at }
  profile.basketsOffAt = at
  delete profile.rememberedCart
}

/** Replaces a memory by what `part` leaves of it; a memory without any evidence left goes. */
function keepOnly(draft: Draft, id: string, part: (memory: ItemMemory) => ItemMemory): void {
  const memory = draft.profile.items[id]
  if (!memory) return
  const left = part(memory)
  if (left.views + left.adds + left.orders > 0 || left.wantedAt !== undefined) draft.profile.items[id] = left
  else dropMemory(draft, id)
}

function forgetBrowsing(memory: ItemMemory): ItemMemory {
  const { firstViewedAt, lastViewedAt, wantedAt, ...rest } = forgetAdds(memory)
  return { ...rest, views: 0 }
}

function forgetAdds(memory: ItemMemory): ItemMemory {
  const { lastAddedAt, reported, ...rest } = memory
  return { ...rest, adds: 0 }
}
