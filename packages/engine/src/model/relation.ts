import { emptyRelation } from './emptyRelation.ts'
import { CODES_PER_E, RELATION_NUMBERS, RELATIONS, SAID_PER_ROW } from './format.ts'
import type { Loaded } from './loadItems.ts'
import type { Relation } from './model.ts'
import { check } from './modelError.ts'
import { readColumn } from './modelFile.ts'
import type { ModelFile } from './modelFile.ts'
import { relationRows } from './relationRows.ts'
import type { Constants, Written } from './relationRows.ts'

type Streams = [counts: Uint8Array, masses: Uint8Array, gaps: Uint8Array, levels: Uint8Array, oneIn: Uint8Array]

/** All relations of the loaded files. @param numbers those of all relations, `RELATION_NUMBERS` each @throws ModelError */
export function openRelations(files: readonly ModelFile[], numbers: Float64Array, loaded: Loaded): Relation[] {
  const none = emptyRelation(loaded.size)
  const weightOf = new Float32Array(256).map((_, code) => Math.exp(-code / CODES_PER_E))
  return RELATIONS.map((_, relation) => {
    if (!files.some(({ relations }) => relations[relation]!.some(({ length }) => length))) return none
    const constants = [...numbers.subarray(relation * RELATION_NUMBERS, (relation + 1) * RELATION_NUMBERS)] as Constants
    return openRelation(files, relation, constants, loaded, weightOf)
  })
}

/**
 * Reads a relation over all loaded files, checking every stream; neighbours that are not loaded are left out. Each file has: edges per
 * own item; a byte of mass per item; varints (a row's first neighbour as zigzag distance from its own number, the others as distance - 1
 * from the one before); 3 or 4 bits of level per edge; 4 bits of "1 in n" for a row's strongest. An edge's weight is
 * `exp(-round(base + level × step + out × mass of its row + in × mass of its neighbour) / 16)`. Where pairs are written once, an edge to
 * an own item goes both ways, and always leads upwards; one to an item whose row is not loaded goes both ways as well, so that a rim
 * passes on what shards say of it (two hops, without a byte).
 *
 * Everything that can be wrong is found here. A page asks for some hundred rows of 40,000, so rows are weighed and sorted when they are
 * first asked for; nothing about that can fail any more.
 *
 * @param files ascending by first item
 * @throws ModelError when a stream is short, long, or leads outside the catalogue
 */
function openRelation(
  files: readonly ModelFile[], relation: number, constants: Constants, loaded: Loaded, weightOf: Float32Array,
): Relation {
  const { size, localOf, popular, places, owned, where } = loaded
  const [, , , , mutual, width] = constants
  check((mutual === 0 || mutual === 1) && width > 0 && width < 8 && width % 1 === 0)
  const Index = size < 65536 ? Uint16Array : Uint32Array
  const edgeAt = new Uint32Array(size + 1)
  let mass = new Uint8Array(size)
  let isSaid = false
  const written = files.map((file): Written => {
    const [perRow, masses, gaps, levels, oneIn] = file.relations[relation] as Streams
    const counts = readColumn(perRow, perRow.length && file.own, 2 ** 32)
    // A neighbour takes a byte at least: nothing is allocated for edges that are not there.
    const nears = new Index(gaps.length)
    const starts = new Uint32Array(counts.length + 1)
    readGaps(file, mutual, counts, gaps, loaded, nears, starts, edgeAt)
    const total = starts[counts.length]!
    const saidAt = oneIn.length ? placesOfSaid(starts) : new Uint32Array()
    check(levels.length === Math.ceil(total * width / 8) && (masses.length === file.count || !masses.length && !total)
      && oneIn.length === Math.ceil((saidAt[counts.length] ?? 0) / 2))
    if (masses.length === size && file.own === size) mass = masses as typeof mass
    else for (let place = 0; place < masses.length; place++) mass[localOf[file.numberOf(place)]! - 1] = masses[place]!
    isSaid ||= oneIn.length > 0
    return { firstOwn: localOf[file.first]! - 1, own: file.own, starts, nears: nears.slice(0, total), levels, oneIn, saidAt }
  })
  for (let row = 0; row < size; row++) edgeAt[row + 1]! += edgeAt[row]!
  const edges = edgeAt[size]!
  if (!edges) return loaded.none ??= emptyRelation(size)
  // Rows of a single file that leave nobody out are kept once: as they were written, until they are sorted.
  const [only] = written
  const isOnce = !mutual && written.length === 1 && only!.nears.length === edges
  if (isOnce && only!.starts.length === edgeAt.length) only!.starts = edgeAt
  const to = isOnce ? only!.nears : new Index(edges)
  return relationRows({ written, constants, loaded: { owned, where, popular, places }, mass, edgeAt, to, isSaid, weightOf })
}

// Plain functions from here on, each with one loop over typed arrays: a first call is mostly run before its code is compiled, so that what
// counts is how little stands inside the loops.

/** Checks and decodes a file's neighbours, and counts the edges of row `i` into `edgeAt[i + 1]`. */
function readGaps(
  { own, first }: ModelFile, mutual: number, counts: ArrayLike<number>, gaps: Uint8Array, { localOf, owned }: Loaded,
  nears: Written['nears'], starts: Uint32Array, edgeAt: Uint32Array,
): void {
  const items = localOf.length
  const end = first + own
  let cursor = 0
  let edge = 0
  for (let item = 0; item < counts.length; item++) {
    const number = first + item
    const start = edge
    const until = edge + counts[item]!
    let known = 0
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
      if (near) known++
      if (mutual) {
        if (at >= first && at < end) {
          if (at < number) check(false)
          edgeAt[near]!++
        } else if (near && !owned[near - 1]) edgeAt[near]!++
      }
    }
    edgeAt[localOf[number]!]! += known
    starts[item + 1] = edge
  }
  // What is read beyond the end moves the cursor too.
  check(cursor === gaps.length)
}

/** By row the number of codes of "1 in n" before it. */
function placesOfSaid(starts: Uint32Array): Written['saidAt'] {
  const places = new (starts.length * SAID_PER_ROW < 65_536 ? Uint16Array : Uint32Array)(starts.length)
  for (let row = 1; row < starts.length; row++) places[row] = places[row - 1]! + Math.min(SAID_PER_ROW, starts[row]! - starts[row - 1]!)
  return places
}
