import { alikeness } from './alikeness.ts'
import { findEvidence } from './evidence.ts'
import type { RankContext } from './rankContext.ts'
import type { StrategyName } from './recommendation.ts'
import type { Seed } from './seed.ts'
import { addShares } from './seed.ts'
import type { Shelf } from './shelf.ts'
import { shownVariant } from './shownVariant.ts'
import { strongestFirst } from './strongestFirst.ts'

/** How much of its voice a seed loses once it has led its part of the row: what is left fills places that nobody else wants. */
const hushed = 0.9
/** Candidates for each place left, among which a row's variety is looked for; a byte numbers them. */
const choices = 3
const mostCandidates = 255

/**
 * Share of its score that a card of these strategies loses beside one that looks just like it. The largest of 0.1, 0.2 and 0.3
 * that costs at most 0.3 points of any measure of next lines and orders on the validation part of Online Retail (30 days before
 * 10 November 2011): in the first eight, 5.0 kinds become 5.5, and 3.1 departments 3.5.
 */
const usualDiversity = 0.3
const spreadStrategies: readonly StrategyName[] = ['for-you', 'bought-together']

interface Voices {
  /** May this item be the next card. @default what the shelf says */
  isOpen?: (index: number) => boolean
  /** Cards that one seed leads before it is hushed, so that a row speaks of more than one thing. @default no limit */
  leadCap?: number
  /** The board holds already what the seeds say. @default false */
  isScored?: boolean
}

/**
 * Fills a shelf with what the seeds speak for, strongest first: scores are added up over typed arrays, the strongest are picked
 * out, and who spoke is looked up for the few that may become cards.
 *
 * Variety is that of maximal marginal relevance (Carbonell and Goldstein, SIGIR 1998), as a share of a card's own score, so that
 * scores stay above 0 and fall along the row: score × (1 − diversity × its greatest likeness to a card before it).
 */
export function placeRelated(
  context: RankContext, shelf: Shelf, seeds: readonly Seed[], strategy: StrategyName,
  { isOpen = shelf.isOpen, leadCap = Infinity, isScored = false }: Voices = {},
): void {
  const { model, board, limit, gate } = context
  const led = new Map<Seed, number>()
  if (!isScored) for (const seed of seeds) addShares(board, seed)

  const diversity = gate?.diversity ?? (spreadStrategies.includes(strategy) ? usualDiversity : 0)
  const shownBefore: number[] = []
  let next = strongestFirst(board, model)
  let lowest = Infinity
  for (let isMore = true; isMore && !shelf.isFull();) {
    const wanted: number[] = []
    const most = Math.min(mostCandidates, choices * (limit - shelf.cards.length))
    while (wanted.length < most && isMore) {
      const index = next()
      isMore = index >= 0
      if (isMore && isOpen(index)) wanted.push(index)
    }
    const speaking = findEvidence(seeds, wanted, board)
    const candidates = wanted.map((index, place) => ({ index, place, likeness: 0, met: 0 }))
    const worth = (each: typeof candidates[0], most: number): number => {
      const score = board.scores[each.index]!
      // Likeness can only take away: who is below the best without it is not looked at.
      for (; each.met < shownBefore.length && Math.fround(score) > most; each.met++) {
        each.likeness = Math.max(each.likeness, alikeness(model, shownBefore[each.met]!, each.index))
      }
      return Math.fround(score * (1 - diversity * each.likeness))
    }
    while (candidates.length && !shelf.isFull()) {
      let best = 0
      let most = diversity && worth(candidates[0]!, 0)
      for (let at = 1; diversity > 0 && at < candidates.length; at++) {
        const value = worth(candidates[at]!, most)
        if (value > most) [best, most] = [at, value]
      }
      const [chosen] = candidates.splice(best, 1)
      if (!isOpen(chosen!.index)) continue
      const { voices, total } = speaking(chosen!.place)
      const shown = shownVariant(context, shelf, chosen!.index, voices)
      // All that was said, hushed or not: the places of a row change what it shows, and not what speaks for it.
      lowest = Math.min(lowest, Math.fround(total * (1 - diversity * chosen!.likeness)))
      shelf.place(shown, lowest, strategy, voices.map(seed => seed.reason(shown)))
      shownBefore.push(shown)
      const leader = voices[0]!
      const cards = (led.get(leader) ?? 0) + 1
      led.set(leader, cards)
      if (cards === leadCap) {
        // All that it spoke for stands elsewhere now: the candidates are chosen anew.
        addShares(board, leader, -hushed)
        next = strongestFirst(board, model)
        isMore = true
        break
      }
    }
  }
}
