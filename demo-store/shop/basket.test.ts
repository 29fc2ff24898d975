import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addToLines, countPieces, maxQuantity, readLines, setQuantity } from './basket.ts'

const stand = {
  item_id: '22423', item_name: 'Regency Cakestand 3 Tier', price: 12.75, url: '/product/22423', image_url: '/pictures/22423.svg',
}

describe('the basket', () => {
  it('adds up what is already in it and puts new things at the end', () => {
    const lines = addToLines(addToLines([], [stand]), [{ item_id: '85123A', quantity: 6 }, { ...stand, quantity: 2 }])
    expect(lines.map(({ item_id, quantity }) => [item_id, quantity])).toEqual([['22423', 3], ['85123A', 6]])
  })

  it('leaves the lines it was given alone', () => {
    const before = addToLines([], [stand])
    addToLines(before, [stand])
    expect(before[0]?.quantity).toBe(1)
  })

  it('knows where a thing stands when whoever put it in does not', () => {
    expect(addToLines([], [{ item_id: '85123A' }])[0]).toEqual({
      item_id: '85123A', item_name: 'Item 85123A', quantity: 1, url: '/product/85123a', image_url: '/pictures/85123a.svg',
    })
  })

  it('takes a line out at nought', () => {
    const lines = addToLines([], [stand, { item_id: '85123A' }])
    expect(setQuantity(lines, '22423', 0).map(({ item_id }) => item_id)).toEqual(['85123A'])
    expect(setQuantity(lines, '22423', 12)[0]?.quantity).toBe(12)
  })

  it('reads back what it wrote', () => {
    const lines = addToLines([], [stand, { item_id: '85123A', quantity: 72, item_category: 'Tea & Table' }])
    expect(readLines(JSON.parse(JSON.stringify(lines)))).toEqual(lines)
  })

  it('never reads a line that could lead elsewhere or count wrongly', () => {
    fc.assert(fc.property(fc.anything(), fc.anything(), fc.anything(), (whole, quantity, url) => {
      expect(readLines(whole)).toBeInstanceOf(Array)
      if (typeof url === 'string') {
        for (const line of readLines([{ item_id: 'a', quantity, url }])) {
          expect(line.url).toMatch(/^\/(?!\/)/)
          expect(line.quantity).toBeGreaterThanOrEqual(1)
          expect(line.quantity).toBeLessThanOrEqual(maxQuantity)
          expect(Number.isInteger(line.quantity)).toBe(true)
        }
      }
    }))
    expect(readLines([
      { item_id: 'a', url: 'javascript:alert(1)' }, { item_id: 'b', url: '//elsewhere.example/x' },
      { item_id: 'c', url: 'http://[' },
    ]).map(({ url }) => url))
      .toEqual(['/product/a', '/product/b', '/product/c'])
  })

  it('counts pieces, not lines', () => {
    expect(countPieces(addToLines([], [stand, { item_id: '85123A', quantity: 6 }]))).toBe(7)
  })
})
