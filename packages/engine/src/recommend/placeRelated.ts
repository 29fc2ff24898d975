import { findEvidence } from './evidence.ts'
import type { RankContext } from './rankContext.ts'
import type { StrategyName } from './recommendation.ts'
import { addScore } from './scoreBoard.ts'
import type { Seed } from './seed.ts'
import { eachShare } from './seed.ts'
import type { Shelf } from './shelf.ts'
import { shownVariant } from './shownVariant.ts'
import { strongestFirst } from './strongestFirst.ts'

/** How much of its voice a seed loses once it has led its part of the row: what is left fills places that nobody else wants. */
const hushed = 0.9
/** Candidates for each place left, among which a row's variety is looked for; a byte numbers them. */
const choices = 3
const mostCandidates = 255

interface Voices {
  /** May this item be the next card. @default what the shelf says */
  isOpen?: (index: number) => boolean
  /** Cards that one seed leads before it is hushed, so that a row speaks of more than one thing. @default no limit */
  leadCap?: number
  /** The board holds already what the seeds say. @default false */
  isScored?: boolean
}

/**
 * Fills a shelf with what the seeds speak for, strongest first: scores are added up over typed arrays, the strongest are taken
 * from a heap, and who spoke is looked up for the few that may become cards.
 *
 * Where the shop's rules ask for variety, it is that of maximal marginal relevance (Carbonell and Goldstein, SIGIR 1998), as a
 * share of a card's own score, so that scores stay above 0 and fall along the row: score × (1 − the greatest loss beside a card
 * before it).
 */
export function placeRelated(
  context: RankContext, shelf: Shelf, seeds: readonly Seed[], strategy: StrategyName,
  { isOpen = shelf.isOpen, leadCap = Infinity, isScored = false }: Voices = {},
): void {
  const { model, board, limit, gate } = context
  const led = new Map<Seed, number>()
  const speak = (seed: Seed, volume: number): void => eachShare(seed, (index, share) => addScore(board, index, share * volume))
  if (!isScored) for (const seed of seeds) speak(seed, 1)

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
    const speaking = findEvidence(seeds, wanted, board.slots)
    const candidates = wanted.map((index, place) => ({ index, place, loss: 0 }))
    const worth = ({ index, loss }: typeof candidates[0]): number => Math.fround(board.scores[index]! * (1 - loss))
    while (candidates.length && !shelf.isFull()) {
      let best = 0
      if (gate?.loss) candidates.forEach((each, at) => { if (worth(each) > worth(candidates[best]!)) best = at })
      const [chosen] = candidates.splice(best, 1)
      if (!isOpen(chosen!.index)) continue
      const { voices, total } = speaking(chosen!.place)
      const shown = shownVariant(context, shelf, chosen!.index, voices)
      // All that was said, hushed or not: the places of a row change what it shows, and not what speaks for it.
      lowest = Math.min(lowest, Math.fround(total * (1 - chosen!.loss)))
      shelf.place(shown, lowest, strategy, voices.map(seed => seed.reason(shown)))
      if (gate?.loss) for (const each of candidates) each.loss = Math.max(each.loss, gate.loss(shown, each.index))
      const leader = voices[0]!
      const cards = (led.get(leader) ?? 0) + 1
      led.set(leader, cards)
      if (cards === leadCap) {
        // All that it spoke for stands elsewhere now: the candidates are chosen anew.
        speak(leader, -hushed)
        next = strongestFirst(board, model)
        isMore = true
        break
      }
    }
  }
}
