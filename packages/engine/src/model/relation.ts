import { emptyRelation } from './emptyRelation.ts'
import { CODES_PER_E, ONE_IN, RELATION_NUMBERS, RELATIONS, SAID_PER_ROW } from './format.ts'
import type { Loaded } from './loadItems.ts'
import type { Relation } from './model.ts'
import { check } from './modelError.ts'
import { bitsAt, readColumn } from './modelFile.ts'
import type { ModelFile } from './modelFile.ts'

/** Numbers of a relation, by place. */
const [MUTUAL, WIDTH] = [4, 5] as const

type Streams = [counts: Uint8Array, masses: Uint8Array, gaps: Uint8Array, levels: Uint8Array, oneIn: Uint8Array]

/** Rows as written: edges of each, and by edge the index of the neighbour + 1, 0 when it is not loaded. */
interface Written {
  counts: Uint8Array | Uint16Array | Uint32Array
  nears: Uint16Array | Uint32Array
}

/** A relation as it is being built. */
interface Built {
  edgeAt: Uint32Array
  starts: Uint32Array
  to: Uint16Array | Uint32Array
  codes: Uint8Array
  people: Uint8Array
  mass: Uint8Array
}

/** All relations of the loaded files. @param numbers those of all relations, `RELATION_NUMBERS` each @throws ModelError */
export function openRelations(files: readonly ModelFile[], numbers: Float64Array, loaded: Loaded): Relation[] {
  const none = emptyRelation(loaded.size)
  return RELATIONS.map((_, place) => files.some(({ relations }) => relations[place]!.some(({ length }) => length))
    ? openRelation(files, place, numbers.subarray(place * RELATION_NUMBERS), loaded)
    : none)
}

/**
 * Reads a relation over all loaded files, checking every stream; neighbours that are not loaded are left out. Each file has: edges per
 * own item; a byte of mass per item; varints (a row's first neighbour as zigzag distance from its own number, the others as distance - 1
 * from the one before); 3 or 4 bits of level per edge; 4 bits of "1 in n" for a row's strongest. An edge's weight is
 * `exp(-round(base + level × step + out × mass of its row + in × mass of its neighbour) / 16)`. Where pairs are written once, an edge to
 * an own item goes both ways, and always leads upwards.
 *
 * @param files ascending by first item
 * @param constants base, step, out, in, 1 when pairs are written once, bits of a level
 * @throws ModelError when a stream is short, long, or leads outside the catalogue
 */
function openRelation(
  files: readonly ModelFile[], place: number, constants: Float64Array, loaded: Loaded,
): Relation {
  const { size, localOf } = loaded
  check(constants[MUTUAL] === 0 || constants[MUTUAL] === 1)
  check(constants[WIDTH]! > 0 && constants[WIDTH]! < 8 && constants[WIDTH]! % 1 === 0)
  const mass = new Uint8Array(size)
  // Counted into the place after next, so that placing moves each row's end to where it belongs.
  const edgeAt = new Uint32Array(size + 2)
  let isSaid = false
  const written = files.map(file => {
    const [, masses, , , oneIn] = file.relations[place] as Streams
    isSaid ||= oneIn.length > 0
    const rows = readRows(file, place, constants, loaded, edgeAt)
    check(masses.length === (rows.counts.length && file.count))
    for (let item = 0; item < masses.length; item++) mass[localOf[file.numberOf(item)]! - 1] = masses[item]!
    return rows
  })
  for (let row = 2; row < size + 2; row++) edgeAt[row]! += edgeAt[row - 1]!
  const edges = edgeAt[size + 1]!
  const built: Built = {
    edgeAt, starts: edgeAt.slice(1), to: indexArray(size, edges), codes: new Uint8Array(edges), people: new Uint8Array(isSaid ? edges : 0), mass,
  }
  files.forEach((file, at) => placeRows(file, place, constants, loaded, written[at]!, built))
  return {
    edgeAt: edgeAt.subarray(0, size + 1), to: built.to, levels: built.codes,
    weightOf: Float32Array.from({ length: 256 }, (_, code) => Math.exp(-code / CODES_PER_E)),
    oneIn: reading(built.people),
  }
}

// Plain functions from here on, called once a relation with everything they touch: in closures the same loops take three times as long.

function indexArray(size: number, length: number): Uint16Array | Uint32Array {
  return size < 65536 ? new Uint16Array(length) : new Uint32Array(length)
}

/** Checks and decodes a file's rows, and counts the edges of every row into `edgeAt`. */
function readRows(
  { own, first, relations }: ModelFile, place: number, constants: Float64Array, { size, localOf }: Loaded, edgeAt: Uint32Array,
): Written {
  const [perRow, , gaps, levels] = relations[place] as Streams
  const counts = readColumn(perRow, perRow.length && own, 2 ** 32)
  const items = localOf.length
  const isMutual = constants[MUTUAL] === 1
  let total = 0
  for (let item = 0; item < counts.length; item++) total += counts[item]!
  // A neighbour takes a byte at least: nothing is allocated for edges that are not there.
  check(total <= gaps.length && levels.length === Math.ceil(total * constants[WIDTH]! / 8))
  const nears = indexArray(size, total)
  let cursor = 0
  let edge = 0
  for (let item = 0; item < counts.length; item++) {
    const number = first + item
    const from = localOf[number]! + 1
    const end = edge + counts[item]!
    for (let at = number, isFirst = true; edge < end; edge++, isFirst = false) {
      let byte = gaps[cursor++]!
      let value = byte & 127
      for (let scale = 128; byte > 127; scale *= 128) {
        check(scale < 2 ** 29)
        byte = gaps[cursor++]!
        value += (byte & 127) * scale
      }
      at += !isFirst ? value + 1 : value % 2 ? -(value + 1) / 2 : value / 2
      if (!(at >= 0 && at < items && at !== number)) check(false)
      const near = nears[edge] = localOf[at]!
      if (near) edgeAt[from]!++
      if (isMutual && at >= first && at < first + own) {
        check(at > number)
        edgeAt[near + 1]!++
      }
    }
  }
  // What is read beyond the end moves the cursor too.
  check(cursor === gaps.length)
  return { counts, nears }
}

/** Puts a file's edges where they belong, strongest first. */
function placeRows(
  { own, first, relations }: ModelFile, place: number, constants: Float64Array, { localOf, ranks }: Loaded, { counts, nears }: Written,
  built: Built,
): void {
  const [, , , levels, oneIn] = relations[place] as Streams
  const [base, step, out, into, mutual, width] = constants as unknown as [number, number, number, number, number, number]
  const { mass } = built
  const firstOwn = localOf[first]! - 1
  let edge = 0
  let nibble = 0
  for (let item = 0; item < counts.length; item++) {
    const from = localOf[first + item]! - 1
    const end = edge + counts[item]!
    const strongest = oneIn.length ? saidLevel(levels, width, edge, end) : 0
    const lowest = strongest >> 2
    let left = strongest & 3
    for (; edge < end; edge++) {
      const level = bitsAt(levels, edge, width)
      let said = 0
      if (level < lowest || (level === lowest && left-- > 0)) {
        said = oneIn[nibble >> 1]! >> nibble % 2 * 4 & 15
        nibble++
      }
      const near = nears[edge]! - 1
      if (near < 0) continue
      const strength = base + level * step
      put(built, ranks, from, near, strength + out * mass[from]! + into * mass[near]!, said)
      // Own items stand next to each other in the model too.
      if (mutual && near >= firstOwn && near < firstOwn + own) put(built, ranks, near, from, strength + out * mass[near]! + into * mass[from]!, 0)
    }
  }
  check(oneIn.length === Math.ceil(nibble / 2))
}

/** Puts an edge where it belongs among those of its row that stand already. */
function put({ edgeAt, starts, to, codes, people }: Built, ranks: Uint32Array, from: number, near: number, exact: number, said: number): void {
  // Whole numbers at once: rounding and bounding fractions would take longer than all the rest.
  const rounded = exact + 0.5 | 0
  const code = rounded < 0 ? 0 : rounded > 255 ? 255 : rounded
  const rank = ranks[near]!
  const start = starts[from]!
  let edge = edgeAt[from + 1]!++
  for (; edge > start; edge--) {
    const before = edge - 1
    const above = codes[before]!
    if (above < code || (above === code && ranks[to[before]!]! < rank)) break
    to[edge] = to[before]!
    codes[edge] = above
    if (people.length) people[edge] = people[before]!
  }
  to[edge] = near
  codes[edge] = code
  if (people.length) people[edge] = said
}

/** Made outside, since a function keeps alive whatever stands beside it: the arrays that are needed while reading alone. */
function reading(people: Uint8Array): (edge: number) => number {
  return edge => ONE_IN[people[edge] ?? 0] ?? 0
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
