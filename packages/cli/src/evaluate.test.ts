import { describe, expect, it, vi } from 'vitest'
import { learnBaselines } from './evaluate/baselines.ts'
import { fnv1a32 } from './evaluate/fnv1a32.ts'
import type { PastOrder } from './evaluate/history.ts'
import { findReturning, measureLastLine, measureNextOrders, measureOneToRest } from './evaluate/protocols.ts'
import { evaluate } from './evaluate.ts'
import { smallCatalogue, smallOrders, temporaryFolder, writeFile } from './testing/smallShop.ts'

// Whole builds: slow on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const folder = temporaryFolder()
const catalogue = writeFile(folder, 'catalogue.csv', smallCatalogue())
const orders = writeFile(folder, 'orders.csv', smallOrders())
const splitAt = Date.UTC(2011, 9, 1)

const order = (orderId: string, items: string, at = 0, customerId = ''): PastOrder =>
  ({ orderId, customerId, at, items: [...items].map(itemId => ({ itemId, quantity: 1 })) })

describe('protocols', () => {
  it('hash as FNV-1a does', () => {
    expect([fnv1a32(''), fnv1a32('a'), fnv1a32('foobar')]).toEqual([0x811c9dc5, 0xe40c292c, 0xbf9cf968])
  })

  it('T3 asks with the line that the order id picks among the known ones, and leaves orders of fewer than two out', () => {
    const asked: string[] = []
    const figures = measureOneToRest([order('a', 'XABC'), order('b', 'XA')], id => id !== 'X', ([query]) => {
      asked.push(query!)
      return ['-', '-', '-', '-', '-', ...'ABC'].filter(id => id !== query)
    })
    expect(asked).toEqual(['ABC'[0xe40c292c % 3]])
    expect(figures).toEqual({ orders: 1, hit5: 0, hit10: 1 })
  })

  it('T1 hides the last line, and an unknown one is a miss', () => {
    const figures = measureLastLine([order('a', 'AB'), order('b', 'AX'), order('c', 'XB')], id => id !== 'X', () => ['C', 'B'])
    expect(figures).toEqual({ orders: 2, hit5: 0.5, hit10: 0.5, hit20: 0.5, mrr20: 0.25 })
  })

  it('returning customers are those with orders on both sides; guests are nobody', () => {
    const train = [order('1', 'A', 1, 'x'), order('2', 'B', 1, 'y'), order('3', 'A', 1)]
    const test = [order('4', 'AB', 9, 'x'), order('5', 'C', 8, 'x'), order('6', 'A', 9, 'z'), order('7', 'A', 9)]
    const found = findReturning(train, test, () => true)
    expect(found.map(({ at, targets }) => [at, [...targets]])).toEqual([[8, ['A', 'B', 'C']]])
    expect(measureNextOrders(found, () => ['A', 'D'])).toEqual({ shoppers: 1, recall10: 1 / 3, hit10: 1, cards: 2 })
    expect(measureNextOrders(found, () => [])).toMatchObject({ hit10: 0 })
  })

  it('cosine is common orders over the root of the product', () => {
    const baselines = learnBaselines([order('1', 'AB'), order('2', 'AB'), order('3', 'AC'), order('4', 'C'), order('5', 'C')])
    expect(baselines.cosine(['A'], 5)).toEqual(['B', 'C'])
    expect(baselines.cosine(['A', 'B'], 5)).toEqual(['C'])
  })
})

describe('evaluate', () => {
  it('trains on what came before the split and nothing else', async () => {
    const report = await evaluate({ catalogue, orders, splitAt, now: Date.UTC(2012, 0) })
    expect(report.newestTrainedAt).toBeLessThan(splitAt)
    expect(report.firstTestAt).toBeGreaterThanOrEqual(splitAt)
    expect(report.trainOrders + report.testOrders).toBe(
      smallOrders().split('\n').slice(1).reduce((ids, row) => ids.add(row.split(',')[0]!), new Set<string>()).size - 1,
    )
  })

  it('finds the pairs that the shop was made with, in the model and through the engine', async () => {
    const report = await evaluate({ catalogue, orders, splitAt, now: Date.UTC(2012, 0) })
    const [popularity, cosine, row, engine] = report.oneToRest.map(({ figures }) => figures.hit5)
    expect(row).toBeGreaterThan(popularity!)
    expect(row).toBeGreaterThan(0.9)
    expect(cosine).toBeGreaterThan(0.9)
    expect(engine).toBeGreaterThan(popularity!)
  })

  it('cannot be helped by the future: the same model, whatever the test part holds', async () => {
    const changed = smallOrders().split('\n')
      .map((row, i) => i > 0 && row.split(',')[2]! >= '2011-10' ? row.replace(/P\d+/, 'P039') : row)
    const other = writeFile(folder, 'other.csv', changed.join('\n'))
    const one = await evaluate({ catalogue, orders, splitAt, now: Date.UTC(2012, 0) })
    const two = await evaluate({ catalogue, orders: other, splitAt, now: Date.UTC(2012, 0) })
    expect(two.modelBytes).toBe(one.modelBytes)
    expect(two.newestTrainedAt).toBe(one.newestTrainedAt)
    expect(two.oneToRest[2]!.figures).not.toEqual(one.oneToRest[2]!.figures)
  })

  it('cuts an order with lines on both sides of the split, and needs orders on both', async () => {
    // One order with lines on both sides: its first line puts it before the split, and the build must not take its second.
    const straddling = writeFile(
      folder, 'straddling.csv', `${smallOrders()}Y,P001,2011-09-30T23:59,C9,1\nY,P002,2011-10-02T10:00,C9,1\n`,
    )
    const report = await evaluate({ catalogue, orders: straddling, splitAt, now: Date.UTC(2012, 0) })
    expect(report.newestTrainedAt).toBeLessThan(splitAt)
    for (const [year, words] of [[2013, 'no orders after the split'], [2009, 'no orders before the split']] as const) {
      const outside = evaluate({ catalogue, orders, splitAt: Date.UTC(year, 0), now: Date.UTC(2012, 0) })
      await expect(outside).rejects.toThrow(words)
    }
  })

  it('takes the last 29 days before the newest day when no split is named', async () => {
    const report = await evaluate({ catalogue, orders, now: Date.UTC(2012, 0) })
    expect(new Date(report.splitAt).toISOString()).toBe('2011-10-28T00:00:00.000Z')
  })
})
