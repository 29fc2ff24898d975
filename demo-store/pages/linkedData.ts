import type { CatalogueItem } from '../catalogue/CatalogueItem.ts'
import { toSlug } from '../shop/slug.ts'

const context = 'https://schema.org'

/** The product and the way to it as shops tell search engines: schema.org's Product and BreadcrumbList, for JSON-LD. */
export function linkedData(item: CatalogueItem): object {
  const department = `/department/${toSlug(item.category)}`
  return {
    '@context': context,
    '@graph': [
      {
        '@type': 'Product',
        'sku': item.itemId,
        'name': item.title,
        'image': item.imageLink,
        'url': item.link,
        'category': item.category,
        'inProductGroupWithID': item.itemGroupId,
        ...(item.colour !== undefined && { color: item.colour }),
        'offers': {
          '@type': 'Offer',
          'price': item.price.toFixed(2),
          'priceCurrency': item.currency,
          'availability': `${context}/${item.available ? 'InStock' : 'Discontinued'}`,
          'url': item.link,
        },
      },
      {
        '@type': 'BreadcrumbList',
        'itemListElement': [
          { '@type': 'ListItem', 'position': 1, 'name': 'Thimble & Tin', 'item': '/' },
          { '@type': 'ListItem', 'position': 2, 'name': item.category, 'item': department },
          { '@type': 'ListItem', 'position': 3, 'name': item.title, 'item': item.link },
        ],
      },
    ],
  }
}
