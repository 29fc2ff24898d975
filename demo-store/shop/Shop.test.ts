import { describe, expect, it } from 'vitest'
import { item } from './fixtures.ts'
import { searchProducts } from './search.ts'
import { toShop } from './Shop.ts'

describe('the shop', () => {
  it('shows colour twins as one product, the best liked colour that is in stock first', () => {
    const shop = toShop([
      item('1', { itemGroupId: '1', colour: 'red', available: false }),
      item('2', { itemGroupId: '1', colour: 'blue' }),
      item('3', { itemGroupId: '1', colour: 'pink' }),
    ], new Map([['1', 9], ['3', 2]]))
    expect(shop.products.get('1')?.items.map(({ itemId }) => itemId)).toEqual(['3', '2', '1'])
    expect(shop.shelf).toHaveLength(1)
  })

  it('puts what is no longer sold on no shelf, and keeps it', () => {
    const shop = toShop([item('1', { available: false })], new Map())
    expect(shop.shelf).toEqual([])
    expect(shop.items.has('1')).toBe(true)
  })

  it('calls new what was first sold since November', () => {
    const shop = toShop([item('1', { firstSold: '2011-11-01' }), item('2', { firstSold: '2011-10-31' })], new Map())
    expect(shop.shelf.filter(({ isNew }) => isNew).map(product => product.item.itemId)).toEqual(['1'])
  })
})

describe('search', () => {
  const shop = toShop([
    item('1', { title: 'Box of 24 T-Lights', kind: 't-lights', motif: 'Regency' }),
    item('2', { title: 'Regency Teacup', kind: 'teacup', motif: 'Regency' }),
    item('3', { title: "Children's Apron", kind: 'apron' }),
  ], new Map([['1', 5]]))
  const ids = (term: string): string[] => searchProducts(shop.shelf, term).map(product => product.item.itemId)

  it('finds words by their beginning, without case, plural or punctuation', () => {
    expect(ids('TEACUPS')).toEqual(['2'])
    expect(ids('childrens')).toEqual(['3'])
    expect(ids('t light')).toEqual(['1'])
  })

  it('puts what has the words in its title first', () => {
    expect(ids('regency')).toEqual(['2', '1'])
  })

  it('finds nothing for nothing, and for a word that is nowhere', () => {
    expect(ids('')).toEqual([])
    expect(ids('regency xylophone')).toEqual([])
  })
})
