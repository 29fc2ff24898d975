import { gzipSync } from 'node:zlib'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder, writeFile } from '../testing/smallShop.ts'
import type { Catalogue, CatalogueOptions } from './readCatalogue.ts'
import { readCatalogue } from './readCatalogue.ts'
import { createRefusals } from './refusals.ts'

const folder = temporaryFolder()
const now = Date.UTC(2026, 10, 22)

async function read(path: string, options: Partial<CatalogueOptions> = {}): Promise<Catalogue & { refused: string[] }> {
  const refused = createRefusals()
  const catalogue = await readCatalogue(path, { refused, dropped: createRefusals(), now, ...options })
  return { ...catalogue, refused: refused.list().map(({ reason, example }) => `${reason}: ${example}`) }
}

/**
 * Google Merchant Center, RSS 2.0 specification: namespace, `g:` attributes, un-prefixed title and link,
 * `sale_price_effective_date`.
 */
const googleRss = `<?xml version="1.0"?>
<rss xmlns:g="http://base.google.com/ns/1.0" version="2.0"><channel><title>Shop</title><link>https://shop.example</link>
<item><g:id>TV_1</g:id><title>LG 22&quot; TV &amp;amp; stand</title><link>https://shop.example/tv</link>
<g:image_link>https://shop.example/tv.jpg</g:image_link><g:price>159.00 USD</g:price><g:sale_price>129.00 USD</g:sale_price>
<g:sale_price_effective_date>2026-11-01T13:00-0800/2026-11-30T15:30-0800</g:sale_price_effective_date>
<g:availability>in_stock</g:availability><g:brand>LG</g:brand><g:product_type>Electronics &gt; Video &gt; Televisions</g:product_type>
<g:item_group_id>TV</g:item_group_id><g:color>Black</g:color><g:custom_label_0>clearance</g:custom_label_0>
<g:custom_label_3><![CDATA[Q4]]></g:custom_label_3><g:gtin>71919219405200</g:gtin>
<g:shipping><g:country>US</g:country><g:price>14.95 USD</g:price></g:shipping></item>
<item><g:id>DVD</g:id><g:title>Fawlty Towers</g:title><g:price>23.99 USD</g:price><g:sale_price>9.99 USD</g:sale_price>
<g:sale_price_effective_date>2026-10-01T00:00Z/2026-10-31T00:00Z</g:sale_price_effective_date><g:availability>out of stock</g:availability></item>
<item><g:id>BAD</g:id><title>Open</titel></item>
<item><g:id>SALT</g:id><title>Salt & pepper</title><g:link><![CDATA[https://shop.example/s?a=1&b=2]]></g:link></item>
<item><g:id>LAST</g:id><title>Caf&eacute; cup</title></item>
</channel></rss>`

/** Google Merchant Center, Atom 1.0 specification: entries with an address for an id, and a link in an attribute. */
const googleAtom = `<?xml version="1.0" encoding="ISO-8859-1"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:p="http://base.google.com/ns/1.0"><title>Shop</title>
<entry><id>tag:shop.example,2026:1</id><title>Caf\xe9 cup</title><link href="https://shop.example/1"/><p:id>A1</p:id><p:price>5,00 EUR</p:price></entry>
</feed>`

describe('a Google Merchant feed', () => {
  it('gives an item for each item of RSS: group, sale while it lasts, labels, first and last step of its category', async () => {
    const { items, files, refused } = await read(writeFile(folder, 'google.xml', googleRss))
    expect(files[0]!.recognised.format).toBe('google-xml')
    expect(items).toEqual([
      {
        itemId: 'DVD', groupId: 'DVD', title: 'Fawlty Towers', available: false, price: 23.99, currency: 'USD',
      },
      { itemId: 'LAST', groupId: 'LAST', title: 'Café cup', available: true },
      { itemId: 'SALT', groupId: 'SALT', title: 'Salt & pepper', available: true, url: 'https://shop.example/s?a=1&b=2' },
      {
        itemId: 'TV_1', groupId: 'TV', title: 'LG 22" TV & stand', available: true, price: 129, listPrice: 159, currency: 'USD',
        category: 'Electronics', kind: 'Televisions', colour: 'Black', brand: 'LG', labels: ['clearance', 'Q4'],
        url: 'https://shop.example/tv', imageUrl: 'https://shop.example/tv.jpg',
      },
    ])
    expect(refused).toEqual(['an item that is not well-formed XML: google.xml:12:42: "unexpected close tag"'])
  })

  it('may be Atom, packed, with a prefix and an encoding of its own', async () => {
    const packed = gzipSync(Buffer.from(googleAtom, 'latin1'))
    const { items } = await read(writeFile(folder, 'atom.xml.gz', packed))
    expect(items).toEqual([
      {
        itemId: 'A1', groupId: 'A1', title: 'Café cup', available: true, price: 5, currency: 'EUR', url: 'https://shop.example/1',
      },
    ])
  })

  it.each([
    ['ends early', googleRss.slice(0, 900), /^is no whole XML/],
    [
      'has entities that are bombs', `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>${googleRss}`,
      /^has a document type/,
    ],
    ['holds no item', '<?xml version="1.0"?><products><product/></products>', /^holds no item/],
  ])('that %s is refused', async (_, text, message) => {
    await expect(read(writeFile(folder, 'bad.xml', text))).rejects.toMatchObject(
      { name: 'InputError', message: expect.stringMatching(message) },
    )
  })

  it('may be a table with the same names, in blanks or underscores', async () => {
    const text = 'id\ttitle\timage link\tavailability\tprice\tcustom label 0\titem group id\nA\t<b>Mug</b>, &pound;\t/a.jpg\tin stock\t1.299,00 EUR\tnew\tG\n'
    const { items, files } = await read(writeFile(folder, 'google.tsv', text))
    expect(files[0]!.recognised.format).toBe('google-table')
    expect(items).toEqual([{
      itemId: 'A', groupId: 'G', title: 'Mug , £', available: true, price: 1299, currency: 'EUR', labels: ['new'],
      imageUrl: '/a.jpg',
    }])
  })
})

/** Shopify help, "Using CSV files to import and export products": the header before 2025, and the one since. */
const legacy = [
  'Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy,Variant Price,Variant Compare At Price,Image Src,Image Position,Status',
  'tee,Tee,<p>soft</p>,Acme,Shirts,,TRUE,Color,Red,Size,M,T-R-M,shopify,3,deny,12.00,15.00,https://x.example/1.jpg,1,active',
  'tee,,,,,,,,Blue,,M,T-B-M,shopify,0,deny,12.00,,https://x.example/2.jpg,2,',
  'tee,,,,,,,,,,,,,,,,,https://x.example/3.jpg,3,', 'old,Old mug,,Acme,Mugs,,TRUE,Title,Default Title,,,M-1,,,,5.00,,,,draft', '',
].join('\n')
const current = [
  'Title,URL handle,Description,Vendor,Product category,Type,Tags,Published on online store,Status,SKU,Barcode,Option1 name,Option1 value,Price,Compare-at price,Inventory tracker,Inventory quantity,Continue selling when out of stock,Product image URL,Image position,Variant image URL',
  'Tee,tee,soft,Acme,Apparel > Shirts,Shirts,,TRUE,Active,T-R-M,,Colour,Red,12.00,15.00,shopify,0,CONTINUE,https://x.example/1.jpg,1,https://x.example/v.jpg',
  ',tee,,,,,,,,T-B-M,,,Blue,12.00,,shopify,0,DENY,,,', '',
].join('\n')

describe('a Shopify catalogue', () => {
  it('may be the product CSV of either generation: variants take title, vendor, type and picture from the first row', async () => {
    const red = {
      itemId: 'T-R-M', groupId: 'tee', title: 'Tee', available: true, price: 12, listPrice: 15, currency: 'GBP',
      category: 'Shirts', colour: 'Red', brand: 'Acme', url: '/products/tee', imageUrl: 'https://x.example/1.jpg',
    }
    const blue = { ...red, itemId: 'T-B-M', available: false, colour: 'Blue', imageUrl: 'https://x.example/2.jpg' }
    const { listPrice: _, ...noSale } = blue
    const old = await read(writeFile(folder, 'legacy.csv', legacy), { currency: 'GBP' })
    expect(old.files[0]!.recognised.format).toBe('shopify-products')
    expect(old.items).toEqual([{ ...noSale, imageUrl: 'https://x.example/1.jpg' }, red])
    expect(old.leftOut).toEqual(
      [{ reason: 'further pictures of a product', rows: 1 }, { reason: 'drafts and archived products', rows: 1 }],
    )
    const { items } = await read(writeFile(folder, 'current.csv', current), { currency: 'GBP' })
    expect(items).toEqual([{ ...noSale, imageUrl: 'https://x.example/1.jpg' }, { ...red, imageUrl: 'https://x.example/v.jpg' }])
    const untyped = await read(writeFile(folder, 'untyped.csv', current.replace(',Shirts,', ',,')))
    expect(untyped.items.map(({ category, kind }) => [category, kind])).toEqual([['Apparel', 'Shirts'], ['Apparel', 'Shirts']])
  })

  it('may be pages of products.json in a folder: the variant number is the id, and orders may name the SKU', async () => {
    /** Shopify `/products.json?limit=250&page=n`: fields as the storefront publishes them. */
    const product = (id: number, sku: string): object => ({
      id, title: `Mug ${id}`, handle: `mug-${id}`, vendor: 'Acme', product_type: 'Mugs',
      published_at: '2026-01-02T03:04:05+01:00', tags: [],
      variants: [
        { id: id * 10, sku, price: '3.50', compare_at_price: null, available: false, option1: 'Red', featured_image: null },
        {
          id: id * 10 + 1, sku: '', price: '3.50', compare_at_price: '4.00', available: true, option1: 'Blue',
          featured_image: null,
        },
      ],
      images: [{ id: 9, src: 'https://cdn.example/1.jpg' }], options: [{ name: 'Color', position: 1, values: ['Red', 'Blue'] }],
    })
    const pages = join(folder, 'pages')
    mkdirSync(pages, { recursive: true })
    writeFile(pages, 'page-1.json', JSON.stringify({ products: [product(1, 'M-RED')] }, null, 1))
    writeFile(pages, 'page-2.json', JSON.stringify({ products: [product(2, 'M2')] }))
    for (const path of [pages, join(pages, 'page-*.json')]) {
      const { items, otherIds, files } = await read(path)
      expect(files.map(({ recognised }) => recognised.format)).toEqual(['shopify-json', 'shopify-json'])
      expect(items.map(item => item.itemId)).toEqual(['10', '11', '20', '21'])
      expect([...otherIds]).toEqual([['M-RED', '10'], ['M2', '20']])
      expect(items[1]).toEqual({
        itemId: '11', groupId: '1', title: 'Mug 1', available: true, price: 3.5, listPrice: 4, category: 'Mugs', colour: 'Blue',
        brand: 'Acme',
        url: '/products/mug-1?variant=11', imageUrl: 'https://cdn.example/1.jpg', firstSoldAt: Date.UTC(2026, 0, 2, 2, 4, 5),
      })
    }
    const bySku = await read(pages, { named: new Map([['catalogue.item_id', 'sku']]) })
    expect(bySku.items.map(item => item.itemId)).toEqual(['M-RED', 'M2'])
  })
})

it('a WooCommerce product CSV: variations under a parent named by id or SKU, before or after it, sale with dates', async () => {
  /** WooCommerce wiki, "Product CSV Import Schema". */
  const text = [
    'ID,Type,SKU,Name,Published,Is featured?,Visibility in catalog,Date sale price starts,Date sale price ends,In stock?,Stock,Backorders allowed?,Sale price,Regular price,Categories,Images,Parent,Attribute 1 name,Attribute 1 value(s)',
    '11,variation,H-B,Hoodie - Blue,1,0,visible,,,1,,0,,45,,,id:10,Color,Blue',
    '10,variable,HOOD,Hoodie,1,0,visible,,,1,,0,,,"Clothing > Hoodies, Sale",https://w.example/h.jpg,,Color,"Blue, Red"',
    '12,"variation, virtual",H-R,,1,0,visible,2026-11-01,2026-11-22,0,,0,42,45,,,HOOD,Color,Red',
    '13,simple,BEANIE,Beanie,1,0,visible,,2026-11-20,1,0,0,18,20,Accessories,,,,',
    '14,simple,,Draft,-1,0,visible,,,1,,0,,20,Accessories,,,,', '15,grouped,G,Set,1,0,visible,,,1,,0,,,Accessories,,,,',
    '16,simple,HID,Hidden,1,0,hidden,,,1,,0,,20,A\\, B,,,,', '',
  ].join('\n')
  const { items, otherIds, leftOut, files } = await read(writeFile(folder, 'woo.csv', text))
  expect(files[0]!.recognised.format).toBe('woocommerce-products')
  const hoodie = { groupId: '10', category: 'Clothing', kind: 'Hoodies', imageUrl: 'https://w.example/h.jpg' }
  expect(items).toEqual([
    { ...hoodie, itemId: '11', title: 'Hoodie - Blue', available: true, price: 45, colour: 'Blue' },
    { ...hoodie, itemId: '12', title: 'Hoodie', available: false, price: 42, listPrice: 45, colour: 'Red' },
    { itemId: '13', groupId: '13', title: 'Beanie', available: false, price: 20, category: 'Accessories' },
  ])
  expect([...otherIds]).toEqual([['H-B', '11'], ['H-R', '12'], ['BEANIE', '13']])
  expect(leftOut.reduce((sum, { rows }) => sum + rows, 0)).toBe(4)
})

describe('a feed of two markets', () => {
  const feed = (same: boolean): string => [
    'id,title,price,market',
    ...['A', 'B', 'C'].flatMap(id => [`${id},Mug ${id},3 GBP,GB`, `${id}${same ? '' : '-de'},Becher ${id},4 EUR,DE`]),
    'D,Jug,5 GBP,GB', 'E,Tin,6 GBP,', '',
  ].join('\n')

  it('keeps both where each market has ids of its own, one spelling of each', async () => {
    const { items } = await read(writeFile(folder, 'two.csv', feed(false).replace('5 GBP,GB', '5 GBP,gb')))
    expect(items.map(({ itemId, market }) => `${itemId} ${market}`)).toEqual([
      'A GB', 'A-de DE', 'B GB', 'B-de DE', 'C GB', 'C-de DE', 'D GB', 'E undefined',
    ])
  })

  it('keeps the market with most rows where they share ids, says so, and takes another when asked', async () => {
    const path = writeFile(folder, 'shared.csv', feed(true))
    const most = await read(path)
    expect(most.items.map(({ itemId, price }) => `${itemId} ${price}`)).toEqual(['A 3', 'B 3', 'C 3', 'D 5', 'E 6'])
    expect(most.leftOut).toEqual([{ reason: 'market DE (--market chooses; now GB)', rows: 3 }])
    const asked = await read(path, { market: 'de' })
    expect(asked.items.map(({ itemId, price }) => `${itemId} ${price}`)).toEqual(['A 4', 'B 4', 'C 4', 'E 6'])
  })
})

describe('a table of any shop', () => {
  it('may be UTF-16 with its mark, or hold blank lines and a mark of UTF-8', async () => {
    const text = 'sku;name;price\n\nA;Tasse;"1.299,50 €"\nB;Krug;12,75\n'
    for (const bytes of [Buffer.from(`\ufeff${text}`, 'utf16le'), Buffer.from(`\ufeff${text}`)]) {
      const { items } = await read(writeFile(folder, 'any.csv', bytes))
      expect(items.map(({ title, price, currency }) => [title, price, currency])).toEqual(
        [['Tasse', 1299.5, 'EUR'], ['Krug', 12.75, undefined]],
      )
    }
  })

  it('may be JSON lines, of which a broken one is counted without its text', async () => {
    const path = writeFile(
      folder, 'any.jsonl', '{"id":1,"title":"Mug","price":3.5}\n{"id":2,"title":"Ann Smith\n{"id":3,"title":"Tin"}\n',
    )
    const { items, refused } = await read(path)
    expect(items.map(item => item.itemId)).toEqual(['1', '3'])
    expect(refused).toEqual(['a line that is no JSON: any.jsonl:2: "26 characters"'])
  })

  it('is refused as JSON when the document is cut short, saying where', async () => {
    const path = writeFile(folder, 'cut.json', '[\n{"id":1,"title":"Mug"},\n{"id":2,"ti')
    await expect(read(path)).rejects.toMatchObject({ message: expect.stringMatching(/^is no JSON/), place: { file: 'cut.json' } })
  })

  it('takes the columns that --map names, for all inputs or for the catalogue alone', async () => {
    const path = writeFile(folder, 'own.csv', 'Artikel,Text,Alt\nA,Tasse,X\n')
    const named = new Map([['item_id', 'Artikel'], ['title', 'Text']])
    expect((await read(path, { named })).items[0]).toMatchObject({ itemId: 'A', title: 'Tasse' })
    expect((await read(path, { named: named.set('catalogue.item_id', 'Alt') })).items[0]!.itemId).toBe('X')
  })

  it('is what --format says, whatever it looks like', async () => {
    const { files } = await read(
      writeFile(folder, 'google2.csv', 'id,title,image_link,availability\nA,Mug,,\n'), { formats: ['ga4', 'generic'] },
    )
    expect(files[0]!.recognised.format).toBe('generic')
  })
})
