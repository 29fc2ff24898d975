import { describe, expect, it } from 'vitest'
import { item } from './fixtures.ts'
import { applyFilters, readFilters, toFilterLink, toOptions } from './filters.ts'
import { toShop } from './Shop.ts'

const shop = toShop([
  item('1', { colour: 'red', motif: 'Regency', price: 0.99 }),
  item('2', { itemGroupId: '1', colour: 'green', motif: 'Regency', price: 0.99 }),
  item('3', { kind: 'teapot', colour: 'red', price: 8 }),
  item('4', { kind: 'teapot', colour: 'green', price: 3, available: false }),
  item('5', { motif: 'Pantry', price: 1 }),
], new Map([['1', 3], ['2', 1], ['5', 9]]))

const ids = (filters: object): string[] => applyFilters(shop.shelf, filters).map(product => product.item.itemId)

describe('filters', () => {
  it('keep the order of the shop', () => {
    expect(ids({})).toEqual(['5', '1', '3'])
  })

  it('show a product once, in the colour that was asked for', () => {
    expect(ids({ colour: 'green' })).toEqual(['2'])
    expect(ids({ colour: 'red' })).toEqual(['1', '3'])
  })

  it('hold together: all of them must be true of one item', () => {
    expect(ids({ kind: 'mug', colour: 'red', motif: 'Regency' })).toEqual(['1'])
    expect(ids({ kind: 'teapot', motif: 'Regency' })).toEqual([])
  })

  it('count the lower end of a price band in and the upper end out', () => {
    expect(ids({ price: 'Under £1' })).toEqual(['1'])
    expect(ids({ price: '£1 to £3' })).toEqual(['5'])
    expect(ids({ price: '£8 and over' })).toEqual(['3'])
  })

  it('offer each value with the number of products that choosing it leaves', () => {
    for (const facet of ['kind', 'colour', 'motif', 'price'] as const) {
      for (const { value, count } of toOptions(shop.shelf, { colour: 'red' }, facet)) {
        expect(ids({ colour: 'red', [facet]: value })).toHaveLength(count)
      }
    }
    expect(toOptions(shop.shelf, { colour: 'red' }, 'colour')).toEqual([{ value: 'red', count: 2 }, { value: 'green', count: 1 }])
  })

  it('are read from an address and written to one, which begins at the first page again', () => {
    const filters = readFilters(new URLSearchParams('kind=mug&colour=%20&page=3&q=x'))
    expect(filters).toEqual({ kind: 'mug' })
    expect(
      toFilterLink('/department/tea-table', filters, 'price', '£1 to £3'),
    ).toBe('/department/tea-table?kind=mug&price=%C2%A31+to+%C2%A33')
    expect(toFilterLink('/department/tea-table', filters, 'kind', undefined)).toBe('/department/tea-table')
  })
})
