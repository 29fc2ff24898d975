import { describe, expect, it } from 'vitest'
import type { CatalogueItem } from '../catalogue/CatalogueItem.ts'
import { json } from '../server/html.ts'
import { linkedData } from './linkedData.ts'

const item = {
  itemId: '22423', itemGroupId: 'G1', title: 'Cakestand </script><b>', price: 12.7, currency: 'GBP', priceAt: '2011-12-09',
  category: 'Kitchen & table',
  available: true, firstSold: '2010-12-01', link: '/p/22423', imageLink: '/pictures/22423.svg',
} as unknown as CatalogueItem

describe('linkedData', () => {
  it('says id, price and availability as schema.org does', () => {
    expect(linkedData(item)).toMatchObject({ '@graph': [{
      '@type': 'Product', 'sku': '22423',
      'offers': { price: '12.70', priceCurrency: 'GBP', availability: 'https://schema.org/InStock' },
    }, { '@type': 'BreadcrumbList' }] })
  })

  it('cannot be closed by a title', () => {
    expect(json(linkedData(item)).markup).not.toContain('<')
  })
})
