import { describe, expect, it } from 'vitest'
import type { ShopEvent } from '../event.ts'
import { emptyProfile } from '../profile/emptyProfile.ts'
import { foldEvents } from '../profile/foldEvents.ts'
import { day, happening, hour, minute, morning } from '../profile/testing/happening.ts'
import { seeded } from '../testing/seeded.ts'
import { capAllows } from './capAllows.ts'
import { cartNudgeId } from './cartNudge.ts'
import { decideCartNudge } from './decideCartNudge.ts'

const basket = happening(morning, 'view_cart', { items: [{ item_id: 'a', quantity: 1 }] })
const tabs = 4
/** 10^6 with CAPS_STEPS=1000000; this many on every run. */
const steps = Number(globalThis.process?.env?.['CAPS_STEPS'] ?? 30_000)

/** No window of `windowMs` holds more than `n` of these times: each that holds most begins at one of them. */
function expectCap(times: readonly number[], n: number, windowMs: number): void {
  const sorted = [...times].sort((a, b) => a - b)
  const spans = sorted.slice(n).map((at, i) => at - sorted[i]!)
  expect(spans.filter(span => span < windowMs)).toEqual([])
}

describe('the caps of one message over tabs', () => {
  it.each([{ n: 1, windowMs: day }, { n: 2, windowMs: 7 * day }])(
    'let no window of $windowMs ms hold more than $n shows, whichever tab shows and however clocks jump', ({ n, windowMs }) => {
      const random = seeded(n)
      const shownAt: number[] = []
      const clocks = Array.from({ length: tabs }, () => morning)
      for (let step = 0; step < steps; step++) {
        const tab = Math.floor(random() * tabs)
        const jump = random()
        // Mostly minutes; now and then a clock that was set: back by a day, on by a month.
        clocks[tab]! += jump < 0.01 ? -day * random() : jump < 0.012 ? 30 * day * random() : hour * random()
        const now = clocks[tab]!
        // What every tab reads: the times of all tabs, in key order.
        if (capAllows(shownAt.slice(-10), now, { n, windowMs })) shownAt.splice(shownAt.findLastIndex(at => at <= now) + 1, 0, now)
      }
      expect(shownAt.length).toBeGreaterThan(20)
      expectCap(shownAt, n, windowMs)
    })
})

describe('the cart nudge over tabs', () => {
  it('speaks at most once a visit, once a day and twice a week, and is silent for 14 days after a no, then 28', () => {
    const random = seeded(7)
    let profile = foldEvents(emptyProfile(), [basket])
    let now = morning + day
    const shown: number[] = []
    const dismissed: number[] = []
    const tell = (event: ShopEvent): void => { profile = foldEvents(profile, [event]) }
    for (let step = 0; step < steps / 10; step++) {
      now += random() < 0.1 ? day * random() * 3 : 90 * minute * random()
      // A new basket now and then, so that there is always one to speak of.
      if (step % 40 === 0) tell(happening(now, 'view_cart', { items: [{ item_id: `b${step}`, quantity: 1 }] }))
      tell(happening(now, 'page_view', {}))
      // Another tab of the same moment has read the same log.
      for (let tab = 0; tab < 2; tab++) {
        if (decideCartNudge({ now, profile }).show !== 'card') continue
        tell(happening(now, 'view_promotion', { promotion_id: cartNudgeId }))
        shown.push(now)
        if (random() < 0.1 && dismissed.length < 4) {
          tell(happening(now, 'dismiss_promotion', { promotion_id: cartNudgeId }))
          dismissed.push(now)
        }
      }
    }
    expect(shown.length).toBeGreaterThan(5)
    expectCap(shown, 1, day)
    expectCap(shown, 2, 7 * day)
    dismissed.forEach((at, index) => {
      const silence = 14 * day * 2 ** index
      expect(shown.filter(time => time > at && time < at + silence)).toEqual([])
    })
  })
})
