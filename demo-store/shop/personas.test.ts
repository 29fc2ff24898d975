import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readCatalogue } from '../catalogue/readCatalogue.ts'
import { readOrders } from '../server/readOrders.ts'
import { openingAt } from './clock.ts'
import { personas } from './personas.ts'

const dayMs = 86_400_000
const titles = new Map(readCatalogue(
  readFileSync(new URL('../data/catalogue.csv', import.meta.url), 'utf8'),
).map(({ itemId, title }) => [itemId, title]))
const { orders } = readOrders(
  readFileSync(new URL('../data/orders.csv.gz', import.meta.url)), new Set(personas.map(({ id }) => id)),
)
const ordersOf = (id: string): NonNullable<ReturnType<typeof orders.get>> => orders.get(id) ?? []
const ordersWith = (id: string, words: RegExp): number =>
  ordersOf(id).filter(({ lines }) => lines.some(({ itemId }) => words.test(titles.get(itemId) ?? ''))).length
const daysSilent = (id: string): number => (openingAt - (ordersOf(id).at(-1)?.at ?? 0)) / dayMs

describe('what the panel says of those one can be', () => {
  it('is true of 18058: one order of hearts', () => {
    expect([ordersOf('18058').length, ordersWith('18058', /Heart/)]).toEqual([1, 1])
  })

  it('is true of 15373: cakestands and retrospot, twelve orders', () => {
    expect(ordersOf('15373')).toHaveLength(12)
    expect(ordersWith('15373', /Cake ?stand/i)).toBeGreaterThan(5)
    expect(ordersWith('15373', /Retrospot/)).toBeGreaterThan(5)
  })

  it('is true of 17402: soldier skittles, ten times', () => {
    expect(ordersWith('17402', /Soldier Skittles/)).toBe(10)
  })

  it('is true of 13094: 72 fluted t-light glasses about once a month, soon due', () => {
    const fluted = ordersOf('13094').filter(
      ({ lines }) => lines.some(({ itemId }) => titles.get(itemId) === 'T-Light Glass Fluted Antique'),
    )
    expect(fluted.at(-1)?.lines.find(({ itemId }) => titles.get(itemId) === 'T-Light Glass Fluted Antique')?.quantity).toBe(72)
    expect(fluted.length).toBeGreaterThanOrEqual(10)
    expect(daysSilent('13094')).toBeLessThan(35)
  })

  it('is true of 15827: cake tins, none for ten weeks', () => {
    expect(ordersWith('15827', /Cake Tin/)).toBeGreaterThan(5)
    expect(daysSilent('15827')).toBeGreaterThan(70)
  })

  it('is true of 15107: silent since February', () => {
    expect(new Date(ordersOf('15107').at(-1)?.at ?? 0).getUTCMonth()).toBe(1)
  })

  it('is true of 14646: lunch boxes by the hundred', () => {
    const pieces = ordersOf('14646').flatMap(({ lines }) => lines).filter(
      ({ itemId }) => /Lunch Box/.test(titles.get(itemId) ?? ''),
    )
    expect(pieces.reduce((sum, { quantity }) => sum + quantity, 0)).toBeGreaterThan(1000)
  })
})
