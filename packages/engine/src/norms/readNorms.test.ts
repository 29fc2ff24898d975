import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { defaultNorms } from './defaultNorms.ts'
import { readNorms } from './readNorms.ts'
import type { StoreNorms } from './storeNorms.ts'

const norms: StoreNorms = {
  format: 'shopside-norms',
  version: 1,
  asOf: 1e12,
  currency: 'GBP',
  timeZone: 'Europe/London',
  lifecycle: {
    gapDays: [28, 58, 111, 155],
    recencyCuts: [14, 32, 71, 179],
    frequencyCuts: [1, 2, 3, 5],
    moneyCuts: [249, 485, 925, 2040],
    bulkUnitsPerLine: 30,
    bulkOrderValue: 1140,
    valueCut: 2090,
  },
  cltv: {
    model: 'mbg-nbd',
    r: 0.5,
    alpha: 6,
    a: 0.9,
    b: 1.6,
    spend: { p: 6.2, q: 3.7, gamma: 15.4 },
    horizonWeeks: 52,
    annualRate: 0.1,
    margin: 1,
    priorOnly: false,
    repeatBuyers: 900,
    fittedTo: 1e12,
  },
  tastes: { discounted: 0.2, shares: { category: { Garden: 0.4, Tea: 0.6 } } },
  categories: { '': { again: 0.2, lnGapMean: 3.7, lnGapSd: 1.1, units: 4 }, 'Garden': { lnPriceMean: 0.7, lnPriceSd: 0.9 } },
  hours: Array.from({ length: 24 }, () => 1 / 24),
  weekdays: Array.from({ length: 7 }, () => 1 / 7),
  season: { months: Array.from({ length: 12 }, () => 1), years: 1 },
  segments: [],
}
type Parts = { [Name in keyof StoreNorms]-?: NonNullable<StoreNorms[Name]> } & Record<string, unknown>
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
const reasonOf = (change: (json: Parts) => void): string | undefined => {
  const json = plain(norms) as Parts
  change(json)
  const found = readNorms(json)
  return 'reason' in found ? found.reason : undefined
}

describe('readNorms', () => {
  it('gives back what was written, and the defaults', () => {
    expect(plain(readNorms(plain(norms)))).toEqual(plain(norms))
    expect(readNorms(plain(defaultNorms))).toEqual(defaultNorms)
  })

  it('takes the spend of a currency of large numbers', () => {
    const spend = { p: 6.2, q: 3.7, gamma: 15_400_000 }
    expect(readNorms({ ...norms, cltv: { ...norms.cltv, spend } })).toMatchObject({ cltv: { spend } })
  })

  it('names the field that is wrong, and takes nothing of such a file', () => {
    expect(
      reasonOf(json => {
        json.format = 'other' as 'shopside-norms'
      }),
    ).toBe('format')
    expect(
      reasonOf(json => {
        json.currency = 'pounds'
      }),
    ).toBe('currency')
    expect(
      reasonOf(json => {
        json.lifecycle.gapDays = [58, 28, 111, 155]
      }),
    ).toBe('lifecycle.gapDays')
    expect(
      reasonOf(json => {
        json.lifecycle.gapDays[3] = '155' as unknown as number
      }),
    ).toBe('lifecycle.gapDays[3]')
    expect(
      reasonOf(json => {
        json.cltv.spend!.q = 1
      }),
    ).toBe('cltv.spend.q')
    expect(
      reasonOf(json => {
        json.cltv.r = 1e-9
      }),
    ).toBe('cltv.r')
    expect(
      reasonOf(json => {
        delete (json.cltv as { alpha?: number }).alpha
      }),
    ).toBe('cltv.alpha')
    expect(
      reasonOf(json => {
        json.tastes.shares['category']!['Garden'] = 1.1
      }),
    ).toBe('tastes.shares.category.Garden')
    expect(
      reasonOf(json => {
        json.hours.pop()
      }),
    ).toBe('hours')
    expect(
      reasonOf(json => {
        json.segments = Array.from({ length: 201 }, () => ({ id: 'a', rule: { all: [] } }))
      }),
    ).toBe('segments')
    expect(readNorms(null)).toEqual({ reason: 'no object' })
    expect(readNorms([])).toEqual({ reason: 'no object' })
  })

  it('drops what it does not know, and takes a name like __proto__ for a name', () => {
    const json = JSON.parse(JSON.stringify({ ...norms, other: 1 }).replace('"Tea":0.6', '"__proto__":0.6')) as unknown
    const found = readNorms(json) as StoreNorms
    expect('other' in found).toBe(false)
    expect(Object.entries(found.tastes!.shares['category']!)).toEqual([
      ['Garden', 0.4],
      ['__proto__', 0.6],
    ])
    expect(({} as { Garden?: number }).Garden).toBeUndefined()
  })

  it('never throws, whatever is parsed', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        readNorms(value)
        expect(readNorms({ ...norms, lifecycle: value })).toHaveProperty('reason')
      }),
      { numRuns: 100 },
    )
  })
})
