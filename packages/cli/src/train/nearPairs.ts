import type { Gram } from './gram.ts'
import { largest } from './largest.ts'
import type { PairSums } from './pairSums.ts'
import { sharedInts } from './sharedArrays.ts'

/** Shops of up to so many items are held as one half square (8 bytes a pair, 144 MB). */
const mostInSquare = 6000
/** Pairs that are held of a larger shop, 12 bytes each: the 2,500 nearest of each item at 6,000, the 160 nearest at 100,000. */
const mostPairs = 16e6
const leastPerItem = 100

/** What every two items share, and by which others each is explained. */
export interface NearPairs {
  size: number
  diagonal: Float64Array
  /** The items that explain an item: its nearest by cosine, ascending. */
  candidates(item: number): Uint32Array
  /** Most candidates of an item. */
  most: number
  /**
   * Writes what the items of `among` share into the lower half of `square` (row by row, `among.length` a side; its diagonal is
   * left alone), and what each shares with `item` into `side`. Pairs too weak to be held count as none.
   */
  fill(item: number, among: Uint32Array, square: Float64Array, side: Float64Array): void
  /** Distinct pairs in common orders. */
  counted: number
  /** What `fill` and `candidates` look things up in, where all of it may be seen by other threads. */
  shared?: { pairs: PairSums<Float64Array>; nearest: Uint32Array; counts: Uint32Array }
}

/**
 * Reads a Gram matrix once.
 *
 * @param most candidates of an item
 * @param square shops of up to so many items are held as a square
 */
export function readNearPairs(gram: Gram, most: number, square: number = mostInSquare): NearPairs {
  const { size, diagonal } = gram
  const row = new Float64Array(size)
  const cosine = new Float64Array(size)
  const counts = sharedInts(size)
  const nearest = sharedInts(size * most)
  const held = size > square ? holdRows(size, Math.max(leastPerItem, most, Math.floor(mostPairs / size)))
    : gram.pairs ? { take() {}, fill: fillFrom(gram.pairs()) } : holdSquare(size)
  let counted = 0
  for (let item = 0; item < size; item++) {
    const others = gram.readRow(item, row)
    counted += others.length
    // The square orders as the cosine does; the item's own weight is the same for all.
    for (const other of others) cosine[other] = row[other]! * row[other]! / diagonal[other]!
    held.take(item, others, row, cosine)
    const near = largest(others, cosine, most)
    counts[item] = near.length
    nearest.set(near, item * most)
    nearest.subarray(item * most, item * most + near.length).sort()
  }
  return {
    size, diagonal, most, counted: counted / 2, fill: held.fill,
    candidates: candidatesOf(nearest, counts, most),
    ...size <= square && gram.pairs && { shared: { pairs: gram.pairs(), nearest, counts } },
  }
}

/** The nearest of an item: `counts[item]` of them stand from `item * most` on. */
export function candidatesOf(nearest: Uint32Array, counts: Uint32Array, most: number): NearPairs['candidates'] {
  return item => nearest.subarray(item * most, item * most + counts[item]!)
}

/**
 * The same items with other weights: the candidates of `near` are kept, so nothing is searched. Undefined where pairs are not held
 * at once.
 */
export function reweigh(near: NearPairs, { pairs, diagonal }: Gram): NearPairs | undefined {
  if (!pairs || near.size > mostInSquare) return undefined
  const sums = pairs()
  return { ...near, diagonal, fill: fillFrom(sums), ...near.shared && { shared: { ...near.shared, pairs: sums } } }
}

interface Held extends Pick<NearPairs, 'fill'> {
  /** One row; may reorder `others`. */
  take(item: number, others: Uint32Array, row: Float64Array, cosine: Float64Array): void
}

/** Looks pairs up where the Gram matrix itself has them all. */
export function fillFrom({ sums, step, rowOf }: PairSums<Float64Array>): NearPairs['fill'] {
  return (item, among, square, side) => {
    const count = among.length
    for (let before = 0; before < count; before++) {
      const own = among[before]!
      const row = rowOf(own)
      for (let at = before + 1; at < count; at++) square[at * count + before] = sums[row + among[at]! * step]!
      side[before] = own < item ? sums[row + item * step]! : sums[rowOf(item) + own * step]!
    }
  }
}

/** All pairs, in the lower half of a square. */
function holdSquare(size: number): Held {
  const pairs = new Float64Array(size * (size - 1) / 2)
  const between = (low: number, high: number): number => pairs[high * (high - 1) / 2 + low]!
  return {
    take(item, others, row) {
      for (const other of others) if (other < item) pairs[item * (item - 1) / 2 + other] = row[other]!
    },
    fill(item, among, square, side) {
      const count = among.length
      for (let at = 0; at < count; at++) {
        const own = among[at]!
        for (let before = 0; before < at; before++) square[at * count + before] = between(among[before]!, own)
        side[at] = own < item ? between(own, item) : between(item, own)
      }
    },
  }
}

/** The nearest pairs of every item. */
function holdRows(size: number, most: number): Held {
  const to: Uint32Array[] = []
  const weight: Float64Array[] = []
  const place = new Int32Array(size)
  return {
    take(item, others, row, cosine) {
      to[item] = largest(others, cosine, most).slice()
      weight[item] = Float64Array.from(to[item], other => row[other]!)
    },
    fill(item, among, square, side) {
      const count = among.length
      square.fill(0, 0, count * count)
      side.fill(0, 0, count)
      among.forEach((other, at) => { place[other] = at + 1 })
      const tell = (own: number, take: (other: number, value: number) => void): void => {
        const values = weight[own]!
        to[own]!.forEach((other, pair) => take(other, values[pair]!))
      }
      // A pair may be held by one of its two items alone.
      among.forEach((own, at) => tell(own, (other, value) => {
        const before = place[other]! - 1
        if (before >= 0) square[before < at ? at * count + before : before * count + at] = value
        else if (other === item) side[at] = value
      }))
      tell(item, (other, value) => {
        if (place[other]! > 0) side[place[other]! - 1] = value
      })
      for (const other of among) place[other] = 0
    },
  }
}
