import type { LinesByItem } from './pairSums.ts'

/** Rows of a part: they differ much in length, so that many small parts keep all threads busy to the end. */
const rowsOfPart = 32

/** Sums that are taken side by side: a pair is found once, and its four sums lie next to each other. */
export const lanes = 4

/** Parts that the rows of `size` items make. */
export function partsOf(size: number): number {
  return Math.ceil(size / rowsOfPart)
}

/** What `sumPairs` shares. `sums`: written to. */
export interface SumsJob {
  lines: LinesByItem
  weights: Float64Array
  sums: Float64Array
}

/** One part of `sumPairs`. */
export function sumsPart({ lines: { size, at, line, order, items, lineAt }, weights, sums }: SumsJob): (part: number) => void {
  return eachRow(size, a => {
    const row = placeOfRow(size, 1, 0, a)
    for (let place = at[a]!, last = at[a + 1]!; place < last; place++) {
      const weight = weights[order[place]!]!
      const stop = lineAt[order[place]! + 1]!
      for (let next = line[place]! + 1; next < stop; next++) sums[row + items[next]!]! += weight
    }
  })
}

/** What `sumPairsEach` shares: up to four weights. */
export interface EachJob {
  lines: LinesByItem
  weights: readonly Float64Array[]
  sums: Float64Array
}

/** One part of `sumPairsEach`. */
export function sumsEachPart({ lines, weights, sums }: EachJob): (part: number) => void {
  const { size, at, line, order, items, lineAt } = lines
  const [one, two, three, four] = Array.from({ length: lanes }, (_, lane) => weights[lane] ?? weights[0]!) as
    [Float64Array, Float64Array, Float64Array, Float64Array]
  return eachRow(size, a => {
    const row = placeOfRow(size, lanes, 0, a)
    for (let place = at[a]!, last = at[a + 1]!; place < last; place++) {
      const number = order[place]!
      const [w0, w1, w2, w3] = [one[number]!, two[number]!, three[number]!, four[number]!]
      for (let next = line[place]! + 1, stop = lineAt[number + 1]!; next < stop; next++) {
        const into = row + items[next]! * lanes
        sums[into]! += w0
        sums[into + 1]! += w1
        sums[into + 2]! += w2
        sums[into + 3]! += w3
      }
    }
  })
}

/** What `countPairShoppers` shares. */
export interface PeopleJob {
  lines: LinesByItem
  sums: Uint32Array
}

/** One part of `countPairShoppers`. */
export function peoplePart({ lines, sums }: PeopleJob): (part: number) => void {
  const { size, at, line, order, items, lineAt, shopper } = lines
  const seenBy = new Int32Array(size)
  return eachRow(size, a => {
    const row = placeOfRow(size, 1, 0, a)
    seenBy.fill(-1)
    for (let place = at[a]!, last = at[a + 1]!; place < last; place++) {
      const who = shopper[order[place]!]!
      for (let next = line[place]! + 1, stop = lineAt[order[place]! + 1]!; next < stop; next++) {
        const b = items[next]!
        if (seenBy[b] === who) continue
        seenBy[b] = who
        sums[row + b]!++
      }
    }
  })
}

/** Where row `a` starts, minus its own first place: it holds b = a + 1 to size - 1. */
export function placeOfRow(size: number, step: number, lane: number, a: number): number {
  return (a * (2 * size - a - 1) / 2 - a - 1) * step + lane
}

function eachRow(size: number, sumRow: (a: number) => void): (part: number) => void {
  return part => {
    for (let a = part * rowsOfPart, end = Math.min(size, a + rowsOfPart); a < end; a++) sumRow(a)
  }
}
