import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultNorms } from '../norms/defaultNorms.ts'
import type { StoreNorms } from '../norms/storeNorms.ts'
import type { Purchases } from '../profile/profile.ts'
import { lifecycleAt } from '../segments/lifecycle.ts'
import { rfmAt } from '../segments/rfm.ts'
import { standingsOf } from './standings.ts'

const hour = 3_600_000
const day = 24 * hour
const start = Date.UTC(2020, 0, 1)
const norms: StoreNorms = {
  ...defaultNorms,
  asOf: start,
  lifecycle: {
    ...defaultNorms.lifecycle!,
    gapDays: [3, 5, 9, 14],
    recencyCuts: [1, 2, 4, 9],
    frequencyCuts: [1, 2, 3, 3],
    moneyCuts: [5, 9, 20, 40],
  },
  cltv: {
    model: 'mbg-nbd',
    r: 0.5,
    alpha: 0.6,
    a: 0.9,
    b: 1.6,
    horizonWeeks: 52,
    annualRate: 0.1,
    margin: 1,
    priorOnly: false,
    repeatBuyers: 900,
    fittedTo: start,
  },
}
/** Orders within sixty days, at whole hours, some at once. */
const anyPurchases = fc
  .array(fc.record({ hours: fc.nat(1440), value: fc.integer({ min: 0, max: 30 }) }), { minLength: 1, maxLength: 12 })
  .map((orders): Purchases => ({
    marks: orders
      .sort((a, b) => a.hours - b.hours)
      .map(({ hours, value }) => ({ at: start + hours * hour, value, units: 1, lines: 1 })),
  }))
const firstAt = start - day

describe("a shopper's stages", () => {
  it('are the same whether somebody looks all the time or once a year', () => {
    fc.assert(
      fc.property(anyPurchases, purchases => {
        const end = start + 365 * day
        const once = lifecycleAt(standingsOf(purchases, end).list, firstAt, norms, end).history
        const seen: { id: string; since: number }[] = []
        // Every third hour of the first 80 days, and the millisecond around every change that the once-a-year look knows of.
        const looks = [
          ...Array.from({ length: 640 }, (_, n) => start + n * 3 * hour),
          ...once.flatMap(({ since }) => [since - 1, since, since + 1]),
          end,
        ]
        for (const now of looks.filter(at => at >= firstAt).sort((a, b) => a - b)) {
          const { stage: id, since } = lifecycleAt(standingsOf(purchases, now).list, firstAt, norms, now)
          if (seen.at(-1)?.id !== id) seen.push({ id, since })
          expect(since).toBe(seen.at(-1)!.since)
        }
        expect(seen).toEqual(once)
      }),
      { numRuns: 12 },
    )
  })

  it('end at the flip that was told beforehand, and not a millisecond sooner', () => {
    fc.assert(
      fc.property(anyPurchases, fc.nat(120 * 24), (purchases, hours) => {
        const now = start + hours * hour
        const known = { marks: purchases.marks.filter(({ at }) => at <= now) }
        const judges = [
          (at: number) => lifecycleAt(standingsOf(known, at).list, firstAt, norms, at).stage,
          (at: number) => rfmAt(standingsOf(known, at).list, norms.lifecycle, at).eras.at(-1)?.id,
        ]
        const flips = [
          lifecycleAt(standingsOf(known, now).list, firstAt, norms, now).flipsAt,
          rfmAt(standingsOf(known, now).list, norms.lifecycle, now).flipsAt,
        ]
        for (const [place, judge] of judges.entries()) {
          const flip = flips[place]
          if (flip === undefined) expect(judge(now + 400 * day)).toBe(judge(now))
          else {
            expect(judge(flip - 1)).toBe(judge(now))
            expect(judge(flip)).not.toBe(judge(now))
          }
        }
      }),
      { numRuns: 150 },
    )
  })
})
