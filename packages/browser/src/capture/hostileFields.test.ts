import { describe, expect, it } from 'vitest'
import { jsonLd } from './jsonLd.ts'
import { marked } from './marked.ts'
import { microdata } from './microdata.ts'
import { openGraph } from './openGraph.ts'
import type { Detector, Sighting } from './sighting.ts'
import { openPage, pageOfTags } from './testing/openPage.ts'

const base = 'https://shop.example/p/mug'
const blank = '<!doctype html><html><head></head><body></body></html>'

/** The same product said in each of the four ways. */
const ways: [name: string, say: (fields: { name: unknown; url: unknown; price: unknown }) => Document, detector: Detector][] = [
  ['JSON-LD', ({ name, url, price }) => (
    pageOfTags({ '@type': 'Product', 'sku': 'M', name, url, 'image': url, 'offers': { price } })
  ), jsonLd],
  ['microdata', ({ name, url, price }) => {
    const document = openPage(`<!doctype html><html><body><div itemscope itemtype="http://schema.org/Product">
      <meta itemprop="sku" content="M"><div itemprop="offers" itemscope itemtype="http://schema.org/Offer"></div>
      </div></body></html>`)
    property(document.querySelector('[itemtype$=Product]')!, 'name', name)
    property(document.querySelector('[itemtype$=Product]')!, 'url', url)
    property(document.querySelector('[itemtype$=Product]')!, 'image', url)
    property(document.querySelector('[itemtype$=Offer]')!, 'price', price)
    return document
  }, microdata],
  ['OpenGraph', ({ name, url, price }) => {
    const document = openPage(blank)
    const tags = {
      'og:type': 'product', 'product:retailer_item_id': 'M', 'og:title': name, 'og:url': url, 'og:image': url,
      'product:price:amount': price,
    }
    for (const [key, value] of Object.entries(tags)) {
      const meta = document.createElement('meta')
      meta.setAttribute('property', key)
      meta.setAttribute('content', written(value))
      document.head.append(meta)
    }
    return document
  }, openGraph],
  ['marked elements', ({ name, url, price }) => {
    const document = openPage(blank)
    const json = JSON.stringify({ item_id: 'M', item_name: name, url, image_url: url, price })
    document.body.setAttribute('data-shopside-product', json)
    return document
  }, marked],
]

function property(scope: Element, name: string, value: unknown): void {
  const meta = scope.ownerDocument.createElement('meta')
  meta.setAttribute('itemprop', name)
  meta.setAttribute('content', written(value))
  scope.append(meta)
}

function written(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

const titles = [
  '<script>__shopside_xss(\'T01\')</script>', '<img src=x onerror=__shopside_xss(\'T02\')>',
  '"><svg onload=__shopside_xss(\'T03\')>', '{{constructor.constructor("__shopside_xss(`T05`)")()}}', 'Charger \u202egpj.exe',
  'Nike\u200b A\u0456r', 'Half emoji \ud83d shoes', '&lt;b&gt;50% off&lt;/b&gt; &amp;amp;',
  'Price $& $\' $` $1 ${7*7} %s %c %d', 'Bobby\'); DROP TABLE events;--', '<!--<script>--><b>x', '__proto__',
]
const addresses = [
  'javascript:__shopside_xss(\'U01\')', ' java\tscr\nipt:__shopside_xss(\'U03\')', '\u0001javascript:__shopside_xss(\'U04\')',
  'data:text/html,<script>__shopside_xss(\'U05\')</script>', '//evil.example.org/p/mug', '/\\evil.example.org/p/mug',
  'https://shop.example@evil.example.org/p/mug', 'https://shop.example.evil.example.org/p/mug',
  'blob:https://shop.example/0f0e0d0c',
  'http://[::1', 'https://xn--shp-8na.example/p/mug', 'https://exfil.invalid/mug?u=1', 'ftp://shop.example/p/mug',
  `/p/mug?${'b=c&'.repeat(30_000)}`,
]
const prices: unknown[] = [
  'NaN', '1e309', -1, '12.50<script>', '1.234,56', '0x1F', 9007199254740992, { $gt: 0 }, '٣٫٥', true, '', ['1,2'],
]

describe.each(ways)('hostile fields by %s', (_, say, detector) => {
  const see = (fields: { name?: unknown; url?: unknown; price?: unknown }): Sighting[] =>
    detector(say({ name: 'Mug', url: '/p/mug', price: 5, ...fields }), { base })

  it.each(titles)('keeps the title %j as the text it is', title => {
    expect(see({ name: title })[0]?.product?.item.item_name).toBe(title)
  })

  it('cuts a title that never ends, and leaves out one of nothing but space', () => {
    expect(see({ name: 'Long name '.repeat(20_000) })[0]?.product?.item.item_name).toHaveLength(200)
    expect(see({ name: '   \u3000 ' })[0]?.product?.item.item_name).toBeUndefined()
  })

  it.each(addresses.map(url => [url.slice(0, 60), url] as const))('leaves out the address %j', (_, url) => {
    const item = see({ url })[0]?.product?.item ?? {}
    expect(item.url).toBeUndefined()
    expect(item.image_url).toBeUndefined()
  })

  it('takes a scheme without slashes for what a browser takes it for: a path of this shop', () => {
    const url = see({ url: 'https:evil.example.org/p/mug' })[0]?.product?.item.url
    expect([undefined, 'shop.example']).toContain(url && new URL(url).host)
  })

  it.each(prices)('leaves out the price %j', price => {
    const item = see({ price })[0]?.product?.item
    expect(item?.item_id).toBe('M')
    expect(item?.price).toBeUndefined()
  })
})
