import { ONE_IN, SAID_PER_ROW } from './format.ts'
import { PLACE_BITS } from './loadItems.ts'
import type { Loaded } from './loadItems.ts'
import type { Relation } from './model.ts'
import { bitsAt } from './modelFile.ts'

/** Base, step, out, in, 1 when pairs are written once, bits of a level. */
export type Constants = [base: number, step: number, out: number, into: number, mutual: number, width: number]

/** What was written of one file's rows: by row its first edge, and by edge the index of the neighbour + 1, 0 when it is not loaded. */
export interface Written {
  /** Index of its first own item, and how many there are: own items stand next to each other in the model too. */
  firstOwn: number
  own: number
  starts: Uint32Array
  nears: Uint16Array | Uint32Array
  levels: Uint8Array
  oneIn: Uint8Array
  /** By row its first code of "1 in n"; empty without any. */
  saidAt: Uint16Array | Uint32Array
}

/** A relation that was read and found whole, before its rows are weighed. */
interface Rows {
  /** By file. */
  written: readonly Written[]
  constants: Constants
  loaded: Pick<Loaded, 'owned' | 'where' | 'popular' | 'places'>
  mass: Uint8Array
  edgeAt: Uint32Array
  /** To be filled; may be the only file's `nears`. */
  to: Uint16Array | Uint32Array
  isSaid: boolean
  weightOf: Float32Array
}

/**
 * The rows of a relation, weighed and sorted when first asked for. A function of its own, since one keeps alive whatever stands
 * beside it: the arrays that are needed while reading alone.
 */
export function relationRows(rows: Rows): Relation {
  const { written, constants: [base, step, out, into, mutual, width], loaded: { owned, where, popular, places } } = rows
  const { mass, edgeAt, to, isSaid, weightOf } = rows
  const codes = new Uint8Array(to.length)
  const said = new Uint8Array(isSaid ? to.length : 0)
  const isReady = new Uint8Array(mass.length)
  let isPlaced = !mutual

  /** A key of 8, 20 and 4 bits: code - 128, place in `popular`, "1 in n". In the order of these numbers a row is strongest first. */
  const keyOf = (first: number, level: number, second: number, near: number, people: number): number => {
    // Whole numbers at once: rounding and bounding fractions would take longer than all the rest.
    const code = base + first + 0.5 + level * step + second | 0
    return (code < 0 ? 0 : code > 255 ? 255 : code) - 128 << 24 | places[near]! << 4 | people
  }
  const prepare = (index: number): void => {
    if (!isPlaced) placeSources(rows)
    isPlaced = true
    isReady[index] = 1
    const start = edgeAt[index]!
    const keys = new Int32Array(edgeAt[index + 1]! - start)
    let count = 0
    if (owned[index]) {
      const { starts, nears, levels, oneIn, saidAt } = written[where[index]! >>> PLACE_BITS]!
      const place = where[index]! & 2 ** PLACE_BITS - 1
      const end = starts[place + 1]!
      const strongest = oneIn.length ? saidLevel(levels, width, starts[place]!, end) : 0
      let left = strongest & 3
      let nibble = saidAt[place]!
      for (let edge = starts[place]!; edge < end; edge++) {
        const level = bitsAt(levels, edge, width)
        let people = 0
        if (level < strongest >> 2 || (level === strongest >> 2 && left-- > 0)) people = bitsAt(oneIn, nibble++, 4)
        const near = nears[edge]! - 1
        if (near >= 0) keys[count++] = keyOf(out * mass[index]!, level, into * mass[near]!, near, people)
      }
    }
    // What is left are rows that name this item; they stand where its own row will.
    for (let edge = start; count < keys.length; edge++) {
      const near = to[edge]!
      const { starts, nears, levels } = written[where[near]! >>> PLACE_BITS]!
      let named = starts[where[near]! & 2 ** PLACE_BITS - 1]!
      while (nears[named] !== index + 1) named++
      keys[count++] = keyOf(into * mass[near]!, bitsAt(levels, named, width), out * mass[index]!, near, 0)
    }
    keys.sort()
    for (let place = 0; place < count; place++) {
      const key = keys[place]!
      to[start + place] = popular[key >> 4 & 2 ** 20 - 1]!
      codes[start + place] = (key >> 24) + 128
      if (isSaid) said[start + place] = key & 15
    }
  }
  return {
    edgeAt, to, levels: codes, weightOf,
    startOf(index) {
      if (!isReady[index]) prepare(index)
      return edgeAt[index]!
    },
    oneIn: edge => ONE_IN[said[edge] ?? 0] ?? 0,
  }
}

/** Where pairs are written once: notes at the head of each item's edges in `to` the rows that name it and are not its own. */
function placeSources({ written, loaded: { owned }, edgeAt, to }: Rows): void {
  const free = edgeAt.slice()
  for (const { firstOwn, own, starts, nears } of written) {
    for (let item = 0, edge = 0; item < starts.length - 1; item++) {
      for (; edge < starts[item + 1]!; edge++) {
        const near = nears[edge]! - 1
        if (near >= 0 && (!owned[near] || (near >= firstOwn && near < firstOwn + own))) to[free[near]!++] = firstOwn + item
      }
    }
  }
}

/** The level down to which a row's strongest reach, times 4, and how many of that level (0..3) are among them. */
function saidLevel(levels: Uint8Array, width: number, from: number, end: number): number {
  const counts = new Uint32Array(1 << width)
  for (let edge = from; edge < end; edge++) counts[bitsAt(levels, edge, width)]!++
  let left = SAID_PER_ROW
  let lowest = 0
  for (; lowest < counts.length - 1 && counts[lowest]! < left; lowest++) left -= counts[lowest]!
  return lowest * 4 + left
}
