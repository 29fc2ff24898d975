import { expect, it } from 'vitest'
import { openingAt } from './clock.ts'
import { toShopTime } from './toShopTime.ts'

it('says a moment without its year, by the clock of the shop', () => {
  expect(toShopTime(openingAt)).toBe('Saturday 10 December, 09:00')
})
