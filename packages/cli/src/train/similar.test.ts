import { describe, expect, it } from 'vitest'
import type { CatalogueItem } from '../read/catalogueItem.ts'
import { trainSimilar } from './similar.ts'

function item(itemId: string, title: string, more: Partial<CatalogueItem> = {}): CatalogueItem {
  return { itemId, groupId: itemId, title, available: true, ...more }
}

describe('trainSimilar', () => {
  it('finds titles that share rare words before titles that share common ones', () => {
    const items = [
      item('A', 'retrospot tea towel'), item(
        'B', 'retrospot mug',
      ), item('C', 'tea light'), item('D', 'tea towel'), item('E', 'tea pot'),
      item('F', 'glass jar'),
    ]
    const [first] = trainSimilar(items, 3)
    expect(first!.map(edge => items[edge.index]!.itemId)).toEqual(['D', 'B'])
    expect(trainSimilar(items, 3)[5]).toEqual([])
  })

  it('makes no neighbours of the variants of one product', () => {
    const items = [
      item('A', 'Clock red', { groupId: 'G' }), item('B', 'Clock green', { groupId: 'G' }), item('C', 'Clock'), item('D', 'Jar'),
    ]
    expect(trainSimilar(items, 3)[0]!.map(edge => edge.index)).toEqual([2])
  })

  it('looks at a bounded number of titles, and still finds the series of an item whose words are everywhere', () => {
    const items = Array.from(
      { length: 3000 },
      (_, at) => item(`I${at}`, at % 1000 < 2 ? `summer dress series ${Math.floor(at / 1000)}x` : `summer dress`),
    )
    const rows = trainSimilar(items, 5)
    expect(rows[1000]!.map(edge => edge.index)[0]).toBe(1001)
    // The first of all of one strength come first, and from the end the beginning is not looked at.
    expect(rows[2750]!.map(edge => edge.index)[0]).toBe(1002)
  })
})
