import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toDeclared } from '../declared/toDeclared.ts'
import type { ShopEvent } from '../event.ts'
import { takeOut } from '../forgetting/takeOut.ts'
import { retireProfile } from '../retention/retireProfile.ts'
import { emptyProfile } from './emptyProfile.ts'
import { foldEvents } from './foldEvents.ts'
import { interestAt, noteInterest, tasteHalfLifeDays } from './interestFold.ts'
import type { ItemMemory, Profile } from './profile.ts'
import { day, happening, morning, things } from './testing/happening.ts'

const fold = (...events: ShopEvent[]): Profile => foldEvents(emptyProfile(), events)
const order = (at: number, more = {}): ShopEvent =>
  happening(at, 'purchase', { transaction_id: `${at}`, items: things('a'), ...more })
const memory = (): ItemMemory => ({ item: { item_id: 'a' }, views: 0, adds: 0, orders: 0, orderedAt: [] })

describe('the orders in figures', () => {
  it('hold value, units and lines of each, and what was reduced as far as it is known', () => {
    const items = [
      { item_id: 'a', price: 2, quantity: 3, discount: 1 },
      { item_id: 'b', price: 1, discount: 0 },
      { item_id: 'c', price: 4 },
    ]
    expect(fold(order(morning, { items, currency: 'GBP' })).purchases).toEqual({
      marks: [{ at: morning, units: 5, lines: 3, value: 11, currency: 'GBP', discounted: 1, judged: 2 }],
    })
    expect(fold(order(morning, { items, value: 9 })).purchases!.marks[0]!.value).toBe(9)
    expect(fold(order(morning)).purchases!.marks[0]).toEqual({ at: morning, units: 1, lines: 1 })
  })

  it('keep the newest 400 one by one and the sums of the others', () => {
    const all = Array.from({ length: 410 }, (_, n) => order(morning + Math.floor(n / 2) * day + (n % 2), { value: 2 }))
    const { marks, older } = fold(...all).purchases!
    expect(marks).toHaveLength(400)
    expect(older).toEqual({ orders: 10, days: 5, firstAt: morning, lastAt: morning + 4 * day + 1, value: 20, firstValue: 4 })
  })

  it('let go of times that are too old, and keep their number', () => {
    const profile = fold(
      order(morning, { value: 2 }),
      order(morning + 400 * day, { value: 3 }),
      happening(morning, 'declare', { facts: { size: 'M' } }),
    )
    const { purchases, declared, visitStarts } = retireProfile(profile, morning + 300 * day)
    expect(purchases).toMatchObject({
      marks: [{ at: morning + 400 * day }],
      older: { orders: 1, days: 1, firstAt: morning + 300 * day, value: 2 },
    })
    expect([{ ...declared }, visitStarts]).toEqual([{}, [morning + 400 * day]])
    expect(retireProfile(profile, morning)).toBe(profile)
  })
})

describe('an interest', () => {
  it('halves by its half-life: the published series of weights', () => {
    const half = tasteHalfLifeDays.short / 14
    const one = memory()
    for (const [days, weight] of [
      [0, 1],
      [3, 2],
      [10, 5],
      [12, 1],
    ] as const)
      noteInterest(one, morning + days * half * day, weight)
    expect(interestAt(one.interest, 'short', morning + 12 * half * day)).toBeCloseTo(7.36154977, 7)
    expect(interestAt(one.interest, 'short', morning + 26 * half * day)).toBeCloseTo(3.68077488, 7)
  })

  it('does not depend on the order in which acts become known', () => {
    const acts = fc.array(fc.tuple(fc.nat(400), fc.constantFrom(1, 4)), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(
        acts.chain(list => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          const sums = [list, shuffled].map(some => {
            const one = memory()
            for (const [days, weight] of some) noteInterest(one, morning + days * day, weight)
            return [
              interestAt(one.interest, 'short', morning + 500 * day),
              interestAt(one.interest, 'long', morning + 500 * day),
              one.interest!.from,
              one.interest!.events,
            ]
          })
          for (const [place, sum] of sums[0]!.entries()) expect(sums[1]![place]).toBeCloseTo(sum, 9)
        },
      ),
      { numRuns: 100 },
    )
  })
})

describe('declared facts', () => {
  it('are plain, and of a birthday month and day alone', () => {
    expect(
      toDeclared({
        'name': 'Ada',
        'birthday': '1999-05-17',
        'size': 42,
        'gone': null,
        'mail': 'a@b.example',
        'list': [1],
        'a b': 1,
      }),
    ).toEqual({
      name: 'declare',
      params: { facts: { name: 'Ada', birthday: '05-17', size: 42, gone: null } },
    })
    expect([toDeclared({ birthday: '17 May' }), toDeclared('Ada'), toDeclared({})]).toEqual([undefined, undefined, undefined])
  })

  it('hold as last said, are taken back by null, and forgotten by name or all at once', () => {
    const said = fold(
      happening(morning, 'declare', { facts: { size: 'M', name: 'Ada' } }),
      happening(morning + day, 'declare', { facts: { size: 'L', name: null } }),
    )
    expect({ ...said.declared }).toEqual({ size: { value: 'L', at: morning + day } })
    expect({ ...foldEvents(said, [happening(morning + 2 * day, 'forget', { fact: 'size' })]).declared }).toEqual({})
    expect(foldEvents(said, [happening(morning + 2 * day, 'forget', { what: 'declared' })]).declared).toBeUndefined()
    const event = happening(morning, 'declare', { facts: { size: 'M', name: 'Ada' } })
    expect(takeOut(event, { fact: 'size' })).toMatchObject({ params: { facts: { name: 'Ada' } } })
    expect([takeOut(event, { fact: true }), takeOut(event, { fact: 'other' })]).toEqual([undefined, event])
  })
})
