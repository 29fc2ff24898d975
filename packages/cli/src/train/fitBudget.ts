import type { ModelParts } from '@shopside/engine'
import { relationStreams } from '@shopside/engine'
import { brotliLength, brotliLengthLater } from '../write/brotliLength.ts'
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
export async function fitBudget(parts: ModelParts, budget: number): Promise<Fitted> {
  const size = parts.items.length
  const free = Math.max(0, budget - headerBytes)
  const worths = new Map(relationNames.map(name => [name, worthOf(parts, name)]))
  // What will hardly stay says nothing of the order either.
  const rough = { ...parts }
  const guesses = new Map(relationNames.map(name => [name, countEdges(parts[name]) * bitsPerEdge / 8]))
  await share(guesses, free, async (name, most) => {
    const guess = guesses.get(name)!
    if (guess > most) cut(name, worths.get(name)!, Math.floor(most * 8 / bitsPerEdge))
    return Math.min(guess, most)
  })
  const ordered = orderParts(parts, rough)

  const streams = new Map(relationNames.map(name => [name, streamsOf(ordered[name], size)]))
  const whole = new Map(relationNames.map(name => [name, sum(streams.get(name)!.map(stream => brotliLength(stream, 5)))]))
  const fitsAll = sum([...whole.values()]) * bestRatio <= free
  const exact = new Map(fitsAll ? relationNames.map(name => [name, measure(name, countEdges(ordered[name]), streams.get(name)!)]) : [])
  const fitted = { ...ordered }
  const relations = new Map<RelationName, RelationBytes>()
  let pruned = 0
  await share(whole, free, async (name, most) => {
    const { relation, bytes } = await fitRelation(ordered, name, most, whole.get(name)!, exact.get(name))
    Object.assign(fitted, relation && { [name]: relation })
    pruned += countEdges(ordered[name]) - bytes.edges
    relations.set(name, bytes)
    return bytes.total
  })
  return { parts: fitted, relations: relationNames.map(name => relations.get(name)!), pruned }

  function cut(name: RelationName, worth: Float64Array, edges: number): void {
    const relation = rough[name]
    if (!relation || edges >= worth.length) return
    const least = size && edges / size >= leastFrom ? leastPerRow : 0
    Object.assign(rough, { [name]: prune(relation, worth, thresholdOf(worth.slice().sort(), edges), least) })
  }
}

/**
 * Lets relations take their shares of a budget, who needs least for its share first: what one leaves is there for those after it, so that
 * nothing is left over while somebody is short.
 *
 * @param take told what a relation may take at most; answers what it took
 */
async function share(
  needs: ReadonlyMap<RelationName, number>, budget: number, take: (name: RelationName, most: number) => Promise<number>,
): Promise<void> {
  const names = [...relationNames].sort((a, b) => needs.get(a)! / shares[a] - needs.get(b)! / shares[b])
  let left = budget
  let parts = sum(names.map(name => shares[name]))
  for (const name of names) {
    left -= await take(name, left * shares[name] / parts)
    parts -= shares[name]
  }
}

/**
 * One relation within `target` bytes: as many edges as fit, by proportion, until the real brotli says so.
 *
 * @param whole bytes of all of it by the fast brotli
 * @param exact the same by the real one, where that is being measured already
 */
async function fitRelation(
  parts: ModelParts, name: RelationName, target: number, whole: number, exact: Promise<RelationBytes> | undefined,
): Promise<{ relation: ModelParts['viewed']; bytes: RelationBytes }> {
  const size = parts.items.length
  const relation = parts[name]
  if (!relation) return { relation, bytes: await measure(name, 0, []) }
  if (whole * bestRatio <= target) {
    const bytes = await (exact ?? measure(name, countEdges(relation), streamsOf(relation, size)))
    if (bytes.total <= target) return { relation, bytes }
  }
  const worth = worthOf(parts, name)
  const sorted = worth.slice().sort()
  const least = target * 8 / bitsPerEdge / Math.max(1, size) >= leastFrom ? leastPerRow : 0
  let ratio = 1
  let edges = Math.floor(worth.length * Math.min(1, target / whole))
  for (let round = 0; ; round++) {
    const tried = prune(relation, worth, thresholdOf(sorted, edges), least)
    const streams = streamsOf(tried, size)
    const fast = sum(streams.map(stream => brotliLength(stream, 5)))
    const isNear = fast * ratio <= target && fast * ratio >= target * 0.985
    if (isNear || round > 6 || edges === 0) {
      const bytes = await measure(name, countEdges(tried), streams)
      if (bytes.total <= target || edges === 0) return { relation: tried, bytes }
      ratio = bytes.total / fast
    } else if (round === 0) ratio = (await measure(name, 0, streams)).total / Math.max(1, fast)
    edges = Math.min(worth.length, Math.floor(edges * Math.min(2, target * (0.995 - round * 0.002) / Math.max(1, fast * ratio))))
  }
}

/** What the `edges` that are worth most are worth at least. @param sorted what all are worth, ascending */
function thresholdOf(sorted: Float64Array, edges: number): number {
  return edges > 0 ? sorted[Math.max(0, sorted.length - edges)]! : Infinity
}

function streamsOf(relation: ModelParts['viewed'], size: number): readonly Uint8Array[] {
  return relation ? relationStreams(relation, size) : []
}

/** What the streams are after the real brotli, each measured beside the others. */
async function measure(name: RelationName, edges: number, streams: readonly Uint8Array[]): Promise<RelationBytes> {
  const [counts = 0, masses = 0, gaps = 0, levels = 0, oneIn = 0] = await Promise.all(streams.map(brotliLengthLater))
  return { name, edges, counts, masses, gaps, levels, oneIn, total: counts + masses + gaps + levels + oneIn }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0)
}
