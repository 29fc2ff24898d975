import type { NearPairs } from './nearPairs.ts'
import { candidatesOf, fillFrom } from './nearPairs.ts'
import { pairSumsOf } from './pairSums.ts'
import { ridgeRoom, solveRidge } from './ridge.ts'

const itemsOfPart = 16

/** Parts that `size` items make. */
export function easeParts(size: number): number {
  return Math.ceil(size / itemsOfPart)
}

/** Regressions to solve for every item: one setting. */
export interface EaseAsk {
  /** Settings with the same function have the same pairs. */
  fill: NearPairs['fill']
  diagonal: Float64Array
  lambda: number
  /** Written to: by item and place of its candidate. */
  solved: Float64Array
}

/** What `solveEaseEach` shares, where all pairs are held. */
export interface EaseJob {
  size: number
  most: number
  nearest: Uint32Array
  counts: Uint32Array
  /** Pairs of the settings, each once. */
  held: readonly { sums: Float64Array; step: number; lane: number }[]
  asks: readonly (Omit<EaseAsk, 'fill'> & { held: number })[]
}

/** One part of `solveEaseEach` on another thread. */
export function easePart({ size, most, nearest, counts, held, asks }: EaseJob): (part: number) => void {
  const fills = held.map(({ sums, step, lane }) => fillFrom(pairSumsOf(sums, size, step, lane)))
  return solveParts(size, most, candidatesOf(nearest, counts, most), asks.map(ask => ({ ...ask, fill: fills[ask.held]! })))
}

/** Solves the items of a part. */
export function solveParts(
  size: number, most: number, candidates: NearPairs['candidates'], asks: readonly EaseAsk[],
): (part: number) => void {
  const room = ridgeRoom(most)
  const kept = asks.length > 1 ? ridgeRoom(most) : room
  return part => {
    for (let item = part * itemsOfPart, end = Math.min(size, item + itemsOfPart); item < end; item++) {
      const among = candidates(item)
      const count = among.length
      let filled: NearPairs['fill'] | undefined
      for (const { fill, diagonal, lambda, solved } of asks) {
        if (fill !== filled) fill(item, among, kept.square, kept.side)
        filled = fill
        if (kept !== room) {
          room.square.set(kept.square.subarray(0, count * count))
          room.side.set(kept.side.subarray(0, count))
        }
        for (let place = 0; place < count; place++) room.square[place * count + place] = diagonal[among[place]!]! + lambda
        solveRidge(room, count, lambda)
        solved.set(room.side.subarray(0, count), item * most)
      }
    }
  }
}
