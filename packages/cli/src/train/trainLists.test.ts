import { afterEach, describe, expect, it } from 'vitest'
import type { Database } from './database.ts'
import { openDatabase } from './database.ts'
import { readItems } from './readItems.ts'
import { trainSeason } from './trainSeason.ts'
import { readStore } from './trainStore.ts'
import { readSales, trainPopular } from './trainPopular.ts'
import { trainTrend } from './trainTrend.ts'

let database: Database
afterEach(() => database.close())

/** `shoppers` orders of an item by guests, spread over days `from` to `to` (exclusive) after 1 January 2020. */
function sell(itemId: string, shoppers: number, from: number, to: number): void {
  for (let number = 0; number < shoppers; number++) {
    const at = Date.UTC(2020, 0, 1) + (from + Math.floor(number * (to - from) / shoppers)) * 864e5
    database.add({ orderId: `${itemId}-${from}-${number}`, itemId, customerId: '', at, quantity: 1 })
  }
}

/** As `sell`, with visits that look at it. */
function look(itemId: string, visitors: number, from: number, to: number): void {
  for (let number = 0; number < visitors; number++) {
    const at = Date.UTC(2020, 0, 1) + (from + Math.floor(number * (to - from) / visitors)) * 864e5
    database.addEvent({ sessionId: `${itemId}-${from}-${number}`, at, event: 'view', itemId, customerId: '' })
  }
}

async function count(): Promise<Map<string, number>> {
  const items = await readItems(database, undefined)
  for (const name of ['item_name', 'order_line', 'shop_order', 'basket', 'event_row', 'store', 'item_sale', 'item_view', 'season'] as const) {
    await database.make(name)
  }
  return new Map(items.map((item, index) => [item.itemId, index]))
}

describe('trainTrend', () => {
  it('names what rose beyond the pace of the shop, strongest first, and nothing of too few shoppers', async () => {
    database = await openDatabase({ threads: 1 })
    sell('steady', 400, 0, 100)
    sell('risen', 20, 0, 93)
    sell('risen', 30, 93, 100)
    sell('strong', 20, 0, 93)
    sell('strong', 60, 93, 100)
    sell('two', 2, 98, 100)
    const index = await count()
    const store = await readStore(database)
    const trend = await trainTrend(database, store, 3)
    expect(trend.days).toBe(7)
    expect(trend.trending).toEqual([index.get('strong'), index.get('risen')])
    expect(trend.belowFloor).toBe(0)
    expect((await trainTrend(database, store, 61)).trending).toEqual([])
  })

  it('says nothing where a whole shop grows, or its history is short', async () => {
    database = await openDatabase({ threads: 1 })
    for (const itemId of ['a', 'b', 'c']) {
      sell(itemId, 100, 0, 93)
      sell(itemId, 100, 93, 100)
    }
    await count()
    expect(await trainTrend(database, await readStore(database), 3)).toEqual({ trending: [], days: 7, belowFloor: 0 })
    database.close()
    database = await openDatabase({ threads: 1 })
    sell('a', 300, 0, 20)
    await count()
    expect((await trainTrend(database, await readStore(database), 3)).days).toBeUndefined()
  })
})

describe('lists of a shop that only knows looks', () => {
  it('name what is looked at most by enough visitors, and what is looked at more than before', async () => {
    database = await openDatabase({ threads: 1 })
    look('steady', 5000, 0, 50)
    look('risen', 100, 0, 43)
    look('risen', 400, 43, 50)
    look('few', 2, 48, 50)
    // One visitor, many looks.
    for (let at = 0; at < 9; at++) {
      database.addEvent({ sessionId: 'same', at: Date.UTC(2020, 0, 45) + at, event: 'view', itemId: 'often', customerId: '' })
    }
    const index = await count()
    const store = await readStore(database)
    const { popular, ...known } = trainPopular(await readSales(database, index.size, store), 3)
    expect(popular.slice(0, 2)).toEqual([index.get('steady'), index.get('risen')])
    expect(known).toEqual({ popularKnown: 2, byLooks: true })
    expect(await trainTrend(database, store, 3)).toEqual({ trending: [index.get('risen')], days: 7, belowFloor: 0 })
  })

  it('count buyers as soon as anything was sold, whoever looks', async () => {
    database = await openDatabase({ threads: 1 })
    look('seen', 2000, 0, 50)
    sell('sold', 4, 0, 50)
    const index = await count()
    const store = await readStore(database)
    const { popular, ...known } = trainPopular(await readSales(database, index.size, store), 3)
    expect([popular[0], known]).toEqual([index.get('sold'), { popularKnown: 1, byLooks: false }])
    expect((await trainTrend(database, store, 3)).trending).toEqual([])
  })
})

describe('trainSeason', () => {
  it('tells nothing from less than a year', async () => {
    database = await openDatabase({ threads: 1 })
    sell('a', 300, 0, 300)
    await count()
    expect(await trainSeason(database, 1)).toEqual({ season: [undefined], turns: 0, own: 0, byCategory: 0 })
  })

  it('tells only strong lifts from one year, of items sold at both ends of it', async () => {
    database = await openDatabase({ threads: 1 })
    sell('steady', 3000, 0, 366)
    sell('easter', 12, 0, 366)
    sell('easter', 100, 91, 120)
    sell('mild', 60, 0, 366)
    sell('mild', 12, 91, 120)
    sell('new', 100, 300, 366)
    const index = await count()
    const { season, turns, own } = await trainSeason(database, 4)
    expect(turns).toBe(1)
    const april = season[index.get('easter')!]!
    expect(april[3]).toBeGreaterThan(3)
    expect(april.filter(lift => lift > 1)).toHaveLength(1)
    expect(season[index.get('mild')!]).toBeUndefined()
    expect(season[index.get('new')!]).toBeUndefined()
    expect(own).toBe(1)
  })

  it('tells weaker lifts from two years, when both show them, and a category\'s where an item has too few shoppers', async () => {
    database = await openDatabase({ threads: 1 })
    for (const itemId of ['few', 'twice']) database.addItem({ itemId, category: 'Garden' })
    for (const itemId of ['steady', 'once']) database.addItem({ itemId, category: 'Home' })
    sell('steady', 6000, 0, 731)
    for (const itemId of ['twice', 'once']) sell(itemId, 150, 0, 731)
    for (const itemId of ['twice', 'once']) sell(itemId, 30, 121, 152)
    sell('twice', 30, 487, 518)
    sell('few', 5, 0, 731)
    await database.make('item_no')
    const index = new Map((await database.texts('SELECT item_id FROM item_no ORDER BY item')).map((itemId, at) => [itemId, at]))
    for (const name of ['item_name', 'order_line', 'shop_order', 'basket', 'season'] as const) await database.make(name)
    const { season, turns, byCategory } = await trainSeason(database, 4)
    expect(turns).toBe(2)
    expect(season[index.get('twice')!]![4]).toBeGreaterThan(1.5)
    expect(season[index.get('once')!]?.[4] ?? 1).toBe(1)
    expect(season[index.get('few')!]![4]).toBeGreaterThan(1.5)
    expect(byCategory).toBe(1)
  })

  it('tells from two years what sells in its season alone, though the history ends before the next', async () => {
    database = await openDatabase({ threads: 1 })
    sell('steady', 6000, 0, 731)
    for (const from of [334, 699]) sell('bauble', 60, from, from + 30)
    sell('gone', 60, 334, 364)
    sell('steady', 2000, 731, 1035)
    const index = await count()
    const { season, turns } = await trainSeason(database, 3)
    expect(turns).toBe(2)
    expect(season[index.get('bauble')!]![11]).toBeGreaterThan(3)
    expect(season[index.get('gone')!]).toBeUndefined()
  })
})
