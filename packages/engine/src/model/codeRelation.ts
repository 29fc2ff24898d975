import { CODES_PER_E, SCALE_CODES } from './format.ts'
import type { Neighbour } from './model.ts'
import { ModelError } from './modelError.ts'
import type { MutualParts } from './modelParts.ts'

/** A relation with its weights in the file's codes, before it is cut into streams. Rows ascend by index. */
export interface CodedRelation {
  /** Base, step, out, in, 1 when pairs are written once, bits of a level: see `openRelation`. */
  constants: [number, number, number, number, 0 | 1, number]
  edgeAt: Uint32Array
  to: Uint32Array
  levels: Uint8Array
  /** People, 0 when not said. */
  oneIn: Uint32Array
  /** Whether any edge says it. */
  isSaid: boolean
  /** Scale of a row, or mass of an item. */
  masses: Uint8Array
}

/**
 * Bits of a level in rows, and in pairs, where one step serves all: a fourth bit gives more than the same bytes in pairs
 * (measured on clicks).
 */
const ROW_BITS = 3
const PAIR_BITS = 4

/** The eight levels of a row span e^4 at most (3 bits over e^4 lose nothing, measured on two shops' clicks). */
const widestStep = 4 * CODES_PER_E / 7

/**
 * Rows in codes: the strongest of a row in steps of a quarter of an e-fold, the others by 8 levels below it, wide enough for 98 %
 * of the edges.
 *
 * @throws ModelError when a neighbour is the item itself, outside, twice there, or its weight not in (0, 1]
 */
export function codeRows(rows: readonly (readonly Neighbour[])[]): CodedRelation {
  const size = rows.length
  const edgeAt = new Uint32Array(size + 1)
  rows.forEach((row, index) => edgeAt[index + 1] = edgeAt[index]! + row.length)
  const edges = edgeAt[size]!
  const [to, levels, oneIn, masses] = [
    new Uint32Array(edges), new Uint8Array(edges), new Uint32Array(edges), new Uint8Array(size),
  ]
  const best = rows.map(row => row.reduce((most, { weight }) => Math.max(most, weight), 0) || 1)
  const drops = new Float64Array(edges)
  let isSaid = false
  rows.forEach((row, index) => row.forEach(({ weight, oneIn: people = 0 }, place) => {
    drops[edgeAt[index]! + place] = Math.log(best[index]! / weight)
    isSaid ||= people > 0
  }))
  const step = stepOf(drops)
  rows.forEach((row, index) => {
    const scale = Math.min(31, Math.max(0, Math.round(-Math.log(best[index]!) * CODES_PER_E / SCALE_CODES)))
    masses[index] = scale
    let edge = edgeAt[index]!
    let before = -1
    for (const { index: at, weight, oneIn: people = 0 } of [...row].sort((a, b) => a.index - b.index)) {
      if (!(Number.isInteger(at) && at > before && at < size && at !== index && weight > 0 && weight <= 1)) {
        throw new ModelError('broken', `item ${index} has a neighbour ${at} of weight ${weight}`)
      }
      to[edge] = before = at
      levels[edge] = toLevel((-Math.log(weight) * CODES_PER_E - scale * SCALE_CODES) / step, ROW_BITS)
      oneIn[edge++] = people
    }
  })
  return { constants: [0, step, SCALE_CODES, 0, 0, ROW_BITS], edgeAt, to, levels, oneIn, isSaid, masses }
}

/**
 * Pairs in codes, both ways: 16 levels of strength for all pairs together, and a byte of log mass per item. Weights are kept as
 * they are given; one above 1 counts as 1.
 *
 * @throws ModelError when a pair is not of two items, is there twice, or a strength or mass is not above 0
 */
export function codePairs({ a, b, strength, mass, outPower, inPower }: MutualParts, size: number): CodedRelation {
  const pairs = a.length
  const edgeAt = new Uint32Array(size + 1)
  const masses = new Uint8Array(size)
  if (!pairs) return { constants: [0, 1, 0, 0, 1, PAIR_BITS], edgeAt, to: new Uint32Array(), levels: new Uint8Array(), oneIn: new Uint32Array(), isSaid: false, masses }
  let [low, high] = [Infinity, -Infinity]
  for (let pair = 0; pair < pairs; pair++) {
    const isRight = a[pair]! < b[pair]! && b[pair]! < size && strength[pair]! > 0 && mass[a[pair]!]! > 0 && mass[b[pair]!]! > 0
    if (!isRight) throw new ModelError('broken', `pair ${a[pair]} ${b[pair]} of strength ${strength[pair]}`)
    for (const item of [a[pair]!, b[pair]!]) {
      edgeAt[item + 1]!++
      low = Math.min(low, Math.log(mass[item]!))
      high = Math.max(high, Math.log(mass[item]!))
    }
  }
  const massStep = Math.max(finestMass, (high - low) / 255)
  mass.forEach((value, item) => {
    if (edgeAt[item + 1]) masses[item] = Math.round((Math.log(value) - low) / massStep)
  })
  // What is outside these takes the level at their end.
  const logs = strength.map(Math.log).sort()
  const [bottom, top] = [logs[Math.floor(pairs * 0.01)]!, logs[Math.floor(pairs * 0.995)]!]
  const step = (top - bottom) * CODES_PER_E / (2 ** PAIR_BITS - 1) || 1
  const [out, into] = [-CODES_PER_E * outPower * massStep, -CODES_PER_E * inPower * massStep]
  const levelOf = strength.map(value => toLevel((top - Math.log(value)) * CODES_PER_E / step, PAIR_BITS))
  for (let item = 0; item < size; item++) edgeAt[item + 1]! += edgeAt[item]!
  const order = Uint32Array.from(a.keys()).sort((x, y) => a[x]! - a[y]! || b[x]! - b[y]!)
  const to = new Uint32Array(2 * pairs)
  const levels = new Uint8Array(2 * pairs)
  const cursor = edgeAt.slice()
  // Ascending by the first of a pair, so that every row gets those below it first, ascending, then those above.
  order.forEach((pair, place) => {
    const before = order[place - 1]
    if (before !== undefined && a[before] === a[pair] && b[before] === b[pair]) {
      throw new ModelError('broken', `pair ${a[pair]} ${b[pair]} twice`)
    }
    const below = cursor[b[pair]!]!++
    to[below] = a[pair]!
    levels[below] = levelOf[pair]!
  })
  order.forEach(pair => {
    const above = cursor[a[pair]!]!++
    to[above] = b[pair]!
    levels[above] = levelOf[pair]!
  })
  const base = -CODES_PER_E * (top + (outPower + inPower) * low)
  return { constants: [base, step, out, into, 1, PAIR_BITS], edgeAt, to, levels, oneIn: new Uint32Array(2 * pairs), isSaid: false, masses }
}

/** Natural log of the finest ratio of two masses that is kept (half of it loses nothing that can be measured on clicks). */
const finestMass = 0.25

/** Codes between two levels, from drops below the strongest in natural log. */
function stepOf(drops: Float64Array): number {
  drops.sort()
  const range = drops[Math.floor(drops.length * 0.98)] ?? 1
  return Math.min(widestStep, Math.max(1, range / 7 * CODES_PER_E))
}

function toLevel(steps: number, bits: number): number {
  return Math.min(2 ** bits - 1, Math.max(0, Math.round(steps)))
}
