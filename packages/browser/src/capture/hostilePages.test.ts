import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonLd } from './jsonLd.ts'
import { jsonLdOrder } from './jsonLdOrder.ts'
import { marked } from './marked.ts'
import { microdata } from './microdata.ts'
import { openGraph } from './openGraph.ts'
import type { Detector, Sighting } from './sighting.ts'
import { openPage, pageOfTags, writeTags } from './testing/openPage.ts'

const base = 'https://shop.example/p/mug'
const blank = '<!doctype html><html><head></head><body></body></html>'

describe('hostile JSON-LD', () => {
  const read = (text: string): Sighting[] => [...jsonLd(pageOfTags(text), { base }), ...jsonLdOrder(pageOfTags(text), { base })]

  it('leaves prototypes alone', () => {
    read('{"@type":"Product","name":"x","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}')
    read('{"@graph":[{"@id":"#a","@type":"Brand","polluted":1},{"@type":"Product","name":"x","__proto__":{"@id":"#a"}}]}')
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })

  it('reads nothing that a page has added to Object.prototype', () => {
    const page = openPage('<!doctype html><html><head><meta property="og:type" content="product"></head><body></body></html>')
    page.body.setAttribute('data-shopside-product', 'M')
    page.body.setAttribute('data-shopside-cart', '[{"item_id":"a"}]')
    page.body.setAttribute('data-shopside-order', '{"transaction_id":"1","items":[{"item_id":"a"}]}')
    const readAll = (): string => JSON.stringify([
      read('{"@type":"Product","name":"x","offers":{"price":1}}'), openGraph(page, { base }), marked(page, { base }),
    ])
    const before = readAll()
    const added = {
      'sku': 'no', 'price': 7, 'url': '/p/mug', 'item_id': 'no', 'item_brand': 'no', 'item_variant': 'no', 'name': 'no',
      'quantity': 3,
      '@graph': [{ '@type': 'Product', 'sku': 'no' }],
    }
    for (const [key, value] of Object.entries(added)) {
      Object.defineProperty(Object.prototype, key, { value, configurable: true, enumerable: true, writable: true })
    }
    try {
      expect(readAll()).toBe(before)
    } finally {
      for (const key of Object.keys(added)) delete (Object.prototype as Record<string, unknown>)[key]
    }
  })

  const nests = [['objects', '{"a":', '}'], ['lists', '[', ']'], ['graphs', '{"@graph":[', ']}']] as const
  it.each(nests)('survives %s 20,000 deep', (_, open, close) => {
    const text = `${open.repeat(20_000)}1${close.repeat(20_000)}`
    for (const seen of read(text)) expect(seen.product).toBeUndefined()
  })

  it('survives references that go round', () => {
    expect(read('{"@graph":[{"@id":"#a","isRelatedTo":{"@id":"#b"}},{"@id":"#b","isRelatedTo":{"@id":"#a"}}]}')).toEqual([])
    const round = '{"@graph":[{"@id":"#p","@type":"ProductGroup","sku":"P","hasVariant":{"@id":"#p"},"offers":{"@id":"#p"},'
      + '"mainEntity":{"@id":"#p"}}]}'
    expect(read(round)[0]?.product?.item.item_id).toBe('P')
  })

  it('takes the first 500 of 100,000 offers', () => {
    const offers = Array.from({ length: 5000 }, (_, n) => ({ price: 6000 - n }))
    expect(jsonLd(pageOfTags({ '@type': 'Product', 'sku': 'M', offers }), { base })[0]?.product?.item.price).toBe(5501)
  })

  it('takes the first 500 entries of a list', () => {
    const itemListElement = Array.from({ length: 3000 }, (_, n) => ({ '@type': 'Product', 'sku': n }))
    expect(jsonLd(pageOfTags({ '@type': 'ItemList', itemListElement }), { base })[0]?.list?.items).toHaveLength(500)
  })

  it('says nothing of a product that says nothing', () => {
    expect(read('<!-- {"@type":"Product"} -->')).toEqual([])
  })
})

describe('a page that has its own idea of the document', () => {
  it.each<[string, Detector]>([
    ['json-ld', jsonLd], ['microdata', microdata], ['open-graph', openGraph], ['marked', marked],
  ])('%s says so', (source, detector) => {
    const clobbered = { querySelectorAll: { value: undefined }, querySelector: { value: undefined } }
    const document = Object.create(openPage(blank), clobbered) as Document
    expect(detector(document, { base })).toEqual([{ source, problem: `${source}-failed` }])
  })
})

describe('whatever a page holds', () => {
  /** JSON made of the words that detectors look for, so that chance finds their branches. */
  const json = fc.letrec(tie => ({
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom<unknown>('Product', 'ProductGroup', 'Order', 'ItemList', 'BreadcrumbList', 'ParcelDelivery', '#a', '#b',
        base, '/p/1?variant=1', '9.99', 'EUR', 'InStock', 'OutOfStock', '2026-11-20', '__proto__', '', null, true, 7, -1, 1e308),
      fc.array(tie('node'), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom('@type', '@id', '@graph', 'mainEntity', 'name', 'sku', 'url', 'image', 'offers', 'price',
        'priceSpecification', 'hasVariant', 'isVariantOf', 'itemListElement', 'item', 'position', 'orderNumber', 'acceptedOffer',
        'itemOffered', 'orderedItem', 'orderDelivery', 'partOfOrder', 'trackingUrl', 'expectedArrivalFrom', '__proto__',
        'constructor', 'toString'), tie('node'), { maxKeys: 8 }),
    ),
  })).node

  const clean = (seen: Sighting[]): void => {
    expect(JSON.stringify(seen).length).toBeLessThan(400_000)
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(prototypeNames)
    for (const { product, list } of seen) {
      for (const item of [product?.item, ...list?.items ?? []]) {
        for (const value of Object.values(item ?? {})) expect(['string', 'number']).toContain(typeof value)
        if (item?.url !== undefined) expect(new URL(item.url).host).toBe('shop.example')
      }
    }
  }
  const prototypeNames = Object.getOwnPropertyNames(Object.prototype)

  // One document for all runs: to open one is what takes the time.
  const document = openPage(blank)

  it('JSON-LD is read without an exception, a changed prototype, or a value that is none of ours', () => {
    fc.assert(fc.property(fc.array(json, { maxLength: 3 }), tags => {
      writeTags(document, ...tags.map(tag => JSON.stringify(tag)))
      clean(jsonLd(document, { base }))
      clean(jsonLdOrder(document, { base }))
    }), { numRuns: 150 })
  })

  it('any text in a tag is read without an exception', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), text => {
      writeTags(document, text)
      clean(jsonLd(document, { base }))
    }), { numRuns: 100 })
  })

  it('microdata is read without an exception, however its scopes are nested and refer to each other', () => {
    const attribute = fc.constantFrom('itemscope', 'itemprop', 'itemtype', 'itemref', 'itemid', 'id', 'content', 'href')
    const word = fc.constantFrom('a', 'b', 'a b', 'name', 'sku', 'offers', 'price', 'url', 'item', 'itemListElement', '__proto__', '',
      'constructor', 'https://schema.org/Product', 'https://schema.org/Offer', 'https://schema.org/ItemList',
      'https://schema.org/BreadcrumbList')
    const element = fc.record({
      tag: fc.constantFrom('div', 'meta', 'a', 'data', 'input'),
      parent: fc.nat(),
      attributes: fc.array(fc.tuple(attribute, word), { maxLength: 5 }),
    })
    fc.assert(fc.property(fc.array(element, { maxLength: 12 }), elements => {
      document.body.replaceChildren()
      const made: Element[] = [document.body]
      for (const { tag, parent, attributes } of elements) {
        const child = document.createElement(tag)
        for (const [name, value] of attributes) child.setAttribute(name, value)
        made[parent % made.length]!.append(child)
        made.push(child)
      }
      clean(microdata(document, { base }))
    }), { numRuns: 100 })
    document.body.replaceChildren()
  })

  it('any JSON on a marked element is read without an exception, and a basket that cannot be read is never empty', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json(), json.map(value => JSON.stringify(value))), text => {
      for (const name of ['product', 'cart', 'order', 'list']) document.body.setAttribute(`data-shopside-${name}`, text)
      const seen = marked(document, { base })
      clean(seen)
      const lines = seen.find(({ cart }) => cart)?.cart?.lines
      if (lines?.length === 0) expect(JSON.stringify(JSON.parse(text))).toMatch(/\[/)
    }), { numRuns: 150 })
  })
})
