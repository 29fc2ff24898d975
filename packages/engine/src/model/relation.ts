import { ONE_IN, SCALE_STEP } from './format.ts'
import type { Relation } from './model.ts'
import { check } from './modelError.ts'

/** One relation's streams, as views into the file. Rows follow each other. */
export type RelationStreams = [
  /** Edges per row. */
  counts: Uint8Array,
  /** Strongest weight per row, 0..31. */
  scales: Uint8Array,
  /** Varints: a row's first neighbour as zigzag distance from its own index, the others as distance - 1 from the one before. */
  gaps: Uint8Array,
  /** 3 bits per edge, lowest bit first: how many steps below the row's strongest. */
  levels: Uint8Array,
  /** 4 bits per edge, low nibble first: code into `ONE_IN`. Empty when the relation has none. */
  oneIn: Uint8Array,
]

/**
 * Reads a relation whole, checking every stream.
 *
 * @param step natural log of the ratio between two levels
 * @param ranks ties of weight go to the smaller rank
 * @throws ModelError when a stream is short, long, or leads outside the catalogue
 */
export function openRelation(
  [counts, scales, gaps, levels, oneIn]: RelationStreams, step: number, ranks: ArrayLike<number>,
): Relation {
  const size = ranks.length
  const edgeAt = new Uint32Array(size + 1)
  check(counts.length === size && scales.length === size)
  for (let index = 0; index < size; index++) edgeAt[index + 1] = edgeAt[index]! + counts[index]!
  const edges = edgeAt[size]!
  check(levels.length === Math.ceil(edges * 3 / 8) && (!oneIn.length || oneIn.length === Math.ceil(edges / 2)))
  // A neighbour takes a byte at least: nothing is allocated for edges that are not there.
  check(edges <= gaps.length)
  const to = new Uint32Array(edges)
  const weights = new Float32Array(edges)
  const people = new Uint8Array(oneIn.length ? edges : 0)
  let cursor = 0
  for (let index = 0; index < size; index++) {
    check(scales[index]! < 32)
    const first = edgeAt[index]!
    const row: [number, number, number][] = []
    for (let edge = first, at = index; edge < edgeAt[index + 1]!; edge++) {
      let value = 0
      let byte = 128
      for (let scale = 1; byte > 127; scale *= 128) {
        check(scale < 2 ** 29 && cursor < gaps.length)
        byte = gaps[cursor++]!
        value += (byte & 127) * scale
      }
      at += edge > first ? value + 1 : value % 2 ? -(value + 1) / 2 : value / 2
      check(at >= 0 && at < size && at !== index)
      const bit = edge * 3
      const level = (levels[bit >> 3]! | levels[(bit >> 3) + 1]! << 8) >> bit % 8 & 7
      row.push([at, Math.exp(-SCALE_STEP * scales[index]! - step * level), ONE_IN[oneIn[edge >> 1]! >> edge % 2 * 4 & 15] ?? 0])
    }
    row.sort((a, b) => b[1] - a[1] || ranks[a[0]]! - ranks[b[0]]!)
    row.forEach(([at, weight, count], place) => {
      to[first + place] = at
      weights[first + place] = weight
      if (people.length) people[first + place] = count
    })
  }
  check(cursor === gaps.length)
  return { edgeAt, to, weights, oneIn: edge => people[edge] ?? 0 }
}
