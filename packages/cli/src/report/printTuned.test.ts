import { expect, it } from 'vitest'
import { printTuned } from './printTuned.ts'

it('tells what was chosen, what it reached and how flat the grid was; and nothing where nothing was tuned', () => {
  const constants = { penalty: 30, lengthPower: 1, halfLifeDays: 90, basketDecay: 1.5 }
  const of = (worth: number) => ({ constants, score: { last20: worth, one5: worth, worth } })
  expect(printTuned({ tuned: { ...of(0.5), tried: [of(0.5), of(0.495), of(0.3)], orders: 1987 } })).toEqual([['tuned baskets',
    '1987 orders asked: penalty 30, length power 1, half-life 90 days, decay of lines 1.5; last line among 20 50.00, other line among 5 50.00; '
    + '2 of 3 settings within 1 point of it, the worst 20.00 points below']])
  expect(printTuned({})).toEqual([])
})
