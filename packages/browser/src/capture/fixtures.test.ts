import { describe, expect, it } from 'vitest'
import { jsonLd } from './jsonLd.ts'
import { jsonLdOrder } from './jsonLdOrder.ts'
import { microdata } from './microdata.ts'
import { openGraph } from './openGraph.ts'
import type { Detector, Sighting } from './sighting.ts'
import { fixtures, openFixture, readFixture } from './testing/openPage.ts'

// What each recorded shape comes to. Each file in fixtures/ names the public source of its shape, or says that it has none.
const cases: [fixture: string, detector: Detector, seen: Sighting[]][] = [
  ['shopify-product', jsonLd, [{
    source: 'json-ld',
    product: {
      item: {
        item_id: '39888242344001', item_name: 'Enamel mug', item_brand: 'Aster', price: 56,
        url: 'https://shop.example/products/enamel-mug',
        image_url: 'https://shop.example/cdn/shop/products/mug.jpg?v=1650642958&width=1920',
      },
      currency: 'CAD', available: false, ids: ['39888242344001', '/products/enamel-mug#product'],
    },
  }]],
  ['shopify-product', openGraph, [{
    source: 'open-graph',
    product: {
      item: {
        item_name: 'Enamel mug', price: 56, url: 'https://shop.example/products/enamel-mug',
        image_url: 'https://shop.example/cdn/shop/products/mug.jpg?v=1650642958',
      },
      currency: 'CAD', ids: [],
    },
  }]],
  ['shopify-product-group', jsonLd, [{
    source: 'json-ld',
    product: {
      item: {
        item_id: 'LS-M', item_group_id: '7001', item_name: 'Linen shirt - M', item_brand: 'Aster', item_category: 'Shirts',
        price: 82, url: 'https://shop.example/products/linen-shirt?variant=402', image_url: 'https://shop.example/cdn/m.jpg',
      },
      currency: 'CAD', available: false, ids: ['LS-M', '402', '/products/linen-shirt?variant=402#variant'],
    },
  }]],
  ['shopify-collection', openGraph, []],
  ['woocommerce-simple-on-sale', jsonLd, [{
    source: 'json-ld',
    product: {
      item: {
        item_id: '123', item_name: 'Cake stand', price: 12.75,
        url: 'https://shop.example/product/cake-stand/', image_url: 'https://shop.example/wp-content/uploads/stand.jpg',
      },
      currency: 'GBP', available: true, ids: ['123', '4006381333931', 'https://shop.example/product/cake-stand/#product'],
    },
    breadcrumb: ['Kitchen', 'Cake stands'],
  }]],
  ['woocommerce-variable', jsonLd, [{
    source: 'json-ld',
    product: {
      item: { item_id: 'woo-hoodie', item_name: 'Hoodie', price: 42, url: 'https://shop.example/product/hoodie/' },
      currency: 'GBP', available: true, ids: ['woo-hoodie', 'https://shop.example/product/hoodie/#product'],
    },
  }]],
  ['yoast-woocommerce', jsonLd, [{
    source: 'json-ld',
    product: {
      item: {
        item_id: 'CS-1', item_name: 'Cake stand', item_brand: 'Aster', price: 12.75,
        url: 'https://shop.example/product/cake-stand/', image_url: 'https://shop.example/wp-content/uploads/stand.jpg',
      },
      currency: 'GBP', available: true, ids: ['CS-1', 'https://shop.example/#/schema/Product/123'],
    },
    breadcrumb: ['Kitchen'],
  }]],
  ['prestashop-classic', jsonLd, [{
    source: 'json-ld',
    product: {
      item: {
        item_id: 'demo_1', item_name: 'Hummingbird t-shirt', item_brand: 'Studio', item_category: 'Men', price: 22.94,
        url: 'https://shop.example/en/men/1-1-hummingbird-printed-t-shirt.html',
        image_url: 'https://shop.example/2-home_default/hummingbird.jpg',
      },
      currency: 'EUR', available: true, ids: ['demo_1'],
    },
  }]],
  // Its picture is on another host, which the shop has not named.
  ['bigcommerce-cornerstone', jsonLd, [{
    source: 'json-ld',
    product: {
      item: {
        item_id: 'ABS', item_name: 'Brewing system', item_brand: 'Able', price: 225,
        url: 'https://shop.example/able-brewing-system/',
      },
      currency: 'USD', available: true, ids: ['ABS', '012345678905', 'MPN-1'],
    },
  }]],
  ['google-variants-one-page', jsonLd, [{
    source: 'json-ld',
    product: {
      item: {
        item_id: '44E01-K11000', item_group_id: '44E01', item_name: 'Large green coat', item_brand: 'Good brand',
        item_variant: 'Green / large', price: 49.99, url: 'https://www.example.com/winter_coat?size=large&color=green',
        image_url: 'https://www.example.com/lg.jpg',
      },
      currency: 'USD', available: true, ids: ['44E01-K11000'],
    },
  }]],
  ['google-variants-many-pages', jsonLd, [{
    source: 'json-ld',
    product: {
      item: {
        item_id: '44E01-M11000', item_group_id: '44E01', item_name: 'Small green coat', item_variant: 'Green / small',
        price: 39.99, url: 'https://www.example.com/coat/small-green', image_url: 'https://www.example.com/coat_sg.jpg',
      },
      currency: 'USD', available: true, ids: ['44E01-M11000', '98766051104214'],
    },
  }]],
  ['google-breadcrumb-microdata', microdata, [
    { source: 'microdata', breadcrumb: ['Books', 'Science fiction', 'Award winners'] },
  ]],
  ['magento-luma', microdata, [{
    source: 'microdata',
    product: { item: { item_id: '24-MB01', item_name: 'Joust duffle bag', price: 34 }, currency: 'USD', ids: ['24-MB01'] },
  }]],
  ['magento-luma', openGraph, [{
    source: 'open-graph',
    product: {
      item: {
        item_name: 'Joust duffle bag', price: 34, url: 'https://shop.example/joust-duffle-bag.html',
        image_url: 'https://shop.example/media/catalog/product/mb01.jpg',
      },
      currency: 'USD', ids: [],
    },
  }]],
  ['meta-catalogue', openGraph, [{
    source: 'open-graph',
    product: {
      item: {
        item_id: 'tshirt_001', item_group_id: 'tshirts', item_name: 'T-shirt', item_brand: 'Aster', price: 7.99,
        url: 'https://example.org/t-shirt', image_url: 'https://example.org/t-shirt.jpg',
      },
      currency: 'USD', available: false, ids: ['tshirt_001'],
    },
  }]],
  ['schema-org-microdata', microdata, [{
    source: 'microdata',
    product: {
      item: {
        item_id: 'P-9', item_name: 'Vacuum', item_brand: 'Aster', price: 19.95,
        url: 'https://shop.example/p/vacuum', image_url: 'https://shop.example/img/vacuum.jpg',
      },
      currency: 'EUR', available: false, ids: ['P-9'],
    },
  }]],
  ['schema-org-item-list', jsonLd, [{
    source: 'json-ld',
    breadcrumb: ['Mugs'],
    list: {
      name: 'Mugs',
      items: [
        { item_id: 'M1', item_name: 'Blue mug', price: 5, url: 'https://shop.example/p/blue', index: 0 },
        { item_id: 'M2', item_name: 'Red mug', url: 'https://shop.example/p/red', index: 1 },
        { item_id: 'M4', item_name: 'Mug', url: 'https://shop.example/p/mug', index: 2 },
      ],
    },
  }]],
  ['gmail-order', jsonLdOrder, [{
    source: 'json-ld',
    order: {
      id: '123-4567890', value: 539, currency: 'USD', placedAt: Date.parse('2026-11-20T09:00:00Z'),
      items: [
        { item_id: 'B009', item_name: 'Notebook', price: 249.99, quantity: 1, url: 'https://shop.example/p/notebook' },
        { item_id: 'B00D', item_name: 'Stick', quantity: 2 },
      ],
    },
    shipments: [{
      id: '3453291231', order_id: '123-4567890', status: 'order_placed', phase: 'ordered', events: [],
      carrier: { name: 'Parcel Post' }, tracking_number: '3453291231', tracking_url: 'https://track.parcel.example/3453291231',
      eta: { source: 'merchant', from: '2026-11-25T08:00:00+01:00' }, items: [{ item_id: 'B009', item_name: 'Notebook' }],
    }],
  }]],
  ['schema-org-order-items', jsonLdOrder, [{
    source: 'json-ld',
    order: {
      id: '77', value: 30, currency: 'EUR',
      items: [{ item_id: 'A', item_name: 'Apron', quantity: 3 }, { item_id: 'B', item_name: 'Bowl' }],
    },
    shipments: [
      {
        id: 'T1', order_id: '77', status: 'delivered', phase: 'done', events: [],
        carrier: { name: 'Post' }, tracking_number: 'T1',
      },
      {
        id: '77-2', order_id: '77', status: 'in_transit', phase: 'shipped', events: [],
        eta: { source: 'merchant', to: '2026-12-01' },
      },
    ],
  }]],
]

describe('recorded shapes', () => {
  it.each(fixtures)('%s names its public source, or says that it has none, and is read below', name => {
    expect(cases.map(([fixture]) => fixture)).toContain(name)
    expect(readFixture(name)).toMatch(/^<!-- (source: https:\/\/|unsourced: )/)
  })

  it.each(cases)('%s', (fixture, detector, seen) => {
    const { document, base } = openFixture(fixture)
    expect(detector(document, { base })).toEqual(seen)
  })
})
