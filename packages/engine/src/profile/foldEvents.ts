import type { EpochMs, ShopEvent, ShopEventMap } from '../event.ts'
import { reportCart, snapshotCart } from './cartFold.ts'
import type { Draft } from './draft.ts'
import { openDraft } from './draft.ts'
import { noteDeclared } from './declaredFold.ts'
import { forget } from './forgetFold.ts'
import { actWeights, noteInterest } from './interestFold.ts'
import { itemsOf } from './itemsOf.ts'
import { hideOrder, placeOrder } from './ordersFold.ts'
import type { Profile } from './profile.ts'
import { notePromotion } from './promotionsFold.ts'
import { recall } from './recall.ts'
import { remember } from './remember.ts'
import { rulesNeeded } from './rulesNeeded.ts'
import type { Watched } from '../segments/watched.ts'
import type { Watch } from '../segments/watchEvents.ts'
import { noteTold } from './toldFold.ts'
import { countVisit } from './visits.ts'
import { noteNotForMe, noteWanted } from './wishesFold.ts'

const maxViewed = 50
const maxSearches = 20

/**
 * The profile after these events, in the order given (the log sorts by key before). Pure: the profile passed in is never
 * written, and unchanged parts are shared with it. Any chunking gives the same state. Junk is skipped.
 *
 * @param open what counts for rules (`foldCounting`): few shops have any, so it is not in this file
 * @throws Error `rulesNeeded` for a profile that carries leaves of rules, without `open`; nothing else throws
 */
export function foldEvents(profile: Profile, events: Iterable<ShopEvent>, open?: (watched: Watched) => Watch | undefined): Profile {
  const draft = openDraft(profile)
  const { watched } = profile
  if (watched?.specs?.length && !open) throw new Error(rulesNeeded)
  const watch = watched && open?.(watched)
  for (const event of events) foldEvent(draft, event, watch)
  if (watch) draft.profile.watched = watch.done()
  return draft.profile
}

function foldEvent(draft: Draft, event: ShopEvent, watch: Watch | undefined): void {
  if (!Number.isFinite(event?.at) || !event.params || typeof event.params !== 'object') return
  const { at, name } = event
  // Written by Shopside itself, not done by the shopper: no visit, no memory.
  if (name === 'segment_entered' || name === 'segment_exited') return noteTold(draft.profile, event)
  if (name === 'compacted' || typeof name !== 'string') return
  watch?.take(event, draft.profile.lastAt ?? at, draft.profile.orderIds)
  countVisit(draft.profile, at)
  switch (name) {
    case 'view_item': return noteViews(draft, event.params, at)
    case 'select_item': return noteClicks(draft, event.params, at)
    case 'declare': return noteDeclared(draft.profile, event.params, at)
    case 'search': return noteSearch(draft.profile, event.params, at)
    case 'add_to_cart': return reportCart(draft, event.params, at, 1)
    case 'remove_from_cart': return reportCart(draft, event.params, at, -1)
    case 'view_cart': return snapshotCart(draft, event.params, at)
    case 'begin_checkout': draft.profile.checkoutAt = at; return
    case 'user_engagement': return noteEngagement(draft, event.params)
    case 'purchase': return placeOrder(draft, event.params, at)
    case 'hide_order': return hideOrder(draft, event.params)
    case 'view_promotion': return notePromotion(draft, event.params, at, false)
    case 'dismiss_promotion': return notePromotion(draft, event.params, at, true)
    case 'not_for_me': return noteNotForMe(draft, event.params, at)
    case 'more_like_this': return noteWanted(draft, event.params, at)
    case 'forget': return forget(draft, event.params, at)
  }
}

function noteViews(draft: Draft, params: ShopEventMap['view_item'], at: EpochMs): void {
  const { profile } = draft
  for (const item of itemsOf(params) ?? []) {
    const memory = remember(draft, item, at, params.currency)
    memory.views++
    memory.firstViewedAt ??= at
    memory.lastViewedAt = at
    noteInterest(memory, at, actWeights.view)
    // Sold out until its page says so no more.
    if (item.in_stock === undefined) delete memory.item.in_stock
    profile.viewed = [...profile.viewed.filter(id => id !== item.item_id), item.item_id].slice(-maxViewed)
  }
}

/** Only for what is remembered: a click on a card is told again by the page it leads to. */
function noteClicks(draft: Draft, params: ShopEventMap['select_item'], at: EpochMs): void {
  for (const { item_id: id } of itemsOf(params) ?? []) {
    const memory = recall(draft.profile, id)
    if (!memory) continue
    draft.profile.items[id] = { ...memory }
    noteInterest(draft.profile.items[id], at, actWeights.click)
  }
}

/** Longest stay that one report may add: what a page can have been looked at, not what a clock says. */
const maxStayMs = 10 * 60_000

/** Only for what is remembered: a stay that is told after its item was forgotten brings nothing back. */
function noteEngagement(draft: Draft, params: ShopEventMap['user_engagement']): void {
  const ms: unknown = params.engagement_time_msec
  if (typeof ms !== 'number' || !(ms > 0)) return
  for (const { item_id: id } of itemsOf(params) ?? []) {
    const memory = recall(draft.profile, id)
    if (memory) draft.profile.items[id] = { ...memory, dwellMs: (memory.dwellMs ?? 0) + Math.min(ms, maxStayMs) }
  }
}

function noteSearch(profile: Profile, params: ShopEventMap['search'], at: EpochMs): void {
  const term: unknown = params.search_term
  if (typeof term !== 'string' || term === '') return
  profile.searches = [...profile.searches, { term, at }].slice(-maxSearches)
}
