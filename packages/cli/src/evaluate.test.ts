import { describe, expect, it } from 'vitest'
import { learnBaselines } from './evaluate/baselines.ts'
import { fnv1a32 } from './evaluate/fnv1a32.ts'
import type { PastOrder } from './evaluate/history.ts'
import { findReturning, measureNextBasket } from './evaluate/nextBasket.ts'
import { measureFirstThree, measureLastLine, measureOneToRest } from './evaluate/protocols.ts'
import { evaluate } from './evaluate.ts'
import type { EvaluateReport } from './evaluate.ts'
import { smallCatalogue, smallOrders, temporaryFolder, writeFile } from './testing/smallShop.ts'

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
    expect(found.map(({ at, targets }) => [at, [...targets]])).toEqual([[8, ['C']]])
    expect(measureNextBasket(found, () => [])).toMatchObject({ shoppers: 1, hit10: 0, recall10: 0, cards: 0 })
  })

  it('the next basket is judged by what was bought before and what was not, apart, and by its order', () => {
    const train = [order('1', 'AB', 1, 'x')]
    const [found] = findReturning(train, [order('2', 'ACE', 9, 'x'), order('3', 'B', 8, 'x')].reverse().slice(1), () => true)
    const figures = measureNextBasket([found!], () => ['D', 'A', 'C'])
    expect(figures).toMatchObject({ shoppers: 1, recall10: 2 / 3, hit10: 1, repeat10: 1, new10: 1 / 2, cards: 3 })
    const discount = (place: number): number => 1 / Math.log2(place + 1)
    expect(figures.ndcg10).toBeCloseTo((discount(2) + discount(3)) / (discount(1) + discount(2) + discount(3)))
  })

  it('a colour twin counts once, and is a hit for its product', () => {
    const [found] = findReturning([order('1', 'A', 1, 'x')], [order('2', 'AC', 9, 'x')], () => true)
    const same = (itemId: string): string => itemId.toLowerCase()
    expect(measureNextBasket([found!], () => ['a', 'A', 'c'])).toMatchObject({ recall10: 1 / 2 })
    expect(measureNextBasket([found!], () => ['a', 'A', 'c'], same)).toMatchObject({ recall10: 1, repeat10: 1, new10: 1 })
  })

  it('T2 asks with the first three known lines and leaves shorter orders out', () => {
    const asked: string[][] = []
    const figures = measureFirstThree([order('a', 'XABCD'), order('b', 'ABC')], id => id !== 'X', items => {
      asked.push([...items])
      return ['-', '-', '-', '-', '-', 'D']
    })
    expect(asked).toEqual([['A', 'B', 'C']])
    expect(figures).toEqual({ orders: 1, hit5: 0, hit10: 1 })
  })

  it('cosine is common orders over the root of the product', () => {
    const baselines = learnBaselines([order('1', 'AB'), order('2', 'AB'), order('3', 'AC'), order('4', 'C'), order('5', 'C')])
    expect(baselines.cosine(['A'], 5)).toEqual(['B', 'C'])
    expect(baselines.cosine(['A', 'B'], 5)).toEqual(['C'])
  })
})

const hit5Of = (report: EvaluateReport, method: string): number =>
  report.models[0]!.orders!.oneToRest.find(row => row.method === method)!.figures.hit5
const asked = { catalogue, orders, now: Date.UTC(2012, 0), withoutFloor: false }
let tuned: Promise<EvaluateReport> | undefined
/** One evaluation for several tests. */
const evaluated = (): Promise<EvaluateReport> => tuned ??= evaluate({ ...asked, splitAt })

describe('evaluate', () => {
  it('trains on what came before the split and nothing else', async () => {
    const report = await evaluated()
    expect(report.newestTrainedAt).toBeLessThan(splitAt)
    expect(report.firstTestAt).toBeGreaterThanOrEqual(splitAt)
    const { trainOrders, testOrders } = report.models[0]!.orders!
    expect(trainOrders + testOrders).toBe(
      smallOrders().split('\n').slice(1).reduce((ids, row) => ids.add(row.split(',')[0]!), new Set<string>()).size - 1,
    )
  })

  it('finds the pairs that the shop was made with, in the model and through the engine', async () => {
    const report = await evaluated()
    const of = (method: string): number => hit5Of(report, method)
    for (const method of ['cosine, dense, no floor', 'EASE, dense, no floor, lines alike', 'model row']) {
      expect(of(method)).toBeGreaterThan(0.9)
    }
    for (const method of ['model row', 'bought-together (engine)']) {
      expect(of(method)).toBeGreaterThan(of('popularity, 30-day decay'))
    }
  })

  it('cannot be helped by the future: the same model, whatever the test part holds', async () => {
    const changed = smallOrders().split('\n')
      .map((row, i) => i > 0 && row.split(',')[2]! >= '2011-10' ? row.replace(/P\d+/, 'P039') : row)
    const other = writeFile(folder, 'other.csv', changed.join('\n'))
    const one = await evaluated()
    const two = await evaluate({ ...asked, orders: other, splitAt })
    expect(two.models[0]!.build.files).toEqual(one.models[0]!.build.files)
    expect(two.newestTrainedAt).toBe(one.newestTrainedAt)
    expect(hit5Of(two, 'model row')).not.toBe(hit5Of(one, 'model row'))
  })

  it('cuts an order with lines on both sides of the split, and needs orders on both', async () => {
    // One order with lines on both sides: its first line puts it before the split, and the build must not take its second.
    const straddling = writeFile(
      folder, 'straddling.csv', `${smallOrders()}Y,P001,2011-09-30T23:59,C9,1\nY,P002,2011-10-02T10:00,C9,1\n`,
    )
    const report = await evaluate({ ...asked, orders: straddling, splitAt, tune: false })
    expect(report.newestTrainedAt).toBeLessThan(splitAt)
    for (const [year, words] of [[2013, 'no orders after the split'], [2009, 'no orders before the split']] as const) {
      const outside = evaluate({ ...asked, splitAt: Date.UTC(year, 0), tune: false })
      await expect(outside).rejects.toThrow(words)
    }
  })

  it('asks so many questions as it is told, evenly spread, and writes each budget what build alone would write', async () => {
    const budgets = [20e3, Infinity]
    const report = await evaluate({ ...asked, splitAt, tune: false, budgets, questions: 10 })
    const { lastLine, nextBasket, testOrders } = report.models[0]!.orders!
    expect(testOrders).toBeGreaterThan(20)
    expect(lastLine[0]!.figures.orders).toBeGreaterThan(4)
    expect(lastLine[0]!.figures.orders).toBeLessThanOrEqual(10)
    expect(nextBasket[0]!.figures.shoppers).toBeLessThanOrEqual(10)
    const alone = await evaluate({ ...asked, splitAt, tune: false, budgets: [Infinity], questions: 10 })
    expect(report.models[1]!.build.files).toEqual(alone.models[0]!.build.files)
  })

  it('takes the last 29 days before the newest day when no split is named', async () => {
    const report = await evaluate({ ...asked, tune: false })
    expect(new Date(report.splitAt).toISOString()).toBe('2011-10-28T00:00:00.000Z')
  })
})
