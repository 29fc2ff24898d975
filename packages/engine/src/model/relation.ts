import { emptyRelation } from './emptyRelation.ts'
import { CODES_PER_E, ONE_IN, RELATION_NUMBERS, RELATIONS, SAID_PER_ROW } from './format.ts'
import type { Loaded } from './loadItems.ts'
import type { Relation } from './model.ts'
import { check } from './modelError.ts'
import { bitsAt, readColumn } from './modelFile.ts'
import type { ModelFile } from './modelFile.ts'

/** Base, step, out, in, 1 when pairs are written once, bits of a level. */
type Constants = [base: number, step: number, out: number, into: number, mutual: number, width: number]

type Streams = [counts: Uint8Array, masses: Uint8Array, gaps: Uint8Array, levels: Uint8Array, oneIn: Uint8Array]

/** Rows as written: edges of each, and by edge the index of the neighbour + 1, 0 when it is not loaded. */
interface Written {
  counts: Uint8Array | Uint16Array | Uint32Array
  nears: Uint16Array | Uint32Array
}

/**
 * A relation as it is being built. By edge a key, in 8, 20 and 4 bits: the weight's code - 128, the neighbour's place in `popular`, the
 * code of "1 in n": in the order of these numbers a row is strongest first, ties by popularity.
 */
interface Built {
  /** Behind a row's number its end, as far as it is filled. */
  ends: Uint32Array
  keys: Int32Array
  mass: Uint8Array
  /** Place in `popular` by index. */
  places: Uint32Array
}

/** Rows longer than this are sorted by the engine's own sort, whose call costs as much as sorting some twenty by insertion. */
const shortRow = 24

/** All relations of the loaded files. @param numbers those of all relations, `RELATION_NUMBERS` each @throws ModelError */
export function openRelations(files: readonly ModelFile[], numbers: Float64Array, loaded: Loaded): Relation[] {
  const none = emptyRelation(loaded.size)
  const places = new Uint32Array(loaded.size)
  for (let place = 0; place < places.length; place++) places[loaded.popular[place]!] = place
  return RELATIONS.map((_, relation) => {
    if (!files.some(({ relations }) => relations[relation]!.some(({ length }) => length))) return none
    const constants = [...numbers.subarray(relation * RELATION_NUMBERS, (relation + 1) * RELATION_NUMBERS)] as Constants
    return openRelation(files, relation, constants, loaded, places)
  })
}

/**
 * Reads a relation over all loaded files, checking every stream; neighbours that are not loaded are left out. Each file has: edges per
 * own item; a byte of mass per item; varints (a row's first neighbour as zigzag distance from its own number, the others as distance - 1
 * from the one before); 3 or 4 bits of level per edge; 4 bits of "1 in n" for a row's strongest. An edge's weight is
 * `exp(-round(base + level × step + out × mass of its row + in × mass of its neighbour) / 16)`. Where pairs are written once, an edge to
 * an own item goes both ways, and always leads upwards.
 *
 * @param files ascending by first item
 * @throws ModelError when a stream is short, long, or leads outside the catalogue
 */
function openRelation(
  files: readonly ModelFile[], relation: number, constants: Constants, loaded: Loaded, places: Uint32Array,
): Relation {
  const { size, localOf, popular } = loaded
  const [, , , , mutual, width] = constants
  check((mutual === 0 || mutual === 1) && width > 0 && width < 8 && width % 1 === 0)
  const Index = size < 65536 ? Uint16Array : Uint32Array
  const mass = new Uint8Array(size)
  // Counted into the place after next, so that placing moves each row's end to where it belongs.
  const ends = new Uint32Array(size + 2)
  const written = files.map((file): Written => {
    const [perRow, masses, gaps, levels] = file.relations[relation] as Streams
    const counts = readColumn(perRow, perRow.length && file.own, 2 ** 32)
    // A neighbour takes a byte at least: nothing is allocated for edges that are not there.
    const nears = new Index(gaps.length)
    const total = readGaps(file, mutual, counts, gaps, localOf, nears, ends)
    check(levels.length === Math.ceil(total * width / 8) && (masses.length === file.count || !masses.length && !total))
    for (let place = 0; place < masses.length; place++) mass[localOf[file.numberOf(place)]! - 1] = masses[place]!
    return { counts, nears }
  })
  for (let row = 2; row < size + 2; row++) ends[row]! += ends[row - 1]!
  const edges = ends[size + 1]!
  const built: Built = { ends, keys: new Int32Array(edges), mass, places }
  files.forEach((file, at) => {
    const streams = file.relations[relation] as Streams
    check(streams[4].length === Math.ceil(placeRows(file, streams, constants, localOf, written[at]!, built) / 2))
  })

  const to = new Index(edges)
  const codes = new Uint8Array(edges)
  const said = new Uint8Array(files.some(({ relations }) => relations[relation]![4]!.length) ? edges : 0)
  readKeys(built, popular, to, codes, said)
  return {
    edgeAt: ends.subarray(0, size + 1), to, levels: codes,
    weightOf: new Float32Array(256).map((_, code) => Math.exp(-code / CODES_PER_E)),
    oneIn: reading(said),
  }
}

// Plain functions from here on, called once a file or relation with everything they touch, each loop over typed arrays alone: a first call
// is mostly run before its code is compiled, so that what counts is how little stands inside the loops.

/** Checks and decodes a file's neighbours, and counts the edges of every row into `ends`. @returns edges */
function readGaps(
  { own, first }: ModelFile, mutual: number, counts: Written['counts'], gaps: Uint8Array, localOf: Uint32Array, nears: Written['nears'],
  ends: Uint32Array,
): number {
  const items = localOf.length
  const end = first + own
  let cursor = 0
  let edge = 0
  for (let item = 0; item < counts.length; item++) {
    const number = first + item
    const from = localOf[number]! + 1
    const start = edge
    const until = edge + counts[item]!
    if (until > gaps.length) check(false)
    for (let at = number; edge < until; edge++) {
      let value = gaps[cursor++]!
      if (value > 127) {
        value &= 127
        for (let scale = 128, byte = 128; byte > 127; scale *= 128) {
          check(scale < 2 ** 29)
          byte = gaps[cursor++]!
          value += (byte & 127) * scale
        }
      }
      at += edge > start ? value + 1 : value & 1 ? -(value + 1) / 2 : value / 2
      if (!(at >= 0 && at < items && at !== number)) check(false)
      const near = nears[edge] = localOf[at]!
      if (near) ends[from]!++
      if (mutual && at >= first && at < end) {
        if (at < number) check(false)
        ends[near + 1]!++
      }
    }
  }
  // What is read beyond the end moves the cursor too.
  check(cursor === gaps.length)
  return edge
}

/** Puts the keys of a file's edges into their rows. @returns how many of them have a code of "1 in n" */
function placeRows(
  { own, first }: ModelFile, [, , , levels, oneIn]: Streams, [base, step, out, into, mutual, width]: Constants, localOf: Uint32Array,
  { counts, nears }: Written, { ends, keys, mass, places }: Built,
): number {
  const firstOwn = localOf[first]! - 1
  const endOwn = mutual && firstOwn + own
  const mask = (1 << width) - 1
  const isSaid = oneIn.length > 0
  let edge = 0
  let nibble = 0
  // Bits of level that are read and not yet used.
  let held = 0
  let bits = 0
  let next = 0
  for (let item = 0; item < counts.length; item++) {
    const from = firstOwn + item
    const end = edge + counts[item]!
    const outer = base + out * mass[from]! + 0.5
    const inner = base + into * mass[from]! + 0.5
    const strongest = isSaid ? saidLevel(levels, width, edge, end) : 0
    const lowest = strongest >> 2
    let left = strongest & 3
    let free = ends[from + 1]!
    for (; edge < end; edge++) {
      if (bits < width) {
        held |= levels[next++]! << bits
        bits += 8
      }
      const level = held & mask
      held >>= width
      bits -= width
      let said = 0
      if (isSaid && (level < lowest || (level === lowest && left-- > 0))) {
        said = oneIn[nibble >> 1]! >> nibble % 2 * 4 & 15
        nibble++
      }
      const near = nears[edge]! - 1
      if (near < 0) continue
      // Whole numbers at once: rounding and bounding fractions would take longer than all the rest.
      let code = outer + level * step + into * mass[near]! | 0
      keys[free++] = (code < 0 ? 0 : code > 255 ? 255 : code) - 128 << 24 | places[near]! << 4 | said
      // Own items stand next to each other in the model too.
      if (near < endOwn && near >= firstOwn) {
        code = inner + level * step + out * mass[near]! | 0
        keys[ends[near + 1]!++] = (code < 0 ? 0 : code > 255 ? 255 : code) - 128 << 24 | places[from]! << 4
      }
    }
    ends[from + 1] = free
  }
  return nibble
}

/** Sorts every row, and takes its keys apart. */
function readKeys({ ends, keys }: Built, popular: Uint32Array, to: Written['nears'], codes: Uint8Array, said: Uint8Array): void {
  const isSaid = said.length > 0
  let start = 0
  for (let row = 1; row < ends.length; row++) {
    const end = ends[row]!
    if (end - start > shortRow) keys.subarray(start, end).sort()
    else {
      for (let edge = start + 1; edge < end; edge++) {
        const key = keys[edge]!
        let at = edge
        for (; at > start && keys[at - 1]! > key; at--) keys[at] = keys[at - 1]!
        keys[at] = key
      }
    }
    for (; start < end; start++) {
      const key = keys[start]!
      to[start] = popular[key >> 4 & 2 ** 20 - 1]!
      codes[start] = (key >> 24) + 128
      if (isSaid) said[start] = key & 15
    }
  }
}

/** Made outside, since a function keeps alive whatever stands beside it: the arrays that are needed while reading alone. */
function reading(said: Uint8Array): (edge: number) => number {
  return edge => ONE_IN[said[edge] ?? 0] ?? 0
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
