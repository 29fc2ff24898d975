import { describe, expect, it } from 'vitest'
import { seeded } from '../testing/seeded.ts'
import { capAllows } from './capAllows.ts'

describe('capAllows', () => {
  it.each([{ n: 1, windowMs: 1000 }, { n: 2, windowMs: 7000 }, { n: 5, windowMs: 300 }])(
    'lets no window of $windowMs ms hold more than $n shows in 100,000 random steps', ({ n, windowMs }) => {
      const random = seeded(n)
      const shownAt: number[] = []
      let now = 0
      for (let step = 0; step < 100_000; step++) {
        now += Math.floor(random() * windowMs / n)
        if (capAllows(shownAt, now, { n, windowMs })) shownAt.push(now)
      }
      // Every window that holds most begins at a show: none reaches the n-th one after it.
      const spans = shownAt.slice(n).map((at, i) => at - shownAt[i]!)
      expect(spans.filter(span => span < windowMs)).toEqual([])
      expect(shownAt.length).toBeGreaterThan(1000)
    })

  it('allows the first show, and the next one when the window has passed to the millisecond', () => {
    const cap = { n: 1, windowMs: 1000 }
    expect(capAllows([], 5, cap)).toBe(true)
    expect(capAllows([5], 1004, cap)).toBe(false)
    expect(capAllows([5], 1005, cap)).toBe(true)
  })
})
