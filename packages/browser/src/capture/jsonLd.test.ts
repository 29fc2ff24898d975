import { describe, expect, it } from 'vitest'
import { jsonLd } from './jsonLd.ts'
import { jsonLdOrder } from './jsonLdOrder.ts'
import { pageOfTags } from './testing/openPage.ts'

const base = 'https://shop.example/p/mug'
const read = (...tags: unknown[]): ReturnType<typeof jsonLd> => jsonLd(pageOfTags(...tags), { base })
const mug = { '@type': 'Product', sku: 'M', name: 'Mug' }

describe('which tags are read', () => {
  it.each([
    ['a byte order mark', `\ufeff${JSON.stringify(mug)}`],
    ['an HTML comment', `<!-- ${JSON.stringify(mug)} -->`],
    ['CDATA', `//<![CDATA[\n${JSON.stringify(mug)}\n//]]>`],
    ['a raw line break inside a text', '{"@type":"Product","sku":"M","name":"Mug","description":"one\ntwo"}'],
    ['a closing semicolon', `${JSON.stringify(mug)};`],
    ['a list around it', JSON.stringify([[mug]])],
    ['a type with its address', JSON.stringify({ ...mug, '@type': 'http://schema.org/Product' })],
    ['a prefixed type among others', JSON.stringify({ ...mug, '@type': ['schema:Thing', 'schema:Product'] })],
    ['a page whose main thing it is', JSON.stringify({ '@type': 'ItemPage', 'mainEntity': mug })],
  ])('reads through %s', (_, text) => {
    expect(read(text)[0]?.product?.item).toEqual({ item_id: 'M', item_name: 'Mug' })
    expect(read(text)).toHaveLength(1)
  })

  it.each([
    ['Tea &amp; Co&#8217;s &#038; more', 'Tea & Co\u2019s & more'],
    ['4&quot; pot', '4" pot'],
    ['&lt;b&gt;50% off&lt;/b&gt; &amp;amp;', '&lt;b&gt;50% off&lt;/b&gt; &amp;amp;'],
    ['Bed & breakfast &co; &#x26;', 'Bed & breakfast &co; &#x26;'],
  ])('reads %s as %s: what was escaped for HTML once, and no tag', (item_name, words) => {
    const trail = { '@type': 'BreadcrumbList', 'itemListElement': [{ '@type': 'ListItem', 'name': item_name, 'item': '/tea' }] }
    const [seen] = read({ ...mug, name: item_name, url: '/p/mug?a=1&amp;b=2' }, trail)
    expect(seen?.product?.item).toEqual({ item_id: 'M', item_name: words, url: 'https://shop.example/p/mug?a=1&b=2' })
    expect(seen?.breadcrumb).toEqual([words])
  })

  it('tells of a broken tag, and reads the others', () => {
    expect(read('{"@type":"Product","name":"x",}', mug)).toEqual([
      { source: 'json-ld', product: { item: { item_id: 'M', item_name: 'Mug' }, ids: ['M'] } },
      { source: 'json-ld', problem: 'json-ld-json' },
    ])
  })

  it('tells of a tag that is too long, and does not read it', () => {
    expect(read({ ...mug, description: 'x'.repeat(256_001) })).toEqual([{ source: 'json-ld', problem: 'json-ld-size' }])
  })

  it('says nothing of an empty tag, and of one about other things', () => {
    expect(read('', ' \n ', { '@type': 'Organization', 'name': 'Shop' }, 'null', '"text"', '7')).toEqual([])
  })
})

describe('which product is the page\'s', () => {
  const other = { '@type': 'Product', 'sku': 'O', 'name': 'Other', 'url': '/p/other' }

  it('is the one whose address leads here, wherever it stands', () => {
    expect(read([other, { ...mug, url: '/p/mug' }])[0]?.product?.item.item_id).toBe('M')
  })

  it('is not a featured one that leads elsewhere', () => {
    expect(read(other)).toEqual([])
  })

  it('is the one of the canonical address, where the page goes by another', () => {
    const document = pageOfTags(other, { ...mug, url: '/p/other-mug' })
    const link = document.createElement('link')
    link.setAttribute('rel', 'canonical')
    link.setAttribute('href', '/shop/p/other-mug/')
    document.head.append(link)
    expect(jsonLd(document, { base })[0]?.product?.item.item_id).toBe('M')
  })

  it('is the same under a path with language and collection', () => {
    const document = pageOfTags({ ...mug, url: 'https://shop.example/p/mug' })
    const [seen] = jsonLd(document, { base: 'https://shop.example/de/c/all/p/mug' })
    expect(seen?.product?.item.item_id).toBe('M')
  })

  it('is the one that leads elsewhere, where the page says that it is a product\'s', () => {
    const document = pageOfTags(other)
    const tag = document.createElement('meta')
    tag.setAttribute('property', 'og:type')
    tag.setAttribute('content', 'og:product')
    document.head.append(tag)
    expect(jsonLd(document, { base })[0]?.product?.item.item_id).toBe('O')
  })

  it('is one that a theme and an app both print', () => {
    expect(read({ '@type': 'Product', 'name': 'Mug', 'aggregateRating': {} }, mug)[0]?.product?.item.item_id).toBe('M')
  })

  it('is one that a theme and an app print by other names under one sku', () => {
    expect(read(mug, { ...mug, name: 'Mug - Red' })).toMatchObject([{ product: { item: { item_id: 'M', item_name: 'Mug' } } }])
  })

  it.each([
    ['sku', { sku: 'other sku' }], ['name, and one has no sku', { sku: undefined, name: 'Other' }],
  ])('is not one where two differ in %s', (_, other) => {
    expect(read(mug, { ...mug, ...other })[0]?.product).toBeUndefined()
    expect(read({ ...mug, sku: '' }, { ...mug, sku: '', name: 'Other' })[0]?.product).toBeUndefined()
  })

  it('is nothing where several name no address: they are a list', () => {
    const [seen] = read([mug, { '@type': 'Product', 'sku': 'N', 'name': 'Nut' }])
    expect(seen?.product).toBeUndefined()
    expect(seen?.list?.items.map(item => item.item_id)).toEqual(['M', 'N'])
  })
})

describe('prices', () => {
  const priced = (offers: unknown): unknown => {
    const product = read({ ...mug, offers })[0]?.product
    return [product?.item.price, product?.currency]
  }
  const spec = (price: unknown, priceType?: string, more?: object): object => (
    { price, priceCurrency: 'EUR', ...(priceType && { priceType }), ...more }
  )
  const forMembers = { validForMemberTier: { '@type': 'MemberProgramTier' } }

  it.each<[string, unknown, unknown]>([
    ['price before its specifications', { price: 3, priceCurrency: 'EUR', priceSpecification: spec(2) }, [3, 'EUR']],
    [
      'the one that is no list price', { priceSpecification: [spec(15, 'http://schema.org/ListPrice'), spec('2.75')] },
      [2.75, 'EUR'],
    ],
    ['a sale price', { priceSpecification: [spec(15, 'ListPrice'), spec(12, 'http://schema.org/SalePrice')] }, [12, 'EUR']],
    ['nobody\'s member price', { priceSpecification: [spec(1, undefined, forMembers), spec(2)] }, [2, 'EUR']],
    ['the offers inside an aggregate', { '@type': 'AggregateOffer', 'offers': [{ price: 5, priceCurrency: 'EUR' }] }, [5, 'EUR']],
    ['lowPrice last', { '@type': 'AggregateOffer', 'lowPrice': '4.00', 'highPrice': '9.00', 'priceCurrency': 'eur' }, [4, 'EUR']],
    ['the lowest in the currency of the first', [spec(9), spec(8, undefined, { priceCurrency: 'GBP' }), spec(8.5)], [8.5, 'EUR']],
    ['nothing of a price with a decimal comma', { price: '9,99', priceCurrency: 'EUR' }, [undefined, undefined]],
    ['no crossed-out price alone', { priceSpecification: spec(15, 'StrikethroughPrice') }, [undefined, undefined]],
  ])('takes %s', (_, offers, expected) => {
    expect(priced(offers)).toEqual(expected)
  })
})

describe('availability', () => {
  it.each([
    ['https://schema.org/InStock', true], ['http://schema.org/OutOfStock', false], ['InStock', true], ['SoldOut', false],
    ['schema:PreOrder', true], ['in stock', true], ['out_of_stock', false], ['Discontinued', false], ['MadeToOrder', true],
    ['InStoreOnly', undefined], ['Reserved', undefined], ['', undefined], [7, undefined], [null, undefined],
    ['https://schema.org/', undefined],
  ])('reads %j as %j', (availability, available) => {
    expect(read({ ...mug, offers: { availability } })[0]?.product?.available).toBe(available)
  })
})

describe('ids', () => {
  it('never takes an anchor for an item, which is the same on every page of some shops', () => {
    const [seen] = read({ '@type': 'Product', '@id': '#product', 'name': 'Mug' })
    expect(seen?.product).toEqual({ item: { item_name: 'Mug' }, ids: [] })
  })

  it('keeps all that the page gives, the shop\'s own first', () => {
    expect(read({ '@type': 'Product', 'gtin13': '4006381333931', 'mpn': 'X', 'productID': 9, 'sku': '0009' })[0]?.product?.ids)
      .toEqual(['0009', '9', '4006381333931', 'X'])
  })
})

describe('orders', () => {
  const order = (more: object): object => ({ '@type': 'Order', 'orderNumber': '1', ...more })
  const readOrders = (...tags: unknown[]): ReturnType<typeof jsonLdOrder> => jsonLdOrder(pageOfTags(...tags), { base })

  it.each(['OrderCancelled', 'https://schema.org/OrderReturned'])('is none with the status %s', orderStatus => {
    expect(readOrders(order({ orderStatus }))).toEqual([])
  })

  it('is none on a page that lists several: that is a history, not a purchase', () => {
    expect(readOrders(order({}), order({ orderNumber: '2' }))).toEqual([])
  })

  it('is none without a number', () => {
    expect(readOrders({ '@type': 'Order', 'acceptedOffer': [] })).toEqual([])
  })

  it.each(['0000-00-00', '2026-02-30', 8640000000000001, 1764288000, '9999-12-31T23:59:59Z', '10/11/2026', -1, 'now'])(
    'leaves out the date %j', orderDate => {
      expect(readOrders(order({ orderDate }))[0]?.order).toEqual({ id: '1', items: [] })
    })

  it('reads a date without a zone', () => {
    expect(readOrders(order({ orderDate: '2026-03-29T02:30:00' }))[0]?.order?.placedAt).toBeTypeOf('number')
  })
})
