import { coreStrategies } from './coreStrategies.ts'
import type { Gate } from './gate.ts'
import { isMet } from './isMet.ts'
import { createContext } from './rankContext.ts'
import type { RecommendInput } from './recommendInput.ts'
import type { RecommendRequest, Recommendation } from './recommendation.ts'
import type { KeepRules } from './rules/keepRules.ts'
import { openBoard } from './scoreBoard.ts'
import type { Strategy } from './strategy.ts'

/** Fewer cards than this make no row (`min` of the widget): then the next strategy is asked for a longer one. */
const enoughCards = 3

/**
 * A list of items for a shopper, best first: at most `limit`, shorter where there is no more to say, never filled at random.
 * Pure: the same input gives the same list on every device. Never throws.
 *
 * The list comes from the strategy asked for or, where it finds fewer than three cards (or `limit`, if smaller), from the first
 * of its fallbacks that finds as many, else from the first that finds any; each card names the strategy that really produced it.
 * A bundle takes pairs alone. A strategy that is in neither set gives an empty list, and so do rules that nobody is there to
 * keep.
 *
 * @param more strategies beside the core ones: `moreStrategies`, or the shop's own. @default none
 * @param rules what keeps the rules of a request, `keepRules`: a part of its own, for few requests have any
 */
export function recommend(
  input: RecommendInput, request: RecommendRequest, more: readonly Strategy[] = [], rules?: KeepRules,
): Recommendation[] {
  const known = [...coreStrategies, ...more]
  const find = (name: string): Strategy | undefined => known.find(strategy => strategy.name === name)
  const asked = find(request.bundle ? 'bought-together' : request.strategy)

  const ask = (wanted: RecommendRequest, gate?: Gate): Recommendation[] => {
    let first: Recommendation[] = []
    const context = createContext(input, wanted, gate)
    for (const strategy of asked ? [asked, ...wanted.bundle ? [] : asked.fallback.map(find)] : []) {
      openBoard(context.model)
      const cards = strategy?.needs.every(need => isMet(need, context)) ? strategy.cards(context) : []
      if (cards.length >= Math.min(enoughCards, context.limit)) return cards
      if (first.length === 0) first = cards
    }
    return first
  }
  return request.rules === undefined ? ask(request) : rules?.(input, request, ask) ?? []
}
