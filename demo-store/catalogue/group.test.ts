import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { toCatalogue } from './catalogue.ts'
import { toGroups } from './group.ts'
import { readExcluded, readProducts } from './readProducts.ts'

const data = new URL('../data/', import.meta.url)
const items = toCatalogue(
  readProducts(readFileSync(new URL('products.csv.gz', data))),
  readExcluded(readFileSync(new URL('not-in-the-shop.csv', data), 'utf8')),
)
const groupsOf = (words: RegExp): Set<string> =>
  new Set(items.filter(item => words.test(item.title)).map(item => item.itemGroupId))

describe('colour twins', () => {
  it('makes one product of the six Bakelike clocks', () => {
    expect(items.filter(item => /^Alarm Clock Bakelike/.test(item.title))).toHaveLength(6)
    expect(groupsOf(/^Alarm Clock Bakelike/)).toEqual(new Set(['22725']))
  })

  it('makes one product of the three Regency teacups', () => {
    expect(items.filter(item => /Regency Teacup/.test(item.title))).toHaveLength(3)
    expect(groupsOf(/Regency Teacup/)).toEqual(new Set(['22697']))
  })

  it('keeps designs and sizes apart', () => {
    expect(groupsOf(/^Lunch Bag (Red Retrospot|Pink Polkadot|Cars Blue)$/).size).toBe(3)
    expect(groupsOf(/^Heart of Wicker/).size).toBe(2)
  })

  it('leaves two stock codes of one title alone', () => {
    const groups = toGroups([
      { itemId: '1', title: 'Bathroom Metal Sign' },
      { itemId: '2', title: 'Bathroom Metal Sign' },
    ])
    expect([...groups]).toEqual([['1', '1'], ['2', '2']])
  })

  it('joins about 300 products', () => {
    const sizes = new Map<string, number>()
    for (const { itemGroupId } of items) sizes.set(itemGroupId, (sizes.get(itemGroupId) ?? 0) + 1)
    const groups = [...sizes.values()].filter(size => size > 1)
    console.log(`colour twins: ${groups.length} products, ${groups.reduce((sum, size) => sum + size, 0)} items`)
    expect(groups.length).toBeGreaterThan(250)
    expect(groups.length).toBeLessThan(350)
  })
})
