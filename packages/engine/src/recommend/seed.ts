import type { Model, Neighbour } from '../model/model.ts'
import { rowOf } from '../model/rowOf.ts'
import type { Reason } from './recommendation.ts'

/** A row of neighbours, and how its weights count: as they are, or levelled. */
interface Link {
  row: readonly Neighbour[]
  factor: number
  isLevel: boolean
}

/**
 * One piece of evidence: an item that speaks for its neighbours. `weight` > 0 compares seeds; an item looked at once has 1.
 * `reason` says in facts why it speaks for the given neighbour.
 */
export interface Seed {
  index: number
  weight: number
  links: Link[]
  reason: (neighbour: number) => Reason
}

/** How many neighbours of a seed pass it on to their own neighbours. */
const passingOn = 5

/** A row that counts as the model weighs it: what is settled (ordered, in the basket) adds up best so (measured on real orders). */
export function link(row: readonly Neighbour[], factor: number): Link {
  return { row, factor, isLevel: false }
}

/**
 * A row brought to the scale of all rows: its strongest neighbour is worth `factor`, whatever the shop's numbers look like, and
 * the square root keeps the third of a row in sight. So looks are compared by what the shopper did, not by how
 * closely a shop's items happen to hang together.
 */
function levelLink(row: readonly Neighbour[], factor: number): Link {
  return { row, factor: factor / Math.sqrt(row[0]?.weight ?? 1), isLevel: true }
}

/** What a neighbour gets from a row of its seed. */
export function share({ weight }: Seed, { factor, isLevel }: Link, near: Neighbour): number {
  return weight * factor * (isLevel ? Math.sqrt(near.weight) : near.weight)
}

/**
 * Rows by which what is being chosen speaks (looked at, wished for): bought with it (1), similar to it (0.7, for rivals are
 * welcome), and its neighbours' own neighbours (`twoHop`).
 */
export function chosenLinks({ boughtWith, similar, params: { next: { twoHop } } }: Model, index: number): Link[] {
  const bought = rowOf(boughtWith, index)
  const links = [levelLink(bought, 1), levelLink(rowOf(similar, index), 0.7)]
  for (const near of twoHop > 0 ? bought.slice(0, passingOn) : []) {
    links.push(levelLink(rowOf(boughtWith, near.index), twoHop * Math.sqrt(near.weight / bought[0]!.weight)))
  }
  return links
}

/** Rows by which what is settled speaks (in the basket, ordered): a companion is wanted, and hardly a rival. */
export function settledLinks({ boughtWith, similar }: Model, index: number): Link[] {
  return [link(rowOf(boughtWith, index), 1), link(rowOf(similar, index), 0.25)]
}

/** The seeds that speak for an item, strongest first, at most three. */
export function evidence(seeds: readonly Seed[], wanted: number): Seed[] {
  const speaking: { seed: Seed; part: number }[] = []
  for (const seed of seeds) {
    let part = 0
    for (const link of seed.links) for (const near of link.row) if (near.index === wanted) part += share(seed, link, near)
    if (part > 0) speaking.push({ seed, part })
  }
  return speaking.sort((a, b) => b.part - a.part).slice(0, 3).map(({ seed }) => seed)
}
