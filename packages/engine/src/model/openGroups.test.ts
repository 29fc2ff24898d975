import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openGroups } from './openGroups.ts'

const of = (groups: readonly number[]) => (index: number): number => groups[index]!

describe('groups', () => {
  it('give all items of the same group, ascending, and an item without a group for itself', () => {
    const twins = openGroups(6, of([3, 0, 1, 3, 0, 3]), 3)
    expect([0, 1, 2, 3, 4, 5].map(twins)).toEqual([[0, 3, 5], [1], [2], [0, 3, 5], [4], [0, 3, 5]])
    expect([twins(6), twins(-1)]).toEqual([[], []])
    expect(openGroups(0, of([]), 0)(0)).toEqual([])
  })

  it('are what a walk over all items finds, asked in any order', () => {
    const columns = fc.array(fc.nat(6), { minLength: 1, maxLength: 40 })
    fc.assert(fc.property(columns, fc.array(fc.nat(39), { maxLength: 20 }), (groups, asked) => {
      const twins = openGroups(groups.length, of(groups), 6)
      for (const index of asked.filter(place => place < groups.length)) {
        const same = groups.flatMap((group, place) => place === index || (group && group === groups[index]) ? [place] : [])
        expect(twins(index)).toEqual(same)
      }
    }))
  })

  it('are walked over once, however many are asked for, and not at all for items that are alone', () => {
    const size = 1000
    let reads = 0
    const column = Uint16Array.from({ length: size }, (_, item) => item < 10 ? 0 : 1 + item % 400)
    const twins = openGroups(size, index => (reads++, column[index]!), 400)
    for (let item = 0; item < 10; item++) expect(twins(item)).toEqual([item])
    expect(reads).toBe(10)
    for (let item = 10; item < size; item++) expect(twins(item)).toContain(item)
    // Once each for the pass, once each for the question.
    expect(reads).toBe(10 + size + (size - 10))
    expect(twins(20)).toEqual([20, 420, 820])
  })
})
