import type { Model } from '../model/model.ts'
import type { RankContext } from './rankContext.ts'
import type { StrategyName } from './recommendation.ts'
import type { ScoreBoard } from './scoreBoard.ts'
import { addScore } from './scoreBoard.ts'
import type { Seed } from './seed.ts'
import { evidence, share } from './seed.ts'
import type { Shelf } from './shelf.ts'

/** How much of its voice a seed loses once it has led its part of the row: what is left fills places that nobody else wants. */
const hushed = 0.9

interface Voices {
  /** May this item be the next card. @default what the shelf says */
  isOpen?: (index: number) => boolean
  /** Cards that one seed leads before it is hushed, so that a row speaks of more than one thing. @default no limit */
  leadCap?: number
}

/**
 * Fills a shelf with what the seeds speak for, strongest first: one look over the touched items per card instead of a sort of all.
 * Scores are compared as 32-bit floats, so that the last bit of a device's `exp` decides nothing; equal ones go by item id.
 * A product is shown in the colour of the seed that speaks most for it.
 */
export function placeRelated(
  context: RankContext, shelf: Shelf, seeds: readonly Seed[], strategy: StrategyName,
  { isOpen = shelf.isOpen, leadCap = Infinity }: Voices = {},
): void {
  const { model, board } = context
  const { scores, touched } = board
  const led = new Map<Seed, number>()
  for (const seed of seeds) speak(board, seed, 1)
  while (!shelf.isFull()) {
    let best = -1
    let bestScore = 0
    for (const index of touched) {
      const score = Math.fround(scores[index]!)
      if (score < bestScore || (score === bestScore && best >= 0 && model.itemId(index) > model.itemId(best))) continue
      if (!isOpen(index)) continue
      best = index
      bestScore = score
    }
    if (best < 0) return
    const speaking = evidence(seeds, best)
    const shown = nearestColour(model, shelf, best, speaking)
    shelf.place(shown, bestScore, strategy, speaking.map(seed => seed.reason(shown)))
    const leader = speaking[0]!
    const cards = (led.get(leader) ?? 0) + 1
    led.set(leader, cards)
    if (cards === leadCap) speak(board, leader, -hushed)
  }
}

/** Adds to the board what a seed says, `volume` times. */
function speak(board: ScoreBoard, seed: Seed, volume: number): void {
  for (const link of seed.links) for (const near of link.row) addScore(board, near.index, share(seed, link, near) * volume)
}

/** The variant to show: in the colour of the strongest seed, where the product comes in it; the shopper's own stays as it is. */
function nearestColour(model: Model, shelf: Shelf, found: number, speaking: readonly Seed[]): number {
  const twins = model.twins(found)
  if (twins.length < 2 || speaking.some(seed => seed.index === found)) return found
  const { colour } = model.product(speaking[0]!.index)
  return colour === undefined || model.product(found).colour === colour ? found
    : twins.find(twin => model.product(twin).colour === colour && shelf.isOpen(twin)) ?? found
}
