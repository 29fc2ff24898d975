import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { NextParams } from '../../model/model.ts'
import { defaultParams } from '../../model/defaultParams.ts'
import { addScore, openBoard } from '../scoreBoard.ts'
import { addShares } from '../seed.ts'
import type { TinyItem } from '../testing/tinyModel.ts'
import { tinyModel } from '../testing/tinyModel.ts'
import { nextSeeds } from './nextSeeds.ts'
import { scoreVisit } from './scoreVisit.ts'
import { topOfBoard } from './topOfBoard.ts'
import { toVisit } from './visit.ts'

const model = tinyModel([
  { id: 'mug', viewed: [['plate', 0.5], ['bowl', 0.25]] },
  { id: 'plate', viewed: [['bowl', 0.5], ['fork', 0.25]] },
  { id: 'bowl' },
  { id: 'fork', viewed: [['mug', 1]] },
  { id: 'lamp' },
], { popular: ['lamp', 'bowl'] })
const params: NextParams = { items: 10, decay: 2, twoHop: 0.1, reminder: 1, current: 0.5, times: 1 }
const scores = (visit: number[], with_: Partial<NextParams> = {}): number[] => {
  const board = openBoard(model)
  scoreVisit(board, model.viewed, toVisit(visit), { ...params, ...with_ })
  return [...board.scores]
}
const [mug, plate, bowl, fork, lamp] = [0, 1, 2, 3, 4] as const

describe('scoreVisit', () => {
  it('adds up neighbours, their neighbours at two hops, and the reminder', () => {
    const found = scores([mug])
    expect(found[mug]).toBeCloseTo(0.5)
    expect(found[plate]).toBeCloseTo(0.5)
    expect(found[bowl]).toBeCloseTo(0.25 + 0.1 * 0.5 * 0.5)
    expect(found[fork]).toBeCloseTo(0.1 * 0.5 * 0.25)
    expect(found[lamp]).toBe(0)
  })

  it('lets older items speak less, and no more of them than are asked for', () => {
    const voice = Math.exp(-1 / 2)
    expect(scores([fork, mug], { twoHop: 0, reminder: 0 })).toEqual([
      expect.closeTo(voice), expect.closeTo(0.5), expect.closeTo(0.25), 0, 0,
    ])
    expect(scores([fork, mug], { twoHop: 0, reminder: 0, items: 1 })[mug]).toBe(0)
  })

  it('reminds more of what was looked at often, less of what is looked at now', () => {
    const found = scores([fork, fork, fork, mug], { twoHop: 0 })
    expect(found[fork]).toBeCloseTo(3 * Math.exp(-1 / 2))
    expect(found[mug]).toBeCloseTo(Math.exp(-1 / 2) + 0.5)
    expect(scores([fork, fork, mug], { twoHop: 0, times: 0 })[fork]).toBeCloseTo(Math.exp(-1 / 2))
  })

  it('is, item by item, what its pieces of evidence say together', () => {
    const edge = fc.tuple(fc.nat(7), fc.double({ min: 0.01, max: 1, noNaN: true }))
    const catalogue = fc.array(fc.array(edge, { maxLength: 6 }), { minLength: 8, maxLength: 8 })
    fc.assert(fc.property(catalogue, fc.array(fc.nat(7), { minLength: 1, maxLength: 12 }), fc.boolean(), (rows, looks, hops) => {
      const items: TinyItem[] = rows.map((row, index) => ({
        id: `${index}`,
        viewed: [...new Map(row.filter(([to]) => to !== index))].sort((a, b) => b[1] - a[1]).map(
          ([to, weight]) => [`${to}`, weight],
        ),
      }))
      const any = tinyModel(items)
      const set = { ...params, items: 4, twoHop: hops ? 0.3 : 0 }
      const board = openBoard(any)
      scoreVisit(board, any.viewed, toVisit(looks), set)
      const summed = [...board.scores]
      openBoard(any)
      for (const seed of nextSeeds(any, toVisit(looks), set, () => ({ kind: 'popular' }))) addShares(board, seed)
      summed.forEach((value, index) => expect(board.scores[index]).toBeCloseTo(value, 6))
    }), { numRuns: 40 })
  })
})

describe('topOfBoard', () => {
  it('lists the strongest first, ties by popularity, and fills with what is popular', () => {
    const board = openBoard(model)
    scoreVisit(board, model.viewed, toVisit([fork]), { ...defaultParams.next, twoHop: 0, reminder: 0 })
    expect(topOfBoard(board, model, 3)).toEqual([mug, lamp, bowl])
    openBoard(model)
    for (const index of [mug, plate, bowl, lamp]) addScore(board, index, 1)
    expect(topOfBoard(board, model, 3)).toEqual([lamp, bowl, mug])
  })

  it('leaves out what is not wanted, also among the fill', () => {
    const board = openBoard(model)
    scoreVisit(board, model.viewed, toVisit([mug]), params)
    expect(topOfBoard(board, model, 9, index => index === plate || index === lamp)).toEqual([mug, bowl, fork])
  })

  it('is the head of a whole sort', () => {
    fc.assert(fc.property(fc.array(fc.nat(5), { minLength: 5, maxLength: 5 }), fc.integer({ min: 1, max: 6 }), (values, count) => {
      const board = openBoard(model)
      values.forEach((value, index) => addScore(board, index, value))
      const sorted = [0, 1, 2, 3, 4].sort((a, b) => values[b]! - values[a]! || model.popularRank(a) - model.popularRank(b))
      expect(topOfBoard(board, model, count)).toEqual(sorted.slice(0, count))
    }), { numRuns: 60 })
  })
})
