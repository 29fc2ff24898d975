import { createByteWriter, toColumn } from './byteWriter.ts'
import { ONE_IN, SAID_PER_ROW } from './format.ts'
import type { CodedRelation } from './codeRelation.ts'

/** Items of one file: its own are numbers `first` to `first + own - 1`, `rim` are others that it holds for drawing, ascending. */
export interface FileItems {
  first: number
  own: number
  rim: readonly number[]
}

/**
 * Streams of a relation in one file: edges per own item, masses, gaps, levels, "1 in n"; all empty when no own item has an edge, but for
 * the masses of pairs.
 */
export type RelationStreams = [
  counts: Uint8Array<ArrayBuffer>, masses: Uint8Array<ArrayBuffer>, gaps: Uint8Array<ArrayBuffer>, levels: Uint8Array<ArrayBuffer>,
  oneIn: Uint8Array<ArrayBuffer>,
]

/** A relation's part of one file. Where pairs are written once, a pair inside is written at its first item, one that leads outside in full. */
export function encodeRelation({ edgeAt, to, levels, oneIn, isSaid, masses, constants }: CodedRelation, items: FileItems): RelationStreams {
  const { first, own, rim } = items
  const isMutual = constants[4] === 1
  const width = constants[5]
  const counts: number[] = []
  const [gaps, packed, said] = [createByteWriter(), createByteWriter(), createByteWriter()]
  let total = 0
  for (let item = first; item < first + own; item++) {
    const row: number[] = []
    for (let edge = edgeAt[item]!; edge < edgeAt[item + 1]!; edge++) {
      const isTwice = isMutual && to[edge]! >= first && to[edge]! < item
      if (!isTwice) row.push(edge)
    }
    counts.push(row.length)
    total += row.length
    const strongest = isSaid ? [...row].sort((a, b) => levels[a]! - levels[b]! || a - b).slice(0, SAID_PER_ROW) : []
    let before = -1
    for (const edge of row) {
      const at = to[edge]!
      gaps.varint(before < 0 ? zigzag(at - item) : at - before - 1)
      packed.bits(levels[edge]!, width)
      if (strongest.includes(edge)) said.bits(oneInCode(oneIn[edge]!), 4)
      before = at
    }
  }
  // A head's shelf has no rows, but rows of shards may lead to it, and how strongly hangs on both masses.
  const isWeighed = total > 0 || (isMutual && to.length > 0)
  const held = Uint8Array.from(isWeighed ? [...masses.subarray(first, first + own), ...rim.map(item => masses[item]!)] : [])
  if (!total) return [new Uint8Array(), held, new Uint8Array(), new Uint8Array(), new Uint8Array()]
  return [toColumn(counts), held, gaps.bytes(), packed.bytes(), said.bytes()]
}

function zigzag(distance: number): number {
  return distance < 0 ? -2 * distance - 1 : 2 * distance
}

/** The code of the smallest known "1 in n" that is not below `people`; 0 when there is none. */
function oneInCode(people: number): number {
  return people ? Math.max(0, ONE_IN.findIndex(known => known > 0 && known >= people)) : 0
}
