import type { CartLine } from '../cart.ts'
import type { Item } from '../item.ts'
import type { Model } from '../model/model.ts'
import { emptyProfile } from '../profile/emptyProfile.ts'
import { recall } from '../profile/recall.ts'
import { isJustBought } from './isJustBought.ts'
import { noModel } from './noModel.ts'
import type { OwnHistory } from './ownHistory.ts'
import { ownHistory } from './ownHistory.ts'
import type { RecommendInput } from './recommendInput.ts'
import type { RecommendRequest } from './recommendation.ts'
import type { ScoreBoard } from './scoreBoard.ts'
import { openBoard } from './scoreBoard.ts'

/** Who has no past, or none that may be used. */
const noProfile = emptyProfile()

/** One ranking: what is asked, what is known, what may not be shown. */
export interface RankContext {
  input: RecommendInput
  request: RecommendRequest
  /** Cards wanted, 0..100. */
  limit: number
  /** The model; one without items when there is none. */
  model: Model
  board: ScoreBoard
  /** Lines of the basket. */
  lines: readonly CartLine[]
  own: OwnHistory
  /** Ids of items and groups that may not be shown. */
  blockedIds: ReadonlySet<string>
  /** The blocked items and all their colour twins, by index. */
  blocked: ReadonlySet<number>
}

/**
 * Prepares a ranking. What may not be shown, as a product in any colour (DESIGN 7.1): the current item, the basket, not for me,
 * just bought, and what the request leaves out; and the items that their own page has called sold out. A limit that is no number means 8.
 */
export function createContext(input: RecommendInput, request: RecommendRequest): RankContext {
  const { profile, page, now, model = noModel } = input
  const board = openBoard(model)
  const own = ownHistory(profile ?? noProfile, model)
  const { lines } = input.cart ?? profile?.cart ?? { lines: [] }

  const blockedIds = new Set<string>(request.exclude)
  const blocked = new Set<number>()
  const blockProduct = (index: number): void => {
    for (const twin of model.twins(index)) blocked.add(twin)
  }
  const block = (id: string | undefined, item: Item | undefined = recall(profile, id ?? '')?.item): void => {
    for (const name of [id, item?.item_group_id]) if (name !== undefined) blockedIds.add(name)
  }
  block(page.item?.item_id, page.item)
  block(request.itemId)
  for (const line of lines) block(line.item_id, line)
  for (const id of [...blockedIds, ...input.notForMe ?? [], ...Object.keys(profile?.notForMe ?? {})]) block(id)
  for (const item of own.ordered) {
    if (!isJustBought(item, now, request.strategy === 'buy-again')) continue
    if (item.index < 0) block(item.itemId)
    else blockProduct(item.index)
  }
  for (const id of blockedIds) {
    const index = board.indexOf(id)
    if (index >= 0) blockProduct(index)
  }
  if (request.allowSoldOut !== true) {
    // This variant alone: another colour may be there. A model that was built of later days knows better.
    for (const { item, lastViewedAt = 0 } of Object.values(profile?.items ?? {})) {
      if (item.in_stock !== false || model.asOf > lastViewedAt) continue
      blockedIds.add(item.item_id)
      blocked.add(board.indexOf(item.item_id))
    }
  }
  const wanted = Math.floor(Number(request.limit ?? 8))
  return { input, request, limit: wanted >= 0 ? Math.min(wanted, 100) : 8, model, board, lines, own, blockedIds, blocked }
}
