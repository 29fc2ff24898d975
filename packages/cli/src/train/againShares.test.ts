import { describe, expect, it } from 'vitest'
import { againShares } from './againShares.ts'

describe('againShares', () => {
  const many = Array.from({ length: 10 }, () => 30)

  it('takes a new item for what its category is: bought again among food, once among furniture', () => {
    const customers = [...many, ...many, 2, 2]
    const again = [...many.map(() => 15), ...many.map(() => 0), 0, 0]
    const categories = customers.map((_, item) => item < 10 || item === 20 ? 'food' : 'furniture')
    const shares = againShares({ customers, again, categories, minShoppers: 3 })
    expect([shares[0], shares[10], shares[20], shares[21]]).toEqual([3 / 8, 0, 3 / 8, 0])
  })

  it('says nothing of an item by fewer customers who came back than the floor', () => {
    const of = (came: number): number =>
      againShares({ customers: [...many, 4], again: [...many.map(() => 3), came], minShoppers: 3 })[10]!
    expect(of(2)).toBe(of(0))
    expect(of(4)).toBeGreaterThan(of(0))
  })

  it('takes everything for bought once in a shop where nobody came back, and of which too little is known', () => {
    expect([...againShares({ customers: many, again: many.map(() => 1), minShoppers: 1 })]).toEqual(many.map(() => 0))
    expect([...againShares({ customers: [10], again: [2], minShoppers: 3 })]).toEqual([0])
  })
})
