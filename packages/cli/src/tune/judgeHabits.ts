import type { EaseRows } from '../train/ease.ts'
import type { OrderTable } from '../train/orderTable.ts'
import { boughtAgain } from './boughtAgain.ts'
import type { HabitConstants } from './habits.ts'
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
  /** How settings of one `orderDecay` do. */
  score(orderDecay: number, settings: readonly HabitConstants[]): HabitScore[]
}

const listLength = 10
/** As in the engine's `habits`: what is tuned is what runs on the device. */
const places = 10_000
const mostShoppers = 800

/**
 * What people buy once is not shown to who has it, as on the device: it speaks for others alone.
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
  const asked = new Map<number, Uint32Array>()
  for (let order = first; order < end && asked.size < mostShoppers; order++) {
    const shopper = table.shopper[order]!
    const wanted = linesOf(table, order).filter(item => known[item] === 1)
    if (wanted.length && before.has(shopper) && !asked.has(shopper)) asked.set(shopper, wanted)
  }
  const ranked = rankItems(past)
  const popularity = new Float64Array(size)
  ranked.forEach((item, rank) => { popularity[item] = Math.max(0, 1 - Math.log(rank + 1) / Math.log(places)) })
  const isBoughtAgain = boughtAgain(past)
  const own = new Float64Array(size)
  const near = new Float64Array(size)
  /** By item: 0 not this shopper's own, 1 own and bought once by people and shopper, 2 own and bought again. */
  const habit = new Uint8Array(size)
  const lastDay = new Int32Array(size)

  /** The items that a shopper's orders speak for, with `own` and `near` filled in. */
  function speak(shopper: number, orderDecay: number): number[] {
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
    for (const item of items.slice()) {
      for (let edge = rows.at[item]!, last = Math.min(rows.at[item + 1]!, edge + neighbours); edge < last; edge++) {
        const other = rows.to[edge]!
        if (own[other] === 0 && near[other] === 0) items.push(other)
        near[other]! += own[item]! * rows.weight[edge]!
      }
    }
    return items
  }

  return {
    shoppers: asked.size,
    score(orderDecay, settings) {
      const sums = settings.map(() => ({ recall: 0, ndcg: 0 }))
      for (const [shopper, wanted] of asked) {
        const items = speak(shopper, orderDecay)
        settings.forEach(({ habitNeighbours, habitPopular }, at) => {
          const best = pickBest(items, item => habit[item] === 1 ? 0
            : (own[item]! + habitNeighbours * near[item]!) * (1 + habitPopular * popularity[item]!))
          for (let rank = 0; best.length < Math.min(listLength, size) && rank < ranked.length; rank++) {
            if (habit[ranked[rank]!] !== 1 && !best.includes(ranked[rank]!)) best.push(ranked[rank]!)
          }
          const { recall, ndcg } = judgeList(best, wanted)
          sums[at]!.recall += recall
          sums[at]!.ndcg += ndcg
        })
        for (const item of items) own[item] = near[item] = habit[item] = 0
      }
      return sums.map(({ recall, ndcg }) => {
        const shares = { recall10: recall / asked.size, ndcg10: ndcg / asked.size }
        return { ...shares, worth: (shares.recall10 + shares.ndcg10) / 2 }
      })
    },
  }
}

/** The ten best of `items` that score above 0, best first, ties by index. Nearly all fail the first comparison. */
function pickBest(items: readonly number[], score: (item: number) => number): number[] {
  const best: number[] = []
  const scores: number[] = []
  let least = 0
  for (const item of items) {
    const own = score(item)
    if (own < least || own === 0 || (own === least && best.length === listLength && item > best[listLength - 1]!)) continue
    let place = best.length < listLength ? best.length : listLength - 1
    for (; place > 0 && (scores[place - 1]! < own || (scores[place - 1] === own && best[place - 1]! > item)); place--) {
      best[place] = best[place - 1]!
      scores[place] = scores[place - 1]!
    }
    best[place] = item
    scores[place] = own
    if (best.length === listLength) least = scores[listLength - 1]!
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
