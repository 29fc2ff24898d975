import type { CartLine } from '../cart.ts'
import type { Item } from '../item.ts'
import type { Model } from '../model/model.ts'
import { recall } from '../profile/recall.ts'
import type { Gate } from './gate.ts'
import { isJustBought } from './isJustBought.ts'
import { noModel } from './noModel.ts'
import type { OwnHistory } from './ownHistory.ts'
import { ownHistory } from './ownHistory.ts'
import type { RecommendInput } from './recommendInput.ts'
import type { RecommendRequest } from './recommendation.ts'
import type { ScoreBoard } from './scoreBoard.ts'
import { openBoard } from './scoreBoard.ts'

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
  isInStock(index: number): boolean
  /** Can be bought here: in stock, unless the shop shows what is sold out too, and of this page's market. */
  isSold(index: number): boolean
  /** What the shop's rules ask; undefined without any. */
  gate: Gate | undefined
}

/**
 * Prepares a ranking. What may not be shown, as a product in any colour (DESIGN 7.1): the current item, the basket, not for me,
 * just bought, and what the request leaves out; and, of a product the variant alone, what is sold out or of another market. What
 * a page or the shop itself says of stock goes before an older model. A limit that is no number means 8.
 */
export function createContext(input: RecommendInput, request: RecommendRequest, gate?: Gate): RankContext {
  const { profile, page, now } = input
  const board = openBoard(input.model ?? noModel)
  const { model } = board
  // Who has no past, or none that may be used.
  const own = profile ? ownHistory(profile, model) : { model, ordered: [], wanted: [], soldOut: [] }
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
    if (!isJustBought(item, now, request.strategy === 'buy-again' || request.strategy === 'for-you')) continue
    if (item.index < 0) block(item.itemId)
    else blockProduct(item.index)
  }
  for (const id of blockedIds) {
    const index = board.indexOf(id)
    if (index >= 0) blockProduct(index)
  }

  /** Stock by item index, where something newer than the model says. */
  const stock = new Map<number, boolean>()
  for (const index of own.soldOut) stock.set(index, false)
  for (const [id, { available }] of input.live ?? []) if (available !== undefined) stock.set(board.indexOf(id), available)

  const here = board.indexOf(page.item?.item_id ?? '')
  const market = input.market !== undefined ? model.marketOf(input.market) : here < 0 ? 0 : model.market(here)
  const wanted = Math.floor(Number(request.limit ?? 8))
  const isInStock = (index: number): boolean => stock.get(index) ?? model.available(index)
  return {
    input, request, limit: wanted >= 0 ? Math.min(wanted, 100) : 8, model, board, lines, own, blockedIds, blocked, gate,
    isInStock,
    isSold(index) {
      const only = market && model.market(index)
      return (!only || only === market) && (request.allowSoldOut === true || isInStock(index))
    },
  }
}
