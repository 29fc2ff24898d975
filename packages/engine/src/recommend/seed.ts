import type { Model, Relation } from '../model/model.ts'
import type { Reason } from './recommendation.ts'
import { addScore } from './scoreBoard.ts'
import type { ScoreBoard } from './scoreBoard.ts'

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
  const { startOf, edgeAt, levels, weightOf } = relation
  const first = startOf(index)
  const strongest = first < edgeAt[index + 1]! ? weightOf[levels[first]!]! : 1
  return { relation, index, factor: factor / Math.sqrt(strongest), isLevel: true, most: Infinity }
}

/**
 * Rows by which what is being chosen speaks (looked at, wished for): bought with it (1), similar to it (0.7, for rivals are
 * welcome), and its neighbours' own neighbours (`twoHop`).
 */
export function chosenLinks({ boughtWith, similar, params: { next: { twoHop } } }: Model, index: number): Link[] {
  const { startOf, edgeAt, to, levels, weightOf } = boughtWith
  const links = [levelLink(boughtWith, index, 1), levelLink(similar, index, 0.7)]
  const first = startOf(index)
  for (let edge = first; twoHop > 0 && edge < Math.min(first + passingOn, edgeAt[index + 1]!); edge++) {
    links.push(levelLink(boughtWith, to[edge]!, twoHop * Math.sqrt(weightOf[levels[edge]!]! / weightOf[levels[first]!]!)))
  }
  return links
}

/**
 * Rows by which what is settled speaks (in the basket, ordered): a companion is wanted, and hardly a rival.
 *
 * @param rivals what similar items are worth. Beside what somebody ordered they are worth a fifth of what they are beside a
 *   basket: words alone are alike far more often than shoppers are (of the next order of 1,106 customers, last 30 days of the
 *   training part of Online Retail, for-you then found 16.99 % instead of 16.88, and 16.78 instead of 15.66 where a shop tunes
 *   `habitNeighbours` to 1)
 */
export function settledLinks({ boughtWith, similar }: Model, index: number, rivals = 0.25): Link[] {
  return [link(boughtWith, index, 1), link(similar, index, rivals)]
}

/**
 * Adds all that a seed gives to a board, `volume` times as loud; an item may get several shares. The order is fixed, and with it
 * every sum.
 *
 * @param voice column of `board.parts` that takes the shares of the items with a slot, instead of the scores. @default -1: none
 * @param voices columns
 */
export function addShares(
  board: ScoreBoard, { index: own, weight, self = 0, links }: Seed, volume = 1, voice = -1, voices = 0,
): void {
  const { slots, parts } = board
  const give = (index: number, share: number): void => {
    if (voice < 0) addScore(board, index, share)
    else if (slots[index]) parts[slots[index]! * voices + voice]! += share
  }
  if (self > 0) give(own, weight * self * volume)
  for (const { relation: { startOf, edgeAt, to, levels, weightOf }, index, factor, isLevel, most } of links) {
    const worth = weight * factor
    for (let edge = startOf(index), end = Math.min(edgeAt[index + 1]!, edge + most); edge < end; edge++) {
      const near = weightOf[levels[edge]!]!
      give(to[edge]!, worth * (isLevel ? Math.sqrt(near) : near) * volume)
    }
  }
}
