import { lifecycleAt, rfmGroup, rfmScores, standingsOf, defaultLifecycle, defaultNorms } from '@shopside/engine'
import { describe, expect, it } from 'vitest'
import { cdnowCustomers } from '../testing/cdnow/readCdnow.ts'
import { quantile } from './quantile.ts'

const lastDay = Date.UTC(1998, 5, 30) / 864e5
/** All 2,357 customers, orders of nothing too, as the published counts have them. */
const customers = cdnowCustomers().map(({ days, values }) => {
  const cents = values!.map(value => Math.round(value * 100))
  return { days, cents, spend: cents.reduce((sum, value) => sum + value, 0) / 100 }
})
const fifths = (values: number[]): [number, number, number, number] => {
  const sorted = values.sort((a, b) => a - b)
  return [0.2, 0.4, 0.6, 0.8].map(part => quantile(sorted, part)) as [number, number, number, number]
}

describe('the customers of CDNOW on 30 June 1998', () => {
  const cuts = {
    recencyCuts: fifths(customers.map(({ days }) => lastDay - days.at(-1)!)),
    frequencyCuts: fifths(customers.map(({ days }) => days.length)),
    moneyCuts: fifths(customers.map(({ spend }) => spend)),
  }

  it('have the cuts and gaps that stand in for a store without norms', () => {
    expect(cuts.recencyCuts).toEqual([152, 442, 486, 512])
    expect(cuts.frequencyCuts).toEqual([1, 1, 2, 4])
    for (const [place, cut] of [15.36, 31.958, 59.25, 130.436].entries()) expect(cuts.moneyCuts[place]).toBeCloseTo(cut, 6)
    const gaps = customers.flatMap(({ days }) => days.slice(1).map((day, place) => day - days[place]!)).sort((a, b) => a - b)
    expect([0.5, 0.75, 0.9, 0.95].map(part => quantile(gaps, part))).toEqual([34, 90.5, 196, 279])
    expect(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length).toBeCloseTo(70.9, 1)
    expect(defaultLifecycle).toMatchObject({
      gapDays: [34, 90.5, 196, 279],
      recencyCuts: cuts.recencyCuts,
      frequencyCuts: cuts.frequencyCuts,
    })
  })

  it('fall into the published RFM groups', () => {
    const groups: Record<string, number> = {}
    for (const { days, spend } of customers) {
      const group = rfmGroup(rfmScores(lastDay - days.at(-1)!, days.length, spend, cuts))
      groups[group] = (groups[group] ?? 0) + 1
    }
    expect(groups).toEqual({
      'champions': 625,
      'loyal': 412,
      'potential-loyalist': 402,
      'lost': 304,
      'others': 296,
      'about-to-sleep': 291,
      'at-risk': 20,
      'need-attention': 7,
    })
  })

  it('bring two thirds of revenue with their best fifth, and are each in exactly one stage', () => {
    const spends = customers.map(({ spend }) => spend).sort((a, b) => b - a)
    const all = spends.reduce((sum, spend) => sum + spend, 0)
    expect(spends.slice(0, Math.floor(spends.length / 5)).reduce((sum, spend) => sum + spend, 0) / all).toBeCloseTo(0.674, 2)
    const stages: Record<string, number> = {}
    for (const { days, cents } of customers) {
      const marks = days.map((day, place) => ({ at: day * 864e5, value: cents[place]! / 100, units: 1, lines: 1 }))
      const now = lastDay * 864e5
      const { stage } = lifecycleAt(standingsOf({ marks }, now).list, undefined, defaultNorms, now)
      stages[stage] = (stages[stage] ?? 0) + 1
    }
    expect(Object.values(stages).reduce((sum, count) => sum + count, 0)).toBe(2357)
    expect(stages).toEqual({ 'active': 81, 'at-risk': 251, 'casual': 89, 'lapsed': 1619, 'loyal': 309, 'visitor': 8 })
  })
})
