import { describe, expect, it } from 'vitest'
import { percentile, spread } from './figures.ts'

describe('percentile', () => {
  it('gives the middle and the end of unsorted samples', () => {
    const samples = [5, 1, 4, 2, 3]
    expect(percentile(samples, 0.5)).toBe(3)
    expect(percentile(samples, 0.99)).toBe(5)
    expect(percentile([], 0.5)).toBeNaN()
  })

  it('is said in the unit asked for', () => {
    expect(spread([0.002, 0.002], 'µs')).toBe('p50 2.0 µs, p99 2.0 µs  (2 calls)')
  })
})
