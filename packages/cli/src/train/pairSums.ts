import type { OrderTable } from './orderTable.ts'
import { lanes, partsOf, peoplePart, placeOfRow, sumsEachPart, sumsPart } from './pairRows.ts'
import { sharedFloats, sharedInts, sharedShorts } from './sharedArrays.ts'
import type { Team } from './team.ts'
import { alone } from './team.ts'

/** Sums of all pairs `a < b`, packed by row: that of a and b stands at `rowOf(a) + b * step`. */
export interface PairSums<Sums> {
  size: number
  sums: Sums
  step: number
  /** Of `step` sums that lie side by side: which are these. */
  lane: number
  rowOf(a: number): number
}

/**
 * Sums over the orders that hold both items of a pair, of all pairs at once. Row by row, over the items of each order that are
 * larger than the row's own: what is added to is one row at a time and stays in the processor's nearest memory, which is what
 * makes 1.4 billion pairs a matter of seconds.
 *
 * @param weights by number of order in `lines`
 */
export function sumPairs(lines: LinesByItem, weights: Float64Array, team: Team = alone): PairSums<Float64Array> {
  const job = { lines, weights, sums: sharedFloats(lines.size * (lines.size - 1) / 2) }
  team.run('sums', job, partsOf(lines.size), sumsPart(job))
  return pairSumsOf(job.sums, lines.size, 1, 0)
}

/** The same for up to four weights at once, for a little more than the price of one. @returns one for each of `weights` */
export function sumPairsEach(
  lines: LinesByItem, weights: readonly Float64Array[], team: Team = alone,
): PairSums<Float64Array>[] {
  const job = { lines, weights, sums: sharedFloats(lanes * lines.size * (lines.size - 1) / 2) }
  team.run('sumsEach', job, partsOf(lines.size), sumsEachPart(job))
  return weights.map((_, lane) => pairSumsOf(job.sums, lines.size, lanes, lane))
}

/** Distinct shoppers of every pair, as `sumPairs`. */
export function countPairShoppers(lines: LinesByItem, team: Team = alone): PairSums<Uint32Array> {
  const job = { lines, sums: sharedInts(lines.size * (lines.size - 1) / 2) }
  team.run('people', job, partsOf(lines.size), peoplePart(job))
  return pairSumsOf(job.sums, lines.size, 1, 0)
}

/** Sums with their places. */
export function pairSumsOf<Sums>(sums: Sums, size: number, step: number, lane: number): PairSums<Sums> {
  return { size, sums, step, lane, rowOf: a => placeOfRow(size, step, lane, a) }
}

/**
 * By item the lines that name it. Orders are numbered anew, those of one shopper next to each other: whoever reads an item's
 * lines then goes through memory in one direction.
 */
export interface LinesByItem {
  size: number
  /** Lines of item `i` are places `at[i]` to `at[i + 1] - 1` of the two next: the line's own place in `items`, and its order. */
  at: Uint32Array
  line: Uint32Array
  order: Uint32Array
  /** Items of order `o` are `items[lineAt[o]]` to `items[lineAt[o + 1] - 1]`, ascending. */
  lineAt: Uint32Array
  items: Uint16Array | Uint32Array
  /** By order. */
  shopper: Uint32Array
  /** By order its number in the table. */
  numberOf: Uint32Array
}

/** Reads a table of orders once, for as many sums as are wanted. */
export function linesByItem({ size, lineAt: lineOf, item, shopper }: OrderTable): LinesByItem {
  const items = size <= 0x10000 ? sharedShorts(item.length) : sharedInts(item.length)
  const at = sharedInts(size + 1)
  for (let line = 0; line < item.length; line++) at[item[line]! + 1]!++
  for (let place = 0; place < size; place++) at[place + 1]! += at[place]!
  const next = at.slice()
  const [line, order] = [sharedInts(item.length), sharedInts(item.length)]
  const lineAt = sharedInts(shopper.length + 1)
  const numberOf = byShopper(shopper)
  numberOf.forEach((number, place) => {
    const first = lineAt[place]!
    const stop = lineAt[place + 1] = first + lineOf[number + 1]! - lineOf[number]!
    const own = items.subarray(first, stop)
    own.set(item.subarray(lineOf[number], lineOf[number + 1]))
    own.sort()
    for (let at = first; at < stop; at++) {
      const to = next[items[at]!]!++
      line[to] = at
      order[to] = place
    }
  })
  return { size, at, line, order, lineAt, items, numberOf, shopper: numberOf.map(number => shopper[number]!) }
}

/** Numbers of orders, those of one shopper next to each other, by time within. */
export function byShopper(shopper: Uint32Array): Uint32Array {
  let most = 0
  for (const who of shopper) most = Math.max(most, who)
  const next = new Uint32Array(most + 2)
  for (const who of shopper) next[who + 1]!++
  for (let who = 0; who <= most; who++) next[who + 1]! += next[who]!
  const numbers = new Uint32Array(shopper.length)
  shopper.forEach((who, number) => { numbers[next[who]!++] = number })
  return numbers
}
