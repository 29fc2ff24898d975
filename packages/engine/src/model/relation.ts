import { ONE_IN, SCALE_STEP } from './format.ts'
import type { Neighbour } from './model.ts'
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
 * Checks a relation whole, then reads rows when asked; nothing is kept per edge but the rows that were read.
 *
 * @param step natural log of the ratio between two levels
 * @param ranks ties of weight go to the smaller rank
 * @returns row reader: neighbours of an index, strongest first
 * @throws ModelError when a stream is short, long, or leads outside the catalogue
 */
export function openRelation(
  [counts, scales, gaps, levels, oneIn]: RelationStreams, step: number, ranks: ArrayLike<number>,
): (index: number) => readonly Neighbour[] {
  const size = ranks.length
  const edgeAt = new Uint32Array(size + 1)
  const byteAt = new Uint32Array(size + 1)
  const rows: Neighbour[][] = []
  let cursor = 0

  /** Walks a row from `cursor`; pushes its neighbours on `row` where there is one. */
  const walk = (index: number, row?: Neighbour[]): void => {
    const first = edgeAt[index]!
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
      if (!row) continue
      const bit = edge * 3
      const level = (levels[bit >> 3]! | levels[(bit >> 3) + 1]! << 8) >> bit % 8 & 7
      const people = ONE_IN[oneIn[edge >> 1]! >> edge % 2 * 4 & 15]
      const neighbour: Neighbour = { index: at, weight: Math.exp(-SCALE_STEP * scales[index]! - step * level) }
      if (people) neighbour.oneIn = people
      row.push(neighbour)
    }
  }

  check(counts.length === size && scales.length === size)
  for (let index = 0; index < size; index++) {
    check(scales[index]! < 32)
    edgeAt[index + 1] = edgeAt[index]! + counts[index]!
    walk(index)
    byteAt[index + 1] = cursor
  }
  const edges = edgeAt[size]!
  check(cursor === gaps.length && levels.length === Math.ceil(edges * 3 / 8))
  check(!oneIn.length || oneIn.length === Math.ceil(edges / 2))

  return index => {
    if (!rows[index]) {
      cursor = byteAt[index]!
      walk(index, rows[index] = [])
      rows[index].sort((a, b) => b.weight - a.weight || ranks[a.index]! - ranks[b.index]!)
    }
    return rows[index]
  }
}
