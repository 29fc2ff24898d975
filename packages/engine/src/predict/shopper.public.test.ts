// What is judged and expected of one shopper, by package name, on the built files.
import {
  churnWithin, compileRules, defaultLifecycle, defaultNorms, emptyProfile, expectedOrders, expectedSpend, foldEvents, gauss2F1, isLiking,
  isSensitive,
  journeyStage, lifecycleAt, lifetimeValue, maxNormsBytes, pActive, pageAttributes, pageSegmentsAt, predict, presetsAt, productAttributes,
  readNorms, rfmAt, rfmGroup, rfmScores, ruleSegmentsAt, standingsOf, tastesOf, toDeclared, zoneClock, type ShopEvent,
} from '@shopside/engine'
import { describe, expect, it } from 'vitest'

const day = 86_400_000
const morning = Date.UTC(2011, 11, 10, 9)
const orders: ShopEvent[] = [40, 20, 0].map(ago => ({
  id: `${9 - ago / 10}`, at: morning - ago * day, name: 'purchase',
  params: { transaction_id: `T-${ago}`, currency: 'GBP', value: 10, items: [{ item_id: 'a', quantity: 1, price: 10, item_category: 'Tea' }] },
}))
const profile = foldEvents(emptyProfile(), orders)

describe('one shopper', () => {
  it('has a stage, groups, traits and predictions by the norms of a store', () => {
    const { list } = standingsOf(profile.purchases, morning)
    const { stage, history } = lifecycleAt(list, profile.firstAt, defaultNorms, morning)
    expect(history.at(-1)!.id).toBe(stage)
    expect(journeyStage(profile, stage)).toBe('purchase')
    expect(presetsAt({ profile, norms: defaultNorms, now: morning }).memberships[0]!.id).toBe(stage)
    expect([rfmGroup([5, 5, 5]), rfmAt(list, defaultLifecycle, morning).eras]).toEqual(['champions', []])
    expect(rfmScores(0, 3, 30, { ...defaultLifecycle, moneyCuts: [10, 20, 30, 40] })).toHaveLength(3)
    expect(predict({ profile, norms: defaultNorms, now: morning }).needs).toEqual([])
    expect(tastesOf(profile, pageAttributes, defaultNorms.tastes, morning).some(taste => isLiking(taste))).toBe(false)
    expect(productAttributes({ itemId: 'a', title: 'A', category: 'Tea' } as never)['category']).toBe('Tea')
  })

  it('is judged by norms that are read whole or not at all, and by the page alone where nothing may be remembered', () => {
    expect(readNorms(JSON.parse(JSON.stringify(defaultNorms)))).toEqual(defaultNorms)
    expect(readNorms({ ...defaultNorms, asOf: 'now' })).toHaveProperty('reason')
    expect([maxNormsBytes > 0, defaultLifecycle.gapDays.length]).toEqual([true, 4])
    const program = compileRules([{ id: 'wet', rule: { fact: 'context.weather', op: '=', value: 'rain' } }])
    expect(pageSegmentsAt(program, { context: { weather: 'rain' } }, morning).memberships.map(({ id }) => id)).toEqual(['wet'])
    const rainy = { profile, page: { context: { weather: 'rain' } }, now: morning }
    expect(ruleSegmentsAt(program, rainy, { memberships: [] }).memberships.map(({ id }) => id)).toEqual(['wet'])
    expect(toDeclared({ birthday: '1985-05-17' })?.params).toEqual({ facts: { birthday: '05-17' } })
    expect(zoneClock('UTC').day(day)).toBe(1)
    expect([isSensitive('Maternity'), isSensitive('Teapots')]).toEqual([true, false])
  })

  it('is told by the models, each figure within its bounds', () => {
    const model = { model: 'mbg-nbd', r: 0.5, alpha: 6, a: 0.9, b: 1.6 } as const
    const stats = { repeats: 2, lastWeeks: 30, ageWeeks: 38, meanSpend: 10 }
    const cltv = {
      ...model, spend: { p: 6, q: 4, gamma: 15 }, horizonWeeks: 52, annualRate: 0.1, margin: 1, priorOnly: false, repeatBuyers: 500, fittedTo: 0,
    }
    expect(gauss2F1(1, 1, 2, 0.5)).toBeCloseTo(2 * Math.log(2), 6)
    const [alive, churn, ahead] = [pActive(model, stats), churnWithin(model, stats, 13), expectedOrders(model, stats, 52)]
    expect([alive > 0 && alive < 1, churn > 1 - alive && churn < 1, ahead > 0 && ahead < 52]).toEqual([true, true, true])
    // Between the store's mean and the shopper's own, and less than all of it undiscounted.
    const spend = expectedSpend(cltv.spend, stats)
    expect([spend > 10 && spend < 30, lifetimeValue(cltv, stats)! < ahead * spend]).toEqual([true, true])
  })
})
