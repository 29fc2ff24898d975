import type { Seed } from './seed.ts'
import { eachShare } from './seed.ts'

/** Who speaks for a few items: the seeds of each, strongest first, at most three. */
export type Evidence = (place: number) => Seed[]

/**
 * Of each of these items the seeds that give it most, all ways together: what it says itself and what its neighbours pass on. So
 * the first is the piece of evidence without which the item would lose most, and the middle of a way is never named.
 * One pass over the seeds' rows, whatever the number of items.
 *
 * @param wanted at most 255 item indices, distinct
 * @param slots a byte per item of the model, all 0; left so
 */
export function findEvidence(seeds: readonly Seed[], wanted: readonly number[], slots: Uint8Array): Evidence {
  // parts[slot * seeds + seed]; slot 0 takes what is said of all others.
  const parts = new Float64Array((wanted.length + 1) * seeds.length)
  wanted.forEach((index, place) => { slots[index] = place + 1 })
  seeds.forEach((seed, number) => {
    eachShare(seed, (index, share) => { parts[slots[index]! * seeds.length + number]! += share })
  })
  for (const index of wanted) slots[index] = 0

  return place => {
    const own = parts.subarray((place + 1) * seeds.length, (place + 2) * seeds.length)
    const speaking: number[] = []
    // As 32-bit floats: the last bit of a device's `exp` decides nothing. Ties: the seed that comes first.
    own.forEach((part, number) => { if (part > 0) speaking.push(number) })
    speaking.sort((a, b) => Math.fround(own[b]!) - Math.fround(own[a]!))
    return speaking.slice(0, 3).map(number => seeds[number]!)
  }
}
