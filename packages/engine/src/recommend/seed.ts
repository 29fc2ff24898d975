import type { Model, Relation } from '../model/model.ts'
import type { Reason } from './recommendation.ts'

/** One row of a relation by which a seed speaks, and how its weights count: as they are, or levelled. */
export interface Link {
  relation: Relation
  /** Whose row. */
  index: number
  /** What a weight of 1 is worth. */
  factor: number
  /** The square roots of the weights count. */
  isLevel: boolean
  /** How many of the row count, strongest first. */
  most: number
}

/**
 * One piece of evidence: an item that speaks for its neighbours. `weight` > 0 compares seeds; an item looked at once has 1.
 * `reason` says in facts why it speaks for the given neighbour.
 */
export interface Seed {
  index: number
  weight: number
  links: readonly Link[]
  /** What it says for its own item, times `weight`: a habit, a reminder. @default 0 */
  self?: number
  /**
   * How many times as loud it would speak, had the shopper never touched the item of this other seed: what is newer holds what is
   * older down. @default 1
   */
  lift?: (gone: Seed) => number
  reason: (neighbour: number) => Reason
}

/** How many neighbours of a seed pass it on to their own neighbours. */
const passingOn = 5

/**
 * A row that counts as the model weighs it: what is settled (ordered, in the basket) adds up best so (measured on real orders).
 */
export function link(relation: Relation, index: number, factor: number, most: number = Infinity): Link {
  return { relation, index, factor, isLevel: false, most }
}

/**
 * A row brought to the scale of all rows: its strongest neighbour is worth `factor`, whatever the shop's numbers look like, and
 * the square root keeps the third of a row in sight. So looks are compared by what the shopper did, not by how
 * closely a shop's items happen to hang together.
 */
function levelLink(relation: Relation, index: number, factor: number): Link {
  const { edgeAt, levels, weightOf } = relation
  const first = edgeAt[index]!
  const strongest = first < edgeAt[index + 1]! ? weightOf[levels[first]!]! : 1
  return { relation, index, factor: factor / Math.sqrt(strongest), isLevel: true, most: Infinity }
}

/**
 * Rows by which what is being chosen speaks (looked at, wished for): bought with it (1), similar to it (0.7, for rivals are
 * welcome), and its neighbours' own neighbours (`twoHop`).
 */
export function chosenLinks({ boughtWith, similar, params: { next: { twoHop } } }: Model, index: number): Link[] {
  const { edgeAt, to, levels, weightOf } = boughtWith
  const links = [levelLink(boughtWith, index, 1), levelLink(similar, index, 0.7)]
  const first = edgeAt[index]!
  for (let edge = first; twoHop > 0 && edge < Math.min(first + passingOn, edgeAt[index + 1]!); edge++) {
    links.push(levelLink(boughtWith, to[edge]!, twoHop * Math.sqrt(weightOf[levels[edge]!]! / weightOf[levels[first]!]!)))
  }
  return links
}

/** Rows by which what is settled speaks (in the basket, ordered): a companion is wanted, and hardly a rival. */
export function settledLinks({ boughtWith, similar }: Model, index: number): Link[] {
  return [link(boughtWith, index, 1), link(similar, index, 0.25)]
}

/** Tells all that a seed gives, item by item; an item may come several times. The order is fixed, and with it every sum. */
export function eachShare({ index: own, weight, self = 0, links }: Seed, tell: (index: number, share: number) => void): void {
  if (self > 0) tell(own, weight * self)
  for (const { relation: { edgeAt, to, levels, weightOf }, index, factor, isLevel, most } of links) {
    const worth = weight * factor
    for (let edge = edgeAt[index]!, end = Math.min(edgeAt[index + 1]!, edge + most); edge < end; edge++) {
      const near = weightOf[levels[edge]!]!
      tell(to[edge]!, worth * (isLevel ? Math.sqrt(near) : near))
    }
  }
}
