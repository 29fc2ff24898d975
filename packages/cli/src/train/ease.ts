import type { NearPairs } from './nearPairs.ts'
import { ridgeRoom, solveRidge } from './ridge.ts'

/** Positive relations i → j in compressed rows: rows by item, strongest first, ties by index. */
export interface EaseRows {
  at: Uint32Array
  to: Uint32Array
  /** Above 0. */
  weight: Float64Array
}

/**
 * EASE (Steck, WWW 2019), item by item: how much each candidate `i` says for `j` beside all other candidates, that is the ridge
 * regression of `j` on them, `w = (G + lambda)^-1 g`. With all other items as candidates this is EASE itself (its column `j` is
 * that regression); with the nearest by cosine, of those that were ever bought with it, it needs no matrix of items × items and
 * no time that grows with their cube. Negative weights are left out: a relation is a reason to show something.
 *
 * @param penalty lambda as a multiple of the mean weight of an item that was ever ordered, above 0: so a constant means the same
 *   however many orders there are and however they are weighed
 */
export function solveEase(pairs: NearPairs, penalty: number): EaseRows {
  return solveEaseEach(pairs, [penalty])[0]!
}

/** The same for several penalties at once: what items share is looked up once. */
export function solveEaseEach(pairs: NearPairs, penalties: readonly number[]): EaseRows[] {
  const { size, diagonal, most } = pairs
  const mean = meanWeight(diagonal)
  const solved = penalties.map(() => new Float64Array(size * most))
  const room = ridgeRoom(most)
  const held = penalties.length > 1 ? ridgeRoom(most) : room
  for (let item = 0; item < size; item++) {
    const among = pairs.candidates(item)
    const count = among.length
    pairs.fill(item, among, held.square, held.side)
    penalties.forEach((penalty, at) => {
      const lambda = penalty * mean
      if (held !== room) {
        room.square.set(held.square.subarray(0, count * count))
        room.side.set(held.side.subarray(0, count))
      }
      for (let place = 0; place < count; place++) room.square[place * count + place] = diagonal[among[place]!]! + lambda
      solveRidge(room, count, lambda)
      solved[at]!.set(room.side.subarray(0, count), item * most)
    })
  }
  return solved.map(each => byRow(pairs, each))
}

/** Mean over the items that were ever ordered; 1 when none was. */
export function meanWeight(diagonal: Float64Array): number {
  let sum = 0
  let items = 0
  for (const weight of diagonal) {
    sum += weight
    if (weight > 0) items++
  }
  return items ? sum / items : 1
}

/** Columns to rows: how much an item says for others, strongest first. */
function byRow({ size, most, candidates }: NearPairs, solved: Float64Array): EaseRows {
  const at = new Uint32Array(size + 1)
  eachRelation(from => { at[from + 1]!++ })
  for (let item = 0; item < size; item++) at[item + 1]! += at[item]!
  const next = at.slice()
  const to = new Uint32Array(at[size]!)
  const weight = new Float64Array(at[size]!)
  eachRelation((from, item, value) => {
    const edge = next[from]!++
    to[edge] = item
    weight[edge] = value
  })
  const score = new Float64Array(size)
  for (let item = 0; item < size; item++) {
    const row = to.subarray(at[item], at[item + 1])
    const weights = weight.subarray(at[item], at[item + 1])
    row.forEach((other, edge) => { score[other] = weights[edge]! })
    row.sort((a, b) => score[b]! - score[a]! || a - b)
    row.forEach((other, edge) => { weights[edge] = score[other]! })
  }
  return { at, to, weight }

  function eachRelation(tell: (from: number, item: number, value: number) => void): void {
    for (let item = 0; item < size; item++) {
      const among = candidates(item)
      for (let place = 0; place < among.length; place++) {
        const value = solved[item * most + place]!
        if (value > 0) tell(among[place]!, item, value)
      }
    }
  }
}
