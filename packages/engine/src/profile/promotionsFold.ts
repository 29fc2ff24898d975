import type { EpochMs, ShopEventMap } from '../event.ts'
import type { Draft } from './draft.ts'
import { trimRecord } from './trimRecord.ts'

const maxPromotions = 50
const maxShowTimes = 10

/** Folds `view_promotion` and `dismiss_promotion`: the history that caps are judged by. */
export function notePromotion(draft: Draft, params: ShopEventMap['view_promotion'], at: EpochMs, dismissed: boolean): void {
  const { promotions } = draft.profile
  const id: unknown = params.promotion_id
  if (typeof id !== 'string' || id === '') return
  const known = promotions[id] ?? { shownAt: [], dismissals: 0 }
  promotions[id] = dismissed
    ? { ...known, dismissals: known.dismissals + 1, dismissedAt: at }
    : { ...known, shownAt: [...known.shownAt, at].slice(-maxShowTimes) }
  trimRecord(promotions, maxPromotions, memory => Math.max(memory.shownAt.at(-1) ?? 0, memory.dismissedAt ?? 0))
}
