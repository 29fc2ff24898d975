import { describe, expect, it } from 'vitest'
import { boardMethod } from './boardMethod.ts'
import { measureNext } from './measureNext.ts'
import { indexSessions } from './neighbours.ts'
import { createCandidates } from './sessionData.ts'
import type { Session, SessionRanker } from './sessionData.ts'
import { countLooks, popularity, sequentialRules, sessionPopularity } from './simple.ts'
import { stan } from './stan.ts'
import { vsknn } from './vsknn.ts'
import { withReminders } from './withReminders.ts'

const dayMs = 864e5
const session = (items: number[], day = 0): Session => ({ at: day * dayMs, items })
const size = 6
const scoresOf = (rank: SessionRanker, prefix: number[]): number[] => {
  const board = createCandidates(size)
  rank(prefix, board)
  return [...board.scores]
}

describe('baselines', () => {
  const train = [session([0, 1, 2]), session([0, 1]), session([3, 1])]
  const looks = countLooks(train, size)

  it('popularity lists the most looked at; in a session its own items come first', () => {
    expect(boardMethod('', popularity(looks), looks).top(3)).toEqual([])
    const own = boardMethod('', sessionPopularity(looks), looks)
    own.score([2, 3, 2])
    expect(own.top(4)).toEqual([2, 3, 1, 0])
  })

  it('SR counts what comes after the present item by 1 / distance', () => {
    expect(scoresOf(sequentialRules([session([0, 1, 2]), session([0, 2])], size), [5, 0])).toEqual([0, 1, 1.5, 0, 0, 0])
  })

  it('V-SKNN weighs neighbours by the places of common items, and hears the k nearest', () => {
    // Of [0, 3]: item 0 has 1/2, item 3 has 1. Session 2 shares the latest (decay 0.9), the others only the one before (decay
    // 0.8).
    const index = indexSessions(train, size)
    expect(scoresOf(vsknn(index, { k: 9, sample: 9 }), [0, 3])).toEqual([
      expect.closeTo(0.8), expect.closeTo(0.8 + 0.9), expect.closeTo(0.4), expect.closeTo(0.9), 0, 0,
    ])
    expect(scoresOf(vsknn(index, { k: 1, sample: 9 }), [0, 3])).toEqual([0, expect.closeTo(0.9), 0, expect.closeTo(0.9), 0, 0])
  })

  it('STAN weighs by place, age, and distance to the latest common item; V-STAN by rarity too', () => {
    const index = indexSessions([session([0, 1], 0), session([0, 2], 10)], size)
    const set = { k: 9, sample: 9, lambdaSpw: 2, lambdaSnh: 5, lambdaInh: 4 }
    const similarity = 1 / Math.sqrt(2)
    expect(scoresOf(stan(index, set), [0])).toEqual([
      expect.closeTo(similarity * (1 + Math.exp(-2))), expect.closeTo(similarity * Math.exp(-2) * Math.exp(-1 / 4)),
      expect.closeTo(similarity * Math.exp(-1 / 4)), 0, 0, 0,
    ])
    const rare = scoresOf(stan(index, { ...set, lambdaIpw: 3, idf: 1 }), [0])
    expect(rare[2]).toBeCloseTo(similarity * Math.exp(-1 / 4) * (1 + Math.log(2)))
    expect(rare[0]).toBeCloseTo(similarity * (1 + Math.exp(-2)))
  })

  it('reminders bring back what was seen, less of what is looked at now', () => {
    const scores = scoresOf(withReminders((_, { add }) => add(5, 2), { weight: 1, current: 0.5 }), [3, 4])
    expect(scores).toEqual([0, 0, 0, expect.closeTo(2 * Math.exp(-1 / 1.5)), 1, 2])
  })
})

describe('measureNext', () => {
  const looks = Float64Array.from([4, 2, 1, 1, 0, 0])
  const always = (list: number[]): Parameters<typeof measureNext>[0] =>
    ({ name: '', score: () => {}, top: (count, isOut = () => false) => list.filter(item => !isOut(item)).slice(0, count) })

  it('counts repeats in ALL, and takes seen items out of the list in NOVEL', () => {
    const figures = measureNext(always([1, 0, 2]), { test: [session([0, 1, 0, 2])], minPrefix: 1, every: 1, looks })
    // Asked: 1 after [0] (first), 0 after [0, 1] (second), 2 after [0, 1, 0] (third; first of what is not seen).
    expect(figures).toMatchObject({ prefixes: 3, novelPrefixes: 2, hit20: 1, hit10: 1, novelHit20: 1, novelMrr20: 1 })
    expect(figures.mrr20).toBeCloseTo((1 + 1 / 2 + 1 / 3) / 3)
    expect(figures.ndcg10).toBeCloseTo((1 + 1 / Math.log2(3) + 1 / 2) / 3)
    expect([figures.coverage20, figures.popularity20]).toEqual([0.75, expect.closeTo((2 + 4 + 1) / 3 / 4)])
  })

  it('asks only visits that are long enough, and every so many-th question', () => {
    const test = [session([0, 1, 2, 3]), session([0, 1])]
    expect(measureNext(always([]), { test, minPrefix: 2, every: 1, looks })).toMatchObject({ prefixes: 2, hit20: 0 })
    expect(measureNext(always([]), { test, minPrefix: 1, every: 2, looks }).prefixes).toBe(2)
  })
})
