import type { ScoreBoard } from './scoreBoard.ts'
import type { Seed } from './seed.ts'
import { addShares } from './seed.ts'

/** Who speaks for a few items: the seeds of each, strongest first, at most three, and what all of its seeds say together. */
export type Evidence = (place: number) => { voices: Seed[]; total: number }

/**
 * Of each of these items the seeds without which it would lose most, all ways together: what a seed says itself and what its neighbours
 * pass on, less what the others would say louder in its absence (`lift`). The middle of a way is never named.
 * One pass over the seeds' rows, whatever the number of items.
 *
 * @param wanted at most 255 item indices, distinct
 * @param board of the model; its scores stay as they are. What is told holds until the next call with it
 */
export function findEvidence(seeds: readonly Seed[], wanted: readonly number[], board: ScoreBoard): Evidence {
  const { slots } = board
  // parts[slot * seeds + seed], slots from 1 on.
  const size = (wanted.length + 1) * seeds.length
  if (board.parts.length < size) board.parts = new Float64Array(2 * size)
  const { parts } = board
  parts.fill(0, 0, size)
  wanted.forEach((index, place) => { slots[index] = place + 1 })
  seeds.forEach((seed, number) => addShares(board, seed, 1, number, seeds.length))
  for (const index of wanted) slots[index] = 0

  return place => {
    const own = parts.subarray((place + 1) * seeds.length, (place + 2) * seeds.length)
    const speaking: { seed: Seed; part: number; loss: number }[] = []
    let total = 0
    own.forEach((part, number) => {
      total += part
      if (part > 0) speaking.push({ seed: seeds[number]!, part, loss: 0 })
    })
    for (const gone of speaking) {
      for (const { seed, part } of speaking) {
        gone.loss += part * (seed.index === gone.seed.index ? 1 : 1 - (seed.lift?.(gone.seed) ?? 1))
      }
    }
    // As 32-bit floats: the last bit of a device's `exp` decides nothing. Ties: the seed that comes first.
    speaking.sort((a, b) => Math.fround(b.loss) - Math.fround(a.loss))
    return { voices: speaking.slice(0, 3).map(({ seed }) => seed), total }
  }
}
