import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addScore, openBoard } from './scoreBoard.ts'
import { strongestFirst } from './strongestFirst.ts'
import { tinyModel } from './testing/tinyModel.ts'

// More than are picked out in the first pass, and in the next two.
const size = 240
const ids = Array.from({ length: size }, (_, index) => `i${index}`)

describe('strongestFirst', () => {
  it('gives every touched item once, strongest first, equal ones by popularity', () => {
    const anyScore = fc.oneof(fc.constantFrom(0.1, 0.5, 0.5 + 1e-12, 2), fc.double({ min: 1e-6, max: 9, noNaN: true }))
    const anyScores = fc.array(fc.tuple(fc.nat(size - 1), anyScore), { maxLength: 2 * size, size: 'max' })
    fc.assert(fc.property(anyScores, fc.shuffledSubarray(ids, { minLength: size }), (drafts, popular) => {
      const model = tinyModel(ids.map(id => ({ id })), { popular })
      const board = openBoard(model)
      const scores = new Map(drafts)
      for (const [index, score] of scores) addScore(board, index, score)
      const next = strongestFirst(board, model)
      const order = Array.from({ length: scores.size + 1 }, next)
      const expected = [...scores].map(([index, score]) => ({ index, score: Math.fround(score) }))
        .sort((a, b) => b.score - a.score || model.popularRank(a.index) - model.popularRank(b.index))
      expect(order).toEqual([...expected.map(({ index }) => index), -1])
    }), { numRuns: 30 })
  })

  it('knows nothing of what was told with no weight', () => {
    const model = tinyModel([{ id: 'mug' }, { id: 'plate' }])
    const board = openBoard(model)
    addScore(board, 0, 0)
    addScore(board, 1, 0.5)
    const next = strongestFirst(board, model)
    expect([next(), next(), next()]).toEqual([1, -1, -1])
  })
})
