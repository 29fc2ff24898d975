import { describe, expect, it } from 'vitest'
import { emptyProfile } from '../profile/emptyProfile.ts'
import { foldEvents } from '../profile/foldEvents.ts'
import { day, happening, morning, things } from '../profile/testing/happening.ts'
import { retireProfile } from './retireProfile.ts'

const old = morning - 500 * day
const before = morning - 396 * day

const profile = foldEvents(emptyProfile(), [
  happening(old, 'view_item', { items: things('old', '__proto__') }),
  happening(old, 'search', { search_term: 'teapot' }),
  happening(old, 'not_for_me', { items: things('no') }),
  happening(old, 'dismiss_promotion', { promotion_id: 'cart-nudge' }),
  happening(old, 'purchase', { transaction_id: 'T-1', items: things('bought') }),
  happening(morning, 'view_item', { items: things('new') }),
  happening(morning, 'search', { search_term: 'cakestand' }),
])

/** Every number in it that is a time of the last century of epoch ms. */
function timesIn(value: unknown): number[] {
  if (typeof value === 'number') return value > 1e11 ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(timesIn) : []
}

describe('retireProfile', () => {
  it('leaves nothing that is older, and all that is not', () => {
    const left = retireProfile(profile, before)
    expect(Object.keys(left.items)).toEqual(['new'])
    expect(left.viewed).toEqual(['new'])
    expect(left.searches).toEqual([{ term: 'cakestand', at: morning }])
    expect(timesIn(left).every(at => at >= before)).toBe(true)
    expect(timesIn(profile).some(at => at < before)).toBe(true)
  })

  it('still counts an order once whose id came back after it was let go', () => {
    const left = retireProfile(profile, before)
    expect(left.orders).toEqual([])
    const again = foldEvents(left, [happening(morning, 'purchase', { transaction_id: 'T-1', items: things('bought') })])
    expect(again.orders).toEqual([])
    expect(again.purchaseDays).toBe(1)
  })

  it('gives the same object while nothing is too old, and never writes on what it was given', () => {
    expect(retireProfile(profile, old)).toBe(profile)
    const copy = structuredClone(profile)
    const left = retireProfile(profile, before)
    expect(JSON.stringify(profile)).toBe(JSON.stringify(copy))
    expect(retireProfile(left, before)).toBe(left)
  })
})
