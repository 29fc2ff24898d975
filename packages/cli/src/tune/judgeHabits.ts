import type { EaseRows } from '../train/ease.ts'
import type { OrderTable } from '../train/orderTable.ts'
import { boughtAgain } from './boughtAgain.ts'
import type { HabitConstants } from './habitGrid.ts'
import type { LastOrders } from './lastOrders.ts'
import { rankItems } from './rankItems.ts'

/** Shares, 0..1, of the next order of a shopper. */
export interface HabitScore {
  recall10: number
  ndcg10: number
  /** What is made as large as can be: their mean. */
  worth: number
}

/** Asks about the next order of every shopper who came back. */
export interface HabitQuestions {
  shoppers: number
  /** How settings do, all of them in one pass over the shoppers. */
  score(settings: readonly HabitConstants[]): HabitScore[]
}

/** Habits, best first, and the worth of each: 1 for the best. */
interface PickedHabits {
  habits: number[]
  worths: number[]
}

const listLength = 10
/** As in the engine's `habits`, `forYou` and `forYouSeeds`: what is tuned is what runs on the device. */
const places = 10_000
const maxHabits = 20
const maxOrdered = 30
/** Shoppers that are asked about at most, evenly spread: one standard error of recall@10 is 0.6 points. */
const mostShoppers = 1200

/**
 * What people buy once is not shown to who has it, as on the device: it speaks for others alone. Colours of a product count as
 * items of their own.
 *
 * @param rows basket relations learnt from the past alone
 */
export function judgeHabits(
  table: OrderTable, { past, first, end, known }: LastOrders, rows: EaseRows, neighbours: number,
): HabitQuestions {
  const { size } = table
  const linesOf = ({ item, lineAt }: OrderTable, order: number): Uint32Array => item.subarray(lineAt[order], lineAt[order + 1])
  const before = new Map<number, number[]>()
  for (let order = 0; order < past.day.length; order++) {
    if (!past.known[order]) continue
    const list = before.get(past.shopper[order]!)
    if (list) list.push(order)
    else before.set(past.shopper[order]!, [order])
  }
  const next = new Map<number, Uint32Array>()
  for (let order = first; order < end; order++) {
    const shopper = table.shopper[order]!
    const wanted = linesOf(table, order).filter(item => known[item] === 1)
    if (wanted.length && before.has(shopper) && !next.has(shopper)) next.set(shopper, wanted)
  }
  const every = Math.max(1, Math.ceil(next.size / mostShoppers))
  const asked = [...next].filter((_, place) => place % every === 0)
  const ranked = rankItems(past)
  const rank = new Uint32Array(size)
  ranked.forEach((item, place) => { rank[item] = place })
  const popularity = Float64Array.from(rank, place => Math.max(0, 1 - Math.log(place + 1) / Math.log(places)))
  const isBoughtAgain = boughtAgain(past)
  /** Orders that held it, recent ones weighing more; what the shopper's items say for it; its worth as a habit. */
  const own = new Float64Array(size)
  const near = new Float64Array(size)
  const worth = new Float64Array(size)
  /** By item: 0 not this shopper's own, 1 own and bought once by people and shopper, 2 own and bought again. */
  const habit = new Uint8Array(size)
  const lastDay = new Int32Array(size)

  /** A shopper's own items, most often ordered first, and after them those that they speak for. */
  function speak(shopper: number, orderDecay: number): { items: number[]; count: number } {
    const items: number[] = []
    let weight = 1
    for (const order of before.get(shopper)!.toReversed()) {
      for (const item of linesOf(past, order)) {
        if (own[item] === 0) {
          items.push(item)
          habit[item] = isBoughtAgain[item] ? 2 : 1
          lastDay[item] = past.day[order]!
        } else if (lastDay[item]! > past.day[order]!) habit[item] = 2
        own[item]! += weight
      }
      weight *= orderDecay
    }
    items.sort((a, b) => own[b]! - own[a]! || a - b)
    const count = items.length
    for (const item of items.slice(0, maxOrdered)) {
      const voice = own[item]! / own[items[0]!]!
      for (let edge = rows.at[item]!, last = Math.min(rows.at[item + 1]!, edge + neighbours); edge < last; edge++) {
        const other = rows.to[edge]!
        if (own[other] === 0 && near[other] === 0) items.push(other)
        near[other]! += voice * rows.weight[edge]!
      }
    }
    return { items, count }
  }

  /** A shopper's habits, best first, and the worth of the best: what popularity alone decides. */
  function pickHabits(items: readonly number[], count: number, habitPopular: number): PickedHabits {
    const scoreOf = (item: number): number => own[item]! * (1 + habitPopular * popularity[item]!)
    const habits = pickBest(items, count, maxHabits, rank, item => habit[item] === 1 ? 0 : scoreOf(item))
    return { habits, worths: habits.map(item => scoreOf(item) / scoreOf(habits[0]!)) }
  }
  /** The ten cards. @param others the ten items that the shopper's own speak for most */
  function list({ habits, worths }: PickedHabits, others: readonly number[], habitNeighbours: number): number[] {
    habits.forEach((item, place) => { worth[item] = worths[place]! })
    const all = [...habits, ...others]
    const best = pickBest(all, all.length, listLength, rank, item => worth[item]! + habitNeighbours * near[item]!)
    for (const item of habits) worth[item] = 0
    for (let place = 0; best.length < Math.min(listLength, size) && place < ranked.length; place++) {
      if (habit[ranked[place]!] === 0 && !best.includes(ranked[place]!)) best.push(ranked[place]!)
    }
    return best
  }

  return {
    shoppers: asked.length,
    score(settings) {
      const sums = settings.map(() => ({ recall: 0, ndcg: 0 }))
      for (const [shopper, wanted] of asked) {
        for (const decay of new Set(settings.map(({ orderDecay }) => orderDecay))) {
          const { items, count } = speak(shopper, decay)
          const spokenFor = items.slice(count)
          const others = pickBest(spokenFor, spokenFor.length, listLength, rank, item => near[item]!)
          const habits = new Map([...new Set(settings.map(({ habitPopular }) => habitPopular))].map(popular =>
            [popular, pickHabits(items, count, popular)]))
          settings.forEach(({ orderDecay, habitNeighbours, habitPopular }, at) => {
            if (orderDecay !== decay) return
            const { recall, ndcg } = judgeList(list(habits.get(habitPopular)!, others, habitNeighbours), wanted)
            sums[at]!.recall += recall
            sums[at]!.ndcg += ndcg
          })
          for (const item of items) own[item] = near[item] = habit[item] = 0
        }
      }
      return sums.map(({ recall, ndcg }) => {
        const shares = { recall10: recall / asked.length, ndcg10: ndcg / asked.length }
        return { ...shares, worth: (shares.recall10 + shares.ndcg10) / 2 }
      })
    },
  }
}

/** The best of the first `count` items that score above 0, best first, ties by popularity. Nearly all fail the first comparison. */
function pickBest(
  items: readonly number[], count: number, most: number, rank: Uint32Array, score: (item: number) => number,
): number[] {
  const best: number[] = []
  const scores: number[] = []
  let least = 0
  for (let at = 0; at < count; at++) {
    const item = items[at]!
    const own = score(item)
    if (own === 0 || own < least) continue
    const isBefore = (place: number): boolean =>
      own > scores[place]! || (own === scores[place] && rank[item]! < rank[best[place]!]!)
    if (best.length === most && !isBefore(most - 1)) continue
    let place = Math.min(best.length, most - 1)
    for (; place > 0 && isBefore(place - 1); place--) {
      best[place] = best[place - 1]!
      scores[place] = scores[place - 1]!
    }
    best[place] = item
    scores[place] = own
    if (best.length === most) least = scores[most - 1]!
  }
  return best
}

/** Recall and NDCG of a list; the ideal is that of the whole order, as long as the list. */
function judgeList(list: readonly number[], wanted: Uint32Array): { recall: number; ndcg: number } {
  let found = 0
  let gain = 0
  list.forEach((item, place) => {
    if (!wanted.includes(item)) return
    found++
    gain += 1 / Math.log2(place + 2)
  })
  let ideal = 0
  for (let place = 0; place < Math.min(listLength, wanted.length); place++) ideal += 1 / Math.log2(place + 2)
  return { recall: found / wanted.length, ndcg: gain / ideal }
}
