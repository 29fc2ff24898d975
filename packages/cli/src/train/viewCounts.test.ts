import { describe, expect, it } from 'vitest'
import { viewPairValues, viewWeightValues } from '../sql/tableValues.ts'
import { seeded } from '../testing/seeded.ts'
import { openDatabase } from './database.ts'
import { sumViews } from './sumViews.ts'
import type { ViewCounts } from './viewCounts.ts'
import { countViews, readViewTables, relateViews } from './viewCounts.ts'
import { readVisitTable } from './visitTable.ts'

/**
 * Counts visits given as letters: `customer:letters`, a minute apart; the second letter of a visit has the same time as the
 * first.
 */
async function count(visits: string[], threads = 1, read: typeof countViews = countViews): Promise<ViewCounts> {
  const database = await openDatabase({ threads })
  try {
    visits.forEach((text, number) => {
      const [customerId, letters] = text.split(':') as [string, string]
      ;[...letters].forEach((itemId, place) => database.addEvent({
        sessionId: `s${number}`, at: number * 60e3 + Math.max(0, place - 1), event: 'view', itemId, customerId,
      }))
    })
    for (const name of ['item_no', 'item_name', 'event_row', 'view_visit', 'view_click'] as const) await database.make(name)
    const [[items]] = await database.numbers('SELECT count(*) FROM item_no') as [[number]]
    return await read(database, items, visits.length)
  } finally {
    database.close()
  }
}

const pairs = ({ a, b, shoppers }: ViewCounts): string[] => Array.from(
  a, (item, pair) => `${'ABCDEF'[item]}${'ABCDEF'[b[pair]!]} ${shoppers[pair]}`,
)

describe('view counts', () => {
  it('weigh a pair by its distance, both ways alike', async () => {
    const { a, b, weight, looks } = await count([':ABC'])
    // Three items count 3 ** -0.25 each.
    const one = 3 ** -0.25
    expect([...a]).toEqual([0, 0, 1])
    expect([...b]).toEqual([1, 2, 2])
    expect([...weight]).toEqual([expect.closeTo(one, 5), expect.closeTo(one / 2, 5), expect.closeTo(one, 5)])
    expect([...looks]).toEqual([expect.closeTo(one, 5), expect.closeTo(one, 5), expect.closeTo(one, 5)])
  })

  it('hear nothing beyond ten events, and nothing of an item with itself', async () => {
    expect(pairs(await count([':ABBBBBBBBBBC']))).toEqual(['AB 1', 'BC 1'])
    expect(pairs(await count([':ABBBBBBBBBC']))).toContain('AC 1')
  })

  it('count a customer once, whatever the number of visits', async () => {
    expect(pairs(await count(['x:AB', 'x:BA', ':AC', ':CA']))).toEqual(['AB 1', 'AC 2'])
  })

  it('weigh what is old less: half of the span back counts exp(-1)', async () => {
    const { weight } = await count([':AB', ':CD', ':EF'])
    expect([...weight].map(each => each / weight[2]!)).toEqual(
      [expect.closeTo(Math.exp(-2), 4), expect.closeTo(Math.exp(-1), 4), 1],
    )
  })

  it('are the same at any number of threads', async () => {
    const visits = Array.from(
      { length: 60 },
      (_, number) => `:${[...'ABCDEF'].sort((a, b) => (a.charCodeAt(0) * number) % 7 - (b.charCodeAt(0) * number) % 7).join('')}`,
    )
    expect(await count(visits, 4)).toEqual(await count(visits, 1))
  })

  it('are those of the statements that a warehouse runs, of which only the strongest pairs of an item are kept', async () => {
    const random = seeded(3)
    const letter = (): string => 'ABCDEF'[Math.floor(random() ** 2 * 6)]!
    const visits = Array.from({ length: 80 }, (_, number) =>
      `${number % 3 ? `c${number % 11}` : ''}:${Array.from({ length: 1 + Math.floor(random() * 14) }, letter).join('')}`)
    for (const keep of [1, 2, 100]) {
      const arrays = await count(visits, 1, async (database, items, until) =>
        sumViews(await readVisitTable(database, items, until), keep))
      const tables = await count(visits, 1, async (database, items, until) => {
        await database.make('view_weight', viewWeightValues(until))
        await database.make('view_item')
        await database.make('view_pair', { ...viewPairValues, keep })
        return readViewTables(database, items)
      })
      expect(arrays.a.length).toBeGreaterThan(3)
      expect(arrays).toEqual(tables)
    }
  })

  it('publish what enough shoppers did, and say what the floor took', async () => {
    const counts = await count([':AB', ':AB', ':AC'])
    const { viewed, belowFloor } = relateViews(counts, 2)
    expect([[...viewed.a], [...viewed.b], belowFloor]).toEqual([[0], [1], 1])
    const weightOf = (from: number, to: number): number => viewed.strength[0]! * viewed.mass[from]! ** viewed.outPower * viewed.mass[to]! ** viewed.inPower
    expect(weightOf(0, 1)).toBeCloseTo(counts.weight[0]! / (counts.looks[0]! + 3) / (counts.looks[1]! + 3) ** 0.1, 10)
    expect(weightOf(1, 0)).toBeCloseTo(counts.weight[0]! / (counts.looks[1]! + 3) / (counts.looks[0]! + 3) ** 0.1, 10)
  })
})
