import { describe, expect, it } from 'vitest'
import { jsonLd } from './jsonLd.ts'
import { pageOfTags } from './testing/openPage.ts'

const base = 'https://shop.example/p/mug'
const read = (...tags: unknown[]): ReturnType<typeof jsonLd> => jsonLd(pageOfTags(...tags), { base })
const mug = { '@type': 'Product', sku: 'M', name: 'Mug' }

describe('variants', () => {
  const variant = (sku: string, url: string, price: number, availability = 'InStock'): object => (
    { '@type': 'Product', sku, 'offers': { '@type': 'Offer', url, price, 'priceCurrency': 'EUR', availability } }
  )
  const group = (...hasVariant: object[]): object => (
    { '@type': 'ProductGroup', 'productGroupID': 'G', 'name': 'Group', hasVariant }
  )

  it.each([
    ['its variants', { hasVariant: [{ '@id': '#a' }, { '@id': '#b' }] }, {}],
    ['variants that name it', { hasVariant: [{ '@id': '#a' }, { '@id': '#b' }] }, { isVariantOf: { '@id': '#g' } }],
  ])('is one product where a graph has it beside %s', (_, ofGroup, ofVariant) => {
    const seen = read({ '@graph': [
      { '@id': '#a', ...variant('A', '/p/mug?v=a', 9, 'OutOfStock'), 'name': 'Group, S', ...ofVariant },
      { '@id': '#b', ...variant('B', '/p/mug?v=b', 8), 'name': 'Group, M', ...ofVariant },
      { '@id': '#g', '@type': 'ProductGroup', 'productGroupID': 'G', 'name': 'Group', ...ofGroup },
    ] })
    expect(seen).toEqual([{ source: 'json-ld', product: expect.objectContaining({ ids: ['B'], currency: 'EUR' }) }])
    expect(seen[0]?.product?.item).toMatchObject({ item_id: 'B', item_group_id: 'G', item_name: 'Group, M', price: 8 })
  })

  it('is the variant whose own address leads here, where the address of its group leads elsewhere', () => {
    const [seen] = read({ '@type': 'ProductGroup', 'url': '/p/all-mugs', 'hasVariant': { '@id': '#a' } }, {
      '@id': '#a', ...variant('A', '/p/mug', 9),
    })
    expect(seen?.product?.item.item_id).toBe('A')
  })

  it('is the one that names a group beside it', () => {
    const [seen] = read({ '@id': '#g', '@type': 'ProductGroup', 'productGroupID': 'G', 'name': 'Group' }, {
      '@type': 'Product', 'sku': 'A', 'name': 'Group, S', 'isVariantOf': { '@id': '#g' },
    })
    expect(seen?.product?.item).toEqual({ item_id: 'A', item_group_id: 'G', item_name: 'Group, S' })
  })

  it('gives the first that can be ordered where the address names none of them, and its price', () => {
    const [seen] = read(
      group(variant('A', '/p/mug?v=a', 9, 'OutOfStock'), variant('B', '/p/mug?v=b', 8), variant('C', '/p/mug?v=c', 7)),
    )
    expect(seen?.product).toMatchObject({
      item: { item_id: 'B', item_group_id: 'G', item_name: 'Group', price: 8 }, currency: 'EUR', available: true, ids: ['B'],
    })
    const [gone] = read(group(variant('A', '/p/mug?v=a', 9, 'OutOfStock'), variant('B', '/p/mug?v=b', 8, 'OutOfStock')))
    expect(gone?.product).toMatchObject({ item: { item_id: 'A' }, available: false })
  })

  it('gives the only one there is', () => {
    expect(read(group(variant('A', '/p/mug?v=a', 9)))[0]?.product?.item)
      .toMatchObject({ item_id: 'A', item_group_id: 'G', item_name: 'Group', price: 9 })
  })

  it('picks the variant of its own path, and the one of more parameters', () => {
    expect(read(group(variant('A', '/p/cup', 9), variant('B', '/p/mug', 7)))[0]?.product?.item.item_id).toBe('B')
    const document = pageOfTags(group(variant('A', '/p/mug', 9), variant('B', '/p/mug?size=l', 7)))
    expect(jsonLd(document, { base: `${base}?size=l` })[0]?.product?.item.item_id).toBe('B')
    expect(read(group(variant('A', '/p/mug', 9), variant('B', '/p/mug', 7)))[0]?.product?.item.item_id).toBe('A')
  })

  it('picks among offers as among variants', () => {
    const offers = [[1, 'InStock'], [2, 'SoldOut']].map(([n, availability]) => (
      { '@type': 'Offer', 'sku': `S${n}`, 'url': `/p/mug?variant=${n}`, 'price': n, availability }
    ))
    const [seen] = jsonLd(pageOfTags({ ...mug, offers }), { base: `${base}?utm_source=mail&variant=2` })
    expect(seen?.product).toMatchObject({ item: { item_id: 'S2', price: 2 }, available: false, ids: ['S2', 'M', '2'] })
  })

  it('follows a reference to a variant told elsewhere, in a graph that goes round', () => {
    const [seen] = read({ '@graph': [
      { '@id': '#g', '@type': 'ProductGroup', 'productGroupID': 'G', 'hasVariant': { '@id': '#v' } },
      { '@id': '#v', '@type': 'Product', 'sku': 'V', 'url': '/p/mug', 'isVariantOf': { '@id': '#g' } },
    ] })
    expect(seen?.product?.item).toMatchObject({ item_id: 'V', item_group_id: 'G' })
  })
})
