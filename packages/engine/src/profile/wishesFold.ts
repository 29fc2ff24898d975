// What the shopper said outright: not for me, more like this.
import type { EpochMs, ShopEventMap } from '../event.ts'
import type { Draft } from './draft.ts'
import { itemsOf } from './itemsOf.ts'
import { remember } from './remember.ts'
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
