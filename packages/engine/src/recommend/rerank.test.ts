import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyProfile } from '../profile/emptyProfile.ts'
import { foldEvents } from '../profile/foldEvents.ts'
import { happening, minute, morning, things } from '../profile/testing/happening.ts'
import type { RecommendInput } from './recommendInput.ts'
import { rerank } from './rerank.ts'
import { anyInput } from './testing/anyRanking.ts'
import { tinyModel } from './testing/tinyModel.ts'

const anyIds = fc.array(fc.oneof(fc.nat(30).map(n => `i${n}`), fc.constantFrom('__proto__', 'nobody')), { maxLength: 40 })

describe('rerank', () => {
  it('keeps every id, unknown ones and ones given twice too, and moves none further than it may', () => {
    fc.assert(fc.property(anyInput, anyIds, fc.nat(12), (input, ids, maxMove) => {
      const order = rerank(input, ids, { maxMove })
      const placesOf = (list: readonly string[], id: string): number[] => list.flatMap((other, place) => (other === id ? [place] : []))
      expect([...order].sort()).toEqual([...ids].sort())
      for (const id of ids) {
        const before = placesOf(ids, id)
        placesOf(order, id).forEach((place, nth) => expect(Math.abs(place - before[nth]!)).toBeLessThanOrEqual(maxMove))
      }
      expect(rerank(input, ids, { maxMove })).toEqual(order)
    }), { numRuns: 100 })
  })

  it('leaves the order as it is while nothing is known of the shopper, or nothing may move', () => {
    fc.assert(fc.property(anyInput, anyIds, ({ profile: _, notForMe: __, page: ___, cart: ____, ...input }, ids) => {
      expect(rerank({ ...input, page: {} }, ids)).toEqual(ids)
      expect(rerank({ ...input, page: {} }, ids, { maxMove: 0 })).toEqual(ids)
    }), { numRuns: 50 })
  })

  const model = tinyModel([
    ...Array.from({ length: 12 }, (_, i) => ({ id: `n${i}` })),
    { id: 'seen', kind: 'mug', bought: [['near', 0.9]] }, { id: 'near' }, { id: 'liked', kind: 'mug' }, { id: 'other', kind: 'mug' },
  ])
  const page = Array.from({ length: 12 }, (_, i) => `n${i}`)
  const shopper = (...ids: string[]): RecommendInput => ({
    now: morning, model, page: {},
    profile: foldEvents(emptyProfile(), ids.map((id, i) => happening(morning - (9 - i) * minute, 'view_item', { items: things(id) }))),
  })

  it('brings forward what was looked at, what goes with it, and what is of a kind that the shopper likes', () => {
    const input = shopper('seen', 'seen', 'seen')
    expect(rerank(input, [...page, 'near']).indexOf('near')).toBe(5)
    expect(rerank(input, [...page, 'seen']).indexOf('seen')).toBe(5)
    expect(rerank(input, [...page, 'liked']).indexOf('liked')).toBeLessThan(12)
    expect(rerank(input, [...page, 'near'], { maxMove: 4 }).indexOf('near')).toBe(9)
  })

  it('moves back what is not for the shopper', () => {
    const order = rerank({ ...shopper('seen'), notForMe: new Set(['n0']) }, page)
    expect(order.indexOf('n0')).toBe(3)
    expect(order.filter(id => id !== 'n0')).toEqual(page.slice(1))
  })

  it('lets what is no id stay among the ids', () => {
    const odd = [7, null, undefined, {}, Symbol('id')] as unknown as string[]
    expect(rerank(shopper('seen', 'seen', 'seen'), [...odd, 'nobody'])).toEqual([...odd, 'nobody'])
  })

  it('takes a move that is no number for the usual one', () => {
    const input = shopper('seen', 'seen', 'seen')
    for (const maxMove of [Number.NaN, -3]) expect(rerank(input, [...page, 'near'], { maxMove })).toEqual(rerank(input, [...page, 'near']))
    expect(rerank(input, [...page, 'near'], { maxMove: Infinity })[0]).toBe('near')
  })
})
