import type { ModelParts } from '@shopside/engine'
import { relationStreams } from '@shopside/engine'
import { brotliLength } from '../write/brotliLength.ts'
import { orderParts } from '../write/orderParts.ts'
import type { RelationName } from '../write/relationEdges.ts'
import { countEdges, prune, relationNames, worthOf } from '../write/relationEdges.ts'

/** Bytes of a relation after brotli, by stream. */
export interface RelationBytes {
  name: RelationName
  /** Edges, or pairs where they are written once. */
  edges: number
  counts: number
  masses: number
  gaps: number
  levels: number
  oneIn: number
  total: number
}

/** A model in model order, within its budget. */
export interface Fitted {
  parts: ModelParts
  relations: RelationBytes[]
  /** Relations that were left out for the budget. */
  pruned: number
}

/** What relations may take of a budget that does not hold all; what one does not take goes to the others in the same measure. */
const shares: Readonly<Record<RelationName, number>> = { viewed: 6, boughtWith: 6, boughtAfterView: 2, boughtAfter: 1, similar: 1 }

/** The strongest of a row that stay when the budget holds this many edges an item; below, a forced minimum is harmful (measured on clicks). */
const leastPerRow = 3
const leastFrom = 5

/** What the real brotli may make of what the fast one left, at best. */
const bestRatio = 0.8
/** Bytes that are kept for the header. */
const headerBytes = 400
/** Bits of an edge after brotli, to begin with (9 to 12 on two shops' clicks). */
const bitsPerEdge = 11

/**
 * The parts in model order, with so many of their weakest relations left out that the streams of the rest, and the header, are at most
 * `budget` bytes after brotli: one threshold a relation on what its edges are worth (`worthOf`), found by a fast brotli and confirmed by
 * the real one.
 */
export function fitBudget(parts: ModelParts, budget: number): Fitted {
  const size = parts.items.length
  const free = Math.max(0, budget - headerBytes)
  const worths = new Map(relationNames.map(name => [name, worthOf(parts, name)]))
  // What will hardly stay says nothing of the order either.
  const rough = { ...parts }
  const guesses = new Map(relationNames.map(name => [name, countEdges(parts[name]) * bitsPerEdge / 8]))
  share(guesses, free, (name, most) => {
    const guess = guesses.get(name)!
    if (guess > most) cut(rough, name, worths.get(name)!, Math.floor(most * 8 / bitsPerEdge))
    return Math.min(guess, most)
  })
  const ordered = orderParts(parts, rough)

  const whole = new Map(relationNames.map(name => [name, measureFast(ordered, name)]))
  const fitted = { ...ordered }
  const relations = new Map<RelationName, RelationBytes>()
  let pruned = 0
  share(whole, free, (name, most) => {
    const { relation, bytes } = fitRelation(ordered, name, most, whole.get(name)!)
    Object.assign(fitted, relation && { [name]: relation })
    pruned += countEdges(ordered[name]) - bytes.edges
    relations.set(name, bytes)
    return bytes.total
  })
  return { parts: fitted, relations: relationNames.map(name => relations.get(name)!), pruned }

  function cut(into: ModelParts, name: RelationName, worth: Float64Array, edges: number): void {
    const relation = into[name]
    if (relation && edges < worth.length) Object.assign(into, { [name]: prune(relation, worth, thresholdOf(worth, edges), size && edges / size >= leastFrom ? leastPerRow : 0) })
  }
}

/**
 * Lets relations take their shares of a budget, who needs least for its share first: what one leaves is there for those after it, so that
 * nothing is left over while somebody is short.
 *
 * @param take told what a relation may take at most; answers what it took
 */
function share(needs: ReadonlyMap<RelationName, number>, budget: number, take: (name: RelationName, most: number) => number): void {
  const names = [...relationNames].sort((a, b) => needs.get(a)! / shares[a] - needs.get(b)! / shares[b])
  let left = budget
  let parts = sum(names.map(name => shares[name]))
  for (const name of names) {
    left -= take(name, left * shares[name] / parts)
    parts -= shares[name]
  }
}

/** One relation within `target` bytes: as many edges as fit, by proportion, until the real brotli says so. */
function fitRelation(
  parts: ModelParts, name: RelationName, target: number, whole: number,
): { relation: ModelParts['viewed']; bytes: RelationBytes } {
  const size = parts.items.length
  const relation = parts[name]
  if (!relation) return { relation, bytes: { name, edges: 0, counts: 0, masses: 0, gaps: 0, levels: 0, oneIn: 0, total: 0 } }
  if (whole * bestRatio <= target) {
    const bytes = measure(relation, name, size)
    if (bytes.total <= target) return { relation, bytes }
  }
  const worth = worthOf(parts, name)
  const least = target * 8 / bitsPerEdge / Math.max(1, size) >= leastFrom ? leastPerRow : 0
  let ratio = 1
  let edges = Math.floor(worth.length * Math.min(1, target / whole))
  for (let round = 0; ; round++) {
    const tried = prune(relation, worth, thresholdOf(worth, edges), least)
    const fast = sum(relationStreams(tried, size).map(stream => brotliLength(stream, 5)))
    const isNear = fast * ratio <= target && fast * ratio >= target * 0.985
    if (isNear || round > 6 || edges === 0) {
      const bytes = measure(tried, name, size)
      if (bytes.total <= target || edges === 0) return { relation: tried, bytes }
      ratio = bytes.total / fast
    } else if (round === 0) ratio = measure(tried, name, size).total / Math.max(1, fast)
    edges = Math.min(worth.length, Math.floor(edges * Math.min(2, target * (0.995 - round * 0.002) / Math.max(1, fast * ratio))))
  }
}

/** What the `edges` that are worth most are worth at least. */
function thresholdOf(worth: Float64Array, edges: number): number {
  return edges > 0 ? Float64Array.from(worth).sort()[Math.max(0, worth.length - edges)]! : Infinity
}

function measureFast(parts: ModelParts, name: RelationName): number {
  const relation = parts[name]
  return relation ? sum(relationStreams(relation, parts.items.length).map(stream => brotliLength(stream, 5))) : 0
}

function measure(relation: NonNullable<ModelParts['viewed']>, name: RelationName, size: number): RelationBytes {
  const [counts, masses, gaps, levels, oneIn] = relationStreams(relation, size).map(stream => brotliLength(stream)) as
    [number, number, number, number, number]
  return { name, edges: countEdges(relation), counts, masses, gaps, levels, oneIn, total: counts + masses + gaps + levels + oneIn }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0)
}
