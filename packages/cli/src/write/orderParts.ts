import type { ModelParts, MutualParts, Neighbour } from '@shopside/engine'
import type { Graph } from './bisectOrder.ts'
import { bisectOrder } from './bisectOrder.ts'
import { eachEdge, relationNames } from './relationEdges.ts'

/**
 * The parts in model order: what hangs together stands together, and the items of one product stand next to each other. Gaps
 * between neighbours become small numbers (a quarter of the bytes), and shards become neighbourhoods. The order depends on the
 * parts alone.
 *
 * @param near whose relations say what hangs together @default parts
 */
export function orderParts(parts: ModelParts, near: ModelParts = parts): ModelParts {
  const products = new Map<string, number[]>()
  parts.items.forEach(({ groupId }, index) => {
    const members = products.get(groupId)
    if (members) members.push(index)
    else products.set(groupId, [index])
  })
  // By id, so that the order of the rows in the feed does not matter.
  const byId = (a: number, b: number): number => compare(parts.items[a]!.itemId, parts.items[b]!.itemId)
  const nodes = [...products.values()].map(members => members.sort(byId)).sort((a, b) => byId(a[0]!, b[0]!))
  const nodeOf = new Uint32Array(parts.items.length)
  nodes.forEach((members, node) => members.forEach(index => nodeOf[index] = node))
  const order = bisectOrder(toGraph(near, nodeOf, nodes.length))
  return permute(parts, [...order].flatMap(node => nodes[node]!))
}

/** Neighbours of products in any relation, either way, each once. */
function toGraph(parts: ModelParts, nodeOf: Uint32Array, size: number): Graph {
  const near: Set<number>[] = Array.from({ length: size }, () => new Set())
  for (const name of relationNames) {
    eachEdge(parts[name], (from, to) => {
      const [one, other] = [nodeOf[from]!, nodeOf[to]!]
      if (one === other) return
      near[one]!.add(other)
      near[other]!.add(one)
    })
  }
  const edgeAt = new Uint32Array(size + 1)
  near.forEach((nodes, node) => edgeAt[node + 1] = edgeAt[node]! + nodes.size)
  const to = new Uint32Array(edgeAt[size]!)
  near.forEach((nodes, node) => to.set([...nodes].sort((a, b) => a - b), edgeAt[node]))
  return { edgeAt, to }
}

/** The parts with their items in another order. @param order old index by new index */
export function permute(parts: ModelParts, order: readonly number[]): ModelParts {
  const place = new Uint32Array(order.length)
  order.forEach((old, index) => place[old] = index)
  const list = <T>(values: ArrayLike<T>): T[] => order.map(old => values[old]!)
  const rows = (relation: readonly (readonly Neighbour[])[]): Neighbour[][] =>
    list(relation).map(row => row.map(edge => ({ ...edge, index: place[edge.index]! })))
  const relation = (given: NonNullable<ModelParts['viewed']>): NonNullable<ModelParts['viewed']> =>
    'mass' in given ? permutePairs(given, order, place) : rows(given)
  const indices = (given: readonly number[]): number[] => given.map(old => place[old]!)
  const { viewed, boughtAfterView, boughtAfter, afterDays, season, seen, trending } = parts
  return {
    ...parts, items: list(parts.items), boughtWith: rows(parts.boughtWith), similar: rows(parts.similar),
    ...(viewed && { viewed: relation(viewed) }), ...(boughtAfterView && { boughtAfterView: rows(boughtAfterView) }),
    ...(boughtAfter && { boughtAfter: rows(boughtAfter) }), ...(afterDays && { afterDays: list(afterDays) }),
    ...(season && { season: list(season) }), ...(seen && { seen: list(seen) }), ...(trending && { trending: indices(trending) }),
    popular: indices(parts.popular), newest: indices(parts.newest), reorder: list(parts.reorder),
  }
}

function permutePairs(pairs: MutualParts, order: readonly number[], place: Uint32Array): MutualParts {
  const ends = pairs.a.map((one, pair) => Math.min(place[one]!, place[pairs.b[pair]!]!))
  return {
    ...pairs, a: ends, b: pairs.b.map((other, pair) => Math.max(place[other]!, place[pairs.a[pair]!]!)),
    mass: Float64Array.from(order, old => pairs.mass[old]!),
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
