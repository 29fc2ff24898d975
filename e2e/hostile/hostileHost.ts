import { gzipSync } from 'node:zlib'
import { checksum } from '../../packages/engine/src/model/checksum.ts'
import { HEADER_BYTES } from '../../packages/engine/src/model/format.ts'
import { plainPage } from '../browser/plainShop.ts'
import { serveFolder, type EndpointAnswer, type EndpointRequest, type StaticHost } from '../browser/serveFolder.ts'
import { strictPolicy } from '../browser/strictPolicy.ts'
import { modelDir, sdkDir } from '../store/paths.ts'
import type { HostileCase } from './corpus.ts'
import { folderOf, hostileModel, type ModelFolder } from './hostileModel.ts'

/** Cases of an item's field: each is one item, or the id of one. */
export function itemCases(cases: readonly HostileCase[]): HostileCase[] {
  return cases.filter(({ kind }) => /^(title|url|price|id)$/.test(kind))
}

/** The item that a case makes: the case's input in its field, everything else plain. */
export function itemOf({ id, kind, input }: HostileCase): Record<string, unknown> {
  const fields = kind === 'title' ? { item_name: input } : kind === 'url'
    ? { url: input, ...(id !== 'U22' && { image_url: input }) } : kind === 'price' ? { price: input } : {}
  return { item_id: kind === 'id' ? input : id, quantity: 1, ...(kind !== 'title' && { item_name: `Case ${id}` }), ...fields }
}

/** Longest input that is put into one page with others. */
export const longestInput = 4000

const granted = 'data-consent="granted" data-currency="GBP"'
const rows = '<shopside-recommendations strategy="recently-viewed" limit="48" min="1"></shopside-recommendations>'
const json = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')
const attribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
const ldTag = (text: string): string => `<script type="application/ld+json">${text.replaceAll('</script', '<\\/script')}</script>`

/** The list of items said in three ways: JSON-LD, microdata, marked elements. */
function lists(cases: readonly HostileCase[]): Record<string, string> {
  // A tag of more than 256 kB is not read at all: the longest inputs would hide all others.
  const items = itemCases(cases).filter(({ input }) => String(input).length < longestInput).map(itemOf)
  const written = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value) ?? '')
  const ld = {
    '@context': 'https://schema.org', '@type': 'ItemList',
    'itemListElement': items.map(({ item_id, item_name, url, image_url, price }) => (
      { '@type': 'Product', 'sku': item_id, 'name': item_name, url, 'image': image_url, 'offers': { '@type': 'Offer', price } }
    )),
  }
  const micro = items.map(({ item_id, item_name, url, image_url, price }) => {
    const fields = Object.entries({ sku: item_id, name: item_name, url, image: image_url }).filter(pair => pair[1] !== undefined)
    const metas = fields.map(([name, value]) => `<meta itemprop="${name}" content="${attribute(written(value))}">`).join('')
    const offer = price === undefined ? '' : `<span itemprop="offers" itemscope itemtype="https://schema.org/Offer"><meta itemprop="price" content="${attribute(written(price))}"></span>`
    return `<span itemprop="itemListElement" itemscope itemtype="https://schema.org/Product">${metas}${offer}</span>`
  }).join('')
  const marked = items.map(item => `<span data-shopside-product="${attribute(JSON.stringify(item))}"></span>`).join('')
  return {
    'json-ld': ldTag(json(ld)),
    'microdata': `<div itemscope itemtype="https://schema.org/ItemList">${micro}</div>`,
    'marked': `<div data-shopside-list="hostile">${marked}</div>`,
  }
}

function openGraph({ id, kind, input }: HostileCase): string {
  const said: Record<string, unknown> = { 'og:type': 'product', 'product:retailer_item_id': id, 'og:title': `Case ${id}` }
  if (kind === 'title') said['og:title'] = input
  if (kind === 'url') said['og:url'] = said['og:image'] = input
  if (kind === 'price') said['product:price:amount'] = input
  const tags = Object.entries(said).filter(([, value]) => typeof value === 'string')
  return tags.map(([name, value]) => `<meta property="${name}" content="${attribute(value as string)}">`).join('')
}

/** What the endpoint answers of an order: every hostile text and date in every field that a parcel has. */
function orderAnswer(cases: readonly HostileCase[]): unknown {
  const texts = cases.filter(({ kind, input }) => kind === 'title' && typeof input === 'string').map(({ input }) => input)
  const dates = cases.filter(({ kind }) => kind === 'date').map(({ input }) => input)
  const links = cases.filter(({ kind, input }) => kind === 'url' && typeof input === 'string').map(({ input }) => input)
  const shipments = Array.from({ length: 12 }, (_, place) => ({
    id: `S${place}`, status: 'in_transit', phase: 'shipped', message: texts[place], tracking_number: texts[place + 8],
    carrier: { name: texts[place + 4] }, tracking_url: links[place], status_at: dates[place % dates.length],
    eta: {
      source: 'carrier', from: dates[(place + 1) % dates.length], to: dates[(place + 2) % dates.length], reason: texts[place + 2],
    },
    events: dates.map(at => ({ at, status: 'in_transit', message: texts[place], location: texts[place + 1] })),
    items: [{ item_id: 'T01', item_name: texts[place], image_url: links[place + 8] }],
    pickup: place % 2 ? {
      type: 'store', name: texts[place], address: texts[place + 3], hours: texts[place], until: dates[place % dates.length],
    } : undefined,
  }))
  return { order_id: 'H', placed_at: dates[0], shipments }
}

/** The shop, its pages and its model folders. A frame shows one case of JSON-LD or OpenGraph; `/bare` has no script of ours. */
export function serveHostile(cases: readonly HostileCase[], createdDir: string): Promise<StaticHost> {
  const whole = hostileModel(itemCases(cases).filter(
    ({ kind, input }) => kind !== 'price' && typeof input === 'string' && input !== '' && input.length < longestInput,
  ))
  const folders: Record<string, ModelFolder> = {
    hostile: folderOf(whole),
    M01: folderOf(Buffer.from('00000000', 'hex')),
    M02: folderOf(Buffer.from('53484f50ffffffffffffffff', 'hex')),
    M03: { ...folderOf(gzipSync(Buffer.alloc(1e9 / 8), { level: 1 }), 1e9), encoding: 'gzip' },
    M04: folderOf(withNotANumber(whole)),
    ...Object.fromEntries(
      [0, 1, 7, 64, whole.length >> 1, whole.length - 1].map(length => [`M05.${length}`, folderOf(whole.slice(0, length))]),
    ),
  }
  const models = Object.keys(folders).map(name => [`/model/${name}`,
    plainPage(
      '<shopside-recommendations strategy="popular" limit="48" min="1"></shopside-recommendations>'.repeat(2),
      `data-model="/models/${name}/" ${granted}`,
    )])
  const frames = [
    ...cases.filter(({ kind }) => kind === 'jsonld').map(
      one => [`/frame/${one.id}`, plainPage(ldTag(String(one.input)), `data-capture="on" ${granted}`)],
    ),
    ...itemCases(cases).filter(({ kind }) => kind !== 'id').map(one => (
      [`/frame/${one.id}`, plainPage('', `data-capture="on" ${granted}`).replace('<title>', () => `${openGraph(one)}<title>`)])),
  ]
  const pages = {
    '/shop': plainPage(`${rows}<shopside-cart-nudge></shopside-cart-nudge><shopside-order-tracking show-prices></shopside-order-tracking><shopside-privacy></shopside-privacy>`, granted),
    '/order': plainPage(
      '<shopside-order-tracking order="H"></shopside-order-tracking>', `data-order-status="/parcels/{order}" ${granted}`,
    ),
    '/orders': plainPage(
      '<shopside-order-tracking></shopside-order-tracking>', `data-order-status="/parcels/{order}" ${granted}`,
    ),
    '/locale': plainPage(rows, 'data-consent="granted" data-currency="USD" data-locale="en_US"'),
    '/ask': plainPage(rows, 'data-currency="GBP"'),
    '/search': plainPage('', granted),
    '/order/1001': plainPage('', granted),
    '/created': '<!doctype html><title>Created</title><script type="module" src="/created/created.js"></script>',
    '/bare': '<!doctype html><title>Bare</title><main></main>',
    ...Object.fromEntries(Object.entries(lists(cases)).map(([way, body]) => [`/list/${way}`, plainPage(body, granted)])),
    ...Object.fromEntries([...models, ...frames]),
  }
  const answer = orderAnswer(cases)
  const endpoint = ({ path }: EndpointRequest) => {
    return path.startsWith('/parcels/') ? { body: answer } : fileOf(folders, path)
  }
  return serveFolder({
    pages, headers: { 'content-security-policy': strictPolicy }, headersOf: { '/bare': {} },
    folders: { '/created/': createdDir, '/shopside/': sdkDir, '/shopside/model/': modelDir },
    fixed: { '/pictures/': { type: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 5"/>' } },
    endpoint,
  })
}

function fileOf(folders: Readonly<Record<string, ModelFolder>>, path: string): EndpointAnswer | undefined {
  const [, name, file] = /^\/models\/([^/]+)\/(manifest\.json|model\.bin)$/.exec(path) ?? []
  const folder = name === undefined ? undefined : folders[name]
  if (folder === undefined) return undefined
  if (file === 'manifest.json') return { headers: { 'content-type': 'application/json' }, body: Buffer.from(folder.manifest) }
  return {
    headers: { 'content-type': 'application/octet-stream', ...(folder.encoding && { 'content-encoding': folder.encoding }) },
    body: folder.bytes,
  }
}

/** The same file with a weight that is no number, and a checksum that fits: the first section begins after its header. */
function withNotANumber(whole: Uint8Array): Uint8Array {
  const bytes = whole.slice()
  const view = new DataView(bytes.buffer)
  view.setFloat64(HEADER_BYTES, Number.NaN, true)
  view.setUint32(bytes.length - 4, checksum(bytes.subarray(0, bytes.length - 4)), true)
  return bytes
}
