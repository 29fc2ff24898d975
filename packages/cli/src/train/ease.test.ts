import { describe, expect, it } from 'vitest'
import { learnDenseEase } from '../evaluate/denseEase.ts'
import { seeded } from '../testing/seeded.ts'
import type { TestOrder } from '../testing/orderTableOf.ts'
import { orderTableOf } from '../testing/orderTableOf.ts'
import { meanWeight, solveEase } from './ease.ts'
import type { EaseRows } from './ease.ts'
import { countGram, weighOrders, weightUnit } from './gram.ts'
import { readNearPairs } from './nearPairs.ts'
import { candidatesFor, trainPairs } from './trainPairs.ts'

const random = seeded(7)
/** 300 orders of 30 items in six groups. */
const orders: TestOrder[] = Array.from({ length: 300 }, (_, day) => {
  const group = Math.floor(random() * 6) * 5
  const items = [
    ...new Set(Array.from({ length: 4 }, () => random() < 0.7 ? group + Math.floor(random() * 5) : Math.floor(random() * 30))),
  ]
  return { day, shopper: day % 90, items }
})
const table = orderTableOf(30, orders)
// 120 days of e-fold decay are 83.2 days of half-life.
const weights = { lengthPower: 0.5, halfLifeDays: 120 * Math.LN2 }
const gram = countGram(table, weighOrders(table, weights))
const rowOf = ({ at, to, weight }: EaseRows, item: number): [number, number][] =>
  Array.from({ length: at[item + 1]! - at[item]! }, (_, edge) => [to[at[item]! + edge]!, weight[at[item]! + edge]!])

describe('EASE item by item', () => {
  it('is EASE itself when all other items are candidates: the positive part of I - P diag(P)^-1', () => {
    // Twelve items, all of which were bought with each other.
    const few = orders.map(({ items, ...order }) => ({ ...order, items: [...new Set(items.map(item => item % 12))] }))
    const dozen = orderTableOf(12, few)
    const fewGram = countGram(dozen, weighOrders(dozen, weights))
    const rows = solveEase(readNearPairs(fewGram, 11), 20 * weightUnit / meanWeight(fewGram.diagonal))
    const dense = learnDenseEase(few.map(({ day, items }) => ({
      orderId: `${day}`, customerId: '', at: day * 864e5, items: items.map(item => ({ itemId: String(item + 10), quantity: 1 })),
    })))
    for (let item = 0; item < 12; item++) {
      const found = new Map(rowOf(rows, item))
      // Whole-number weights are rounded to 2^-20.
      dense.weights.subarray(item * 12, item * 12 + 12)
        .forEach((weight, other) => expect(found.get(other) ?? 0).toBeCloseTo(Math.max(0, weight), 6))
      const inOrder = [...found.values()]
      expect(inOrder).toEqual([...inOrder].sort((one, other) => other - one))
    }
  })

  it('is the same whether pairs are held in a square or row by row', () => {
    const square = solveEase(readNearPairs(gram, 8), 3)
    const rows = solveEase(readNearPairs(gram, 8, 0), 3)
    expect([...rows.to]).toEqual([...square.to])
    expect([...rows.weight]).toEqual([...square.weight])
  })

  it('takes fewer candidates the larger the shop is', () => {
    expect([100, 4000, 10_000, 100_000].map(size => candidatesFor(size))).toEqual([250, 144, 106, 50])
  })
})

describe('basket relations', () => {
  const shoppers = new Uint32Array(30).fill(40)
  const source = { gram: () => gram }

  it('publish no pair under the floor, and what it drops makes room for the next', async () => {
    const all = await trainPairs(source, { minShoppers: 1, neighbours: 3, shoppers })
    const floored = await trainPairs(source, { minShoppers: 8, neighbours: 3, shoppers })
    const both = new Uint32Array(30)
    let refilled = 0
    floored.rows.forEach((row, item) => {
      gram.readShoppers(item, both)
      for (const { index } of row) expect(both[index]).toBeGreaterThanOrEqual(8)
      const kept = all.rows[item]!.filter(({ index }) => both[index]! >= 8).map(({ index }) => index)
      expect(row.map(({ index }) => index).slice(0, kept.length)).toEqual(kept)
      refilled += row.length - kept.length
    })
    expect(refilled).toBeGreaterThan(0)
    expect(floored.belowFloor).toBeGreaterThan(0)
    expect(all.belowFloor).toBe(0)
  })

  it('say "1 in n" for the first three of a row alone, and only of items that 30 shoppers bought', async () => {
    const { rows } = await trainPairs(source, { minShoppers: 3, neighbours: 5, shoppers })
    expect(rows.some(row => row.length > 3)).toBe(true)
    for (const row of rows) expect(row.slice(3).every(({ oneIn }) => oneIn === undefined)).toBe(true)
    expect(rows.some(row => row[0]?.oneIn !== undefined)).toBe(true)
    const few = await trainPairs(source, { minShoppers: 3, neighbours: 5, shoppers: shoppers.map(() => 29) })
    expect(few.rows.flat().every(({ oneIn }) => oneIn === undefined)).toBe(true)
  })
})
