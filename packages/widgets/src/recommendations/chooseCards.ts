import type { Recommendation, StrategyName } from '@shopside/engine'

/** A row keeps its strategy's heading from this many of its cards on (the engine's own floor for a list). */
const enoughCards = 3

/** What a row may hold. */
export interface ChooseOptions {
  /** Group ids that other rows of the page show. */
  taken: ReadonlySet<string>
  /** With fewer than this the row is empty. */
  min: number
}

/** Cards in order, and the strategy that the heading may name. */
export interface Choice {
  strategy: StrategyName
  cards: Recommendation[]
}

/**
 * The cards of a row: `list` without the products that other rows show; `spare` (a longer list of the same request) fills those places.
 * The first card's strategy names the row, as long as it made enough of the cards (places left may hold popular ones, which say so);
 * else only the cards of the strategy that made most of them are kept, and the heading is theirs. What the shop pinned among others stays
 * where it is and names no row.
 *
 * @returns undefined when fewer than `min` are left
 */
export function chooseCards(
  list: readonly Recommendation[], spare: readonly Recommendation[], options: ChooseOptions,
): Choice | undefined {
  const pool = [...list, ...spare]
  const cards = pick(pool, list.length, options.taken)
  const isPinned = ({ strategy }: Recommendation): boolean => strategy === 'hand-picked'
  // Where all were chosen by the shop, that is the row's name.
  const found = cards.every(isPinned) ? cards : cards.filter(card => !isPinned(card))
  const lead = found[0]?.strategy
  if (!lead) return undefined
  const strategy = madeBy(cards, lead) >= Math.min(enoughCards, Math.ceil(list.length / 2)) ? lead : mostFrequent(found)
  const kept = strategy === lead ? cards
    : pick(pool.filter(card => card.strategy === strategy || isPinned(card)), list.length, options.taken)
  return kept.length < options.min ? undefined : { strategy, cards: kept }
}

/** The first `limit` that nobody shows, one a product. */
function pick(pool: readonly Recommendation[], limit: number, taken: ReadonlySet<string>): Recommendation[] {
  const groups = new Set(taken)
  const cards: Recommendation[] = []
  for (const card of pool) {
    if (cards.length === limit) break
    if (groups.has(card.item.groupId)) continue
    groups.add(card.item.groupId)
    cards.push(card)
  }
  return cards
}

function madeBy(cards: readonly Recommendation[], strategy: StrategyName): number {
  return cards.filter(card => card.strategy === strategy).length
}

function mostFrequent(cards: readonly Recommendation[]): StrategyName {
  let best = cards[0]!.strategy
  for (const { strategy } of cards) if (madeBy(cards, strategy) > madeBy(cards, best)) best = strategy
  return best
}
