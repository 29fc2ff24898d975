import type { Database } from './database.ts'

/** Shoppers of an item, or of a category, below which no lift is told. */
const shoppersForSeason = 20
/** Shoppers of expectation that every month is mixed with, so that few shoppers make no strong lift. */
const smoothing = 5
/** With one turn of the year only a lift this strong is told. */
const strongLift = 3
/** With two turns: what both must show. */
const agreedLift = 1.25

/** Season lifts, and what they rest on. */
export interface Season {
  /** Per item twelve lifts, January first; undefined when unknown. */
  season: (readonly number[] | undefined)[]
  /** Whole turns of the year that the orders hold: 0 = nothing can be told, 1 = strong lifts alone. */
  turns: number
  /** Items with lifts of their own, and those that have their category's. */
  own: number
  byCategory: number
}

/**
 * How much better an item sells in a month than the shop as a whole does, by distinct shoppers: its share of the month over the
 * shop's share. What one year cannot tell apart (a season, an item that came or went, one good month) is left out: with one
 * turn of the year only lifts of 3 and more (or a third and less) of items sold at both ends of the history; with two, lifts
 * that both turns show. Items of fewer than 20 shoppers take their category's lifts, if that has 20.
 */
export async function trainSeason(database: Database, items: number): Promise<Season> {
  const rows = await database.numbers('SELECT item, category, month_no, shoppers FROM season ORDER BY item, category, month_no')
  const shop = new Map<number, number>()
  const byItem = new Map<number, Map<number, number>>()
  const byCategory = new Map<number, Map<number, number>>()
  for (const [item, category, month, shoppers] of rows as number[][]) {
    if (item! < 0 && category === 0) shop.set(month!, shoppers!)
    else {
      const [found, key] = item! < 0 ? [byCategory, category!] : [byItem, item!]
      const months = found.get(key) ?? new Map<number, number>()
      found.set(key, months.set(month!, shoppers!))
    }
  }
  const season: Season = { season: Array.from({ length: items }, () => undefined), turns: 0, own: 0, byCategory: 0 }
  const months = [...shop.keys()].sort((a, b) => a - b)
  const newest = months.at(-1) ?? 0
  season.turns = months.length === 0 ? 0 : Math.floor((newest - months[0]! + 1) / 12)
  if (season.turns === 0) return season
  const categoryOf = new Map<number, number>()
  for (const [item, category] of await database.numbers('SELECT item, category FROM item_no')) categoryOf.set(item!, category!)
  const categoryLifts = new Map([...byCategory].map(([category, sold]) => [category, liftsOf(sold)]))
  for (let item = 0; item < items; item++) {
    const sold = byItem.get(item)
    const own = sold && totalOf(sold) >= shoppersForSeason
    const lifts = own ? liftsOf(sold) : categoryLifts.get(categoryOf.get(item) ?? 0)
    if (!lifts) continue
    season.season[item] = lifts
    if (own) season.own++
    else season.byCategory++
  }
  return season

  function liftsOf(sold: ReadonlyMap<number, number>): number[] | undefined {
    if (totalOf(sold) < shoppersForSeason || (season.turns === 1 && !soldThroughout(sold))) return undefined
    const turnOf = (back: number): number[] => months.filter(month => Math.floor((newest - month) / 12) === back)
    const turns = season.turns === 1 ? [months] : [turnOf(1), turnOf(0)]
    const byTurn = turns.map(turn => liftsOfTurn(sold, turn))
    const lifts = byTurn[0]!.map((first, month) => {
      if (byTurn.length === 1) return first >= strongLift || first <= 1 / strongLift ? first : 1
      const second = byTurn[1]![month]!
      const agreed = Math.min(first, second) >= agreedLift || Math.max(first, second) <= 1 / agreedLift
      return agreed ? Math.sqrt(first * second) : 1
    })
    return lifts.some(lift => lift !== 1) ? lifts : undefined
  }

  /** By calendar month: shoppers over those that the shop's months let expect, both mixed with the same number. */
  function liftsOfTurn(sold: ReadonlyMap<number, number>, turn: readonly number[]): number[] {
    const all = turn.reduce((sum, month) => sum + shop.get(month)!, 0)
    const own = turn.reduce((sum, month) => sum + (sold.get(month) ?? 0), 0)
    return Array.from({ length: 12 }, (_, calendar) => {
      const same = turn.filter(month => month % 12 === calendar)
      const expected = same.reduce((sum, month) => sum + shop.get(month)!, 0) / all * own
      const found = same.reduce((sum, month) => sum + (sold.get(month) ?? 0), 0)
      return (found + smoothing) / (expected + smoothing)
    })
  }

  /** Sold in the first and in the last quarter of all: neither new nor gone, as far as one turn can tell. */
  function soldThroughout(sold: ReadonlyMap<number, number>): boolean {
    const some = (from: number): boolean => [0, 1, 2].some(month => (sold.get(from + month) ?? 0) > 0)
    return some(months[0]!) && some(newest - 2)
  }
}

function totalOf(sold: ReadonlyMap<number, number>): number {
  let sum = 0
  for (const shoppers of sold.values()) sum += shoppers
  return sum
}
