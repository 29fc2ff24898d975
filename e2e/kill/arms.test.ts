import { describe, expect, it } from 'vitest'
import { seededRandom } from '../seededRandom.ts'
import { missing, named } from './arms.ts'
import { inBatches } from './inBatches.ts'

describe('missing', () => {
  it('names what was acknowledged and is not there, whatever else is', () => {
    expect(missing(named('a', 3), ['a-0', 'b-1', 'a-2'])).toEqual(['a-1'])
    expect(missing([], ['a-0'])).toEqual([])
  })
})

describe('inBatches', () => {
  it('keeps the order of the things and never runs more than asked for at once', async () => {
    let running = 0
    let most = 0
    const results = await inBatches([30, 10, 20, 0, 5], 2, async (thing, place) => {
      most = Math.max(most, ++running)
      for (let turn = 0; turn < thing; turn++) await undefined
      running--
      return `${place}:${thing}`
    })
    expect(results).toEqual(['0:30', '1:10', '2:20', '3:0', '4:5'])
    expect(most).toBe(2)
  })

  it('passes on what fails', async () => {
    await expect(inBatches([1], 2, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  })
})

describe('seededRandom', () => {
  it('gives the same numbers for the same seed, in [0, 1), and others for another', () => {
    const numbers = (seed: number): number[] => Array.from({ length: 1000 }, seededRandom(seed))
    expect(numbers(7)).toEqual(numbers(7))
    expect(numbers(7)).not.toEqual(numbers(8))
    expect(numbers(7).every(number => number >= 0 && number < 1)).toBe(true)
    expect(numbers(7).reduce((sum, number) => sum + number, 0) / 1000).toBeCloseTo(0.5, 1)
  })
})
