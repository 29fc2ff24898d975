import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Model } from '../model/model.ts'
import { findEvidence } from './evidence.ts'
import { openBoard } from './scoreBoard.ts'
import type { Seed } from './seed.ts'
import { addShares, chosenLinks, settledLinks } from './seed.ts'
import { tinyModel } from './testing/tinyModel.ts'

const size = 12
const ids = Array.from({ length: size }, (_, index) => `i${index}`)
const anyRow = fc.uniqueArray(fc.nat(size - 1), { maxLength: 6 })
const anyModel = fc.tuple(fc.array(anyRow, { minLength: size, maxLength: size }), fc.array(anyRow, { minLength: size, maxLength: size }))
  .map(([bought, similar]) => {
    const rowOf = (rows: number[][], own: number): [string, number][] =>
      rows[own]!.filter(to => to !== own).map((to, place) => [ids[to]!, 0.9 ** (place * (own % 3 + 1))])
    return tinyModel(ids.map((id, own) => ({ id, bought: rowOf(bought, own), similar: rowOf(similar, own) })), { popular: ids })
  })
const anySeeds = fc.uniqueArray(fc.record({ index: fc.nat(size - 1), weight: fc.constantFrom(0.3, 1, 1.7, 4), isChosen: fc.boolean() }), {
  selector: seed => seed.index, minLength: 1, maxLength: 5,
})
const anyEvidence = fc.tuple(anyModel, anySeeds).map(([model, drafts]) => ({
  model,
  seeds: drafts.map(({ index, weight, isChosen }): Seed => ({
    index, weight, links: (isChosen ? chosenLinks : settledLinks)(model, index),
    reason: () => ({ kind: 'in-cart', itemId: ids[index]!, title: '' }),
  })),
}))
const scored = (model: Model, seeds: readonly Seed[], index: number): number => {
  const board = openBoard(model)
  for (const seed of seeds) addShares(board, seed)
  return board.scores[index]!
}

describe('the evidence of a card', () => {
  it('names first the item without which the score falls most, two-hop ways and all', () => {
    fc.assert(fc.property(anyEvidence, ({ model, seeds }) => {
      const wanted = ids.map((_, index) => index).filter(index => scored(model, seeds, index) > 0)
      const board = openBoard(model)
      const evidence = findEvidence(seeds, wanted, board)
      for (const [place, index] of wanted.entries()) {
        const without = (left: Seed): number => Math.fround(scored(model, seeds.filter(seed => seed !== left), index))
        const { voices: [named, ...others], total } = evidence(place)
        expect(total).toBeCloseTo(scored(model, seeds, index), 6)
        for (const seed of seeds) expect(without(named!)).toBeLessThanOrEqual(without(seed) * (1 + 1e-6))
        // The middle of a way speaks for nobody: every name is one of the shopper's own items, and has a part in it.
        for (const seed of [named!, ...others]) expect(seeds.includes(seed) && scored(model, [seed], index) > 0).toBe(true)
        expect(others.length).toBeLessThanOrEqual(2)
      }
      expect(board.slots.some(Boolean)).toBe(false)
    }), { numRuns: 100 })
  })
})
