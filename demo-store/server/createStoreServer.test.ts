import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openingAt } from '../shop/clock.ts'
import { item } from '../shop/fixtures.ts'
import { toOrderId } from '../shop/orderId.ts'
import { createStoreServer } from './createStoreServer.ts'
import { listen } from './listen.ts'

interface Got {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: Buffer
}

const folder = mkdtempSync(join(tmpdir(), 'thimble-'))
for (const name of ['model', 'sdk', 'client', 'assets', 'parcels']) mkdirSync(join(folder, name))
writeFileSync(join(folder, 'secret.txt'), 'not for you')
writeFileSync(join(folder, 'model', 'manifest.json'), '{"format":1}')
writeFileSync(join(folder, 'model', 'model-0a1b2c3d4e.bin'), Buffer.alloc(5000, 7))
writeFileSync(join(folder, 'client', 'shop.js'), '1')
cpSync(new URL('../parcels/1.json', import.meta.url), join(folder, 'parcels', '1.json'))
symlinkSync(join(folder, 'secret.txt'), join(folder, 'assets', 'link.txt'))

const server: Server = createStoreServer({
  catalogue: [
    item('22423', { title: 'Tea <b>"Stand"</b> & Tin', motif: 'Regency' }),
    item('22424', { itemGroupId: '22423', colour: 'red' }),
    item('99', { available: false }),
  ],
  orders: {
    customers: new Map(), orders: new Map([['18058', [{ id: '1', at: 5, lines: [{ itemId: '22423', quantity: 2, price: 1 }] }]]]),
  },
  drawPicture: ({ itemId }) => `<svg>${itemId}</svg>`,
  drawDesignTile: motif => `<svg>${motif}</svg>`,
  modelDir: join(folder, 'model'), sdkDir: join(folder, 'sdk'), clientDir: join(folder, 'client'),
  assetsDir: join(folder, 'assets'), parcelsDir: join(folder, 'parcels'), stylesheet: 'a{}',
})
let port = 0

beforeAll(async () => {
  port = await listen(server, 0)
})
afterAll(() => server.close())

/** A request whose path is sent as it is: `fetch` would tidy up the dots. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Got> {
  return new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', path, headers, method }, answer => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }))
    }).on('error', reject).end()
  })
}

describe('the store', () => {
  it.each([
    '/', '/department/tea-table', '/product/22423', '/search?q=tea', '/basket', '/checkout', '/your-orders', '/your-data',
    '/order/TT-ABC-1AAA', '/thank-you/TT-ABC-1AAA',
  ])(
    'has a page at %s, under the strict policy', async path => {
      const { status, headers } = await get(path)
      expect(status).toBe(200)
      expect(headers['content-security-policy']).toContain("script-src 'self'; style-src 'self'")
      expect(headers['content-security-policy']).toContain("trusted-types 'none'")
      expect(headers).toMatchObject(
        { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cache-control': 'no-cache' },
      )
    })

  it.each([
    '/nowhere', '/product/0', '/product/constructor', '/department/__proto__', '/order/TT', '/product/22423/more',
    '/personas/1.json', '/%zz',
    '/../secret.txt', '/assets/../secret.txt', '/assets/..%2fsecret.txt', '/assets/%2e%2e/secret.txt', '/assets/..%5csecret.txt',
    '/shopside/model/..%2f..%2fsecret.txt', '/assets/link.txt', '/assets/%00', '/assets/', '/pictures/../secret.txt',
    '/pictures/design/nothing.svg',
  ])('has nothing at %s', async path => {
    const { status, body } = await get(path)
    expect(status).toBe(404)
    expect(body.toString()).toContain('We have many small things. This is not one of them.')
  })

  it('never lets a title be markup, neither in the page nor in its data', async () => {
    const page = (await get('/product/22423')).body.toString()
    expect(page).not.toContain('<b>"Stand"')
    expect(page).toContain('Tea &lt;b&gt;&quot;Stand&quot;&lt;/b&gt; &amp; Tin')
    const data = JSON.parse(
      /<script type="application\/json" id="page">(.*)<\/script>/.exec(page)?.[1] ?? '',
    ) as { items: { item_name: string }[] }
    expect(data.items[0]?.item_name).toBe('Tea <b>"Stand"</b> & Tin')
  })

  it('keeps the page of what is no longer sold, without a button', async () => {
    const page = (await get('/product/99')).body.toString()
    expect(page).toContain('No longer sold.')
    expect(page).not.toContain('Put in basket')
  })

  it('offers the colours of a product as links', async () => {
    expect((await get('/product/22423')).body.toString()).toContain('href="/product/22424"')
  })

  it('has the manifest asked about each time, and hashed files kept for good', async () => {
    const manifest = await get('/shopside/model/manifest.json')
    expect(manifest.headers['cache-control']).toBe('no-cache')
    expect((await get('/shopside/model/manifest.json', { 'if-none-match': String(manifest.headers['etag']) })).status).toBe(304)
    expect((await get('/shopside/model/model-0a1b2c3d4e.bin')).headers['cache-control']).toContain('immutable')
    expect((await get('/assets/shop.js')).headers['cache-control']).toBe('no-cache')
  })

  it('sends brotli to those who take it', async () => {
    const { headers, body } = await get('/shopside/model/model-0a1b2c3d4e.bin', { 'accept-encoding': 'gzip, br' })
    expect(headers['content-encoding']).toBe('br')
    expect(brotliDecompressSync(body)).toEqual(Buffer.alloc(5000, 7))
  })

  it('draws pictures, and tells the past of those one can be', async () => {
    expect((await get('/pictures/22423.svg')).body.toString()).toBe('<svg>22423</svg>')
    expect((await get('/pictures/design/regency.svg')).body.toString()).toBe('<svg>Regency</svg>')
    expect(JSON.parse((await get('/personas/18058.json')).body.toString())).toMatchObject(
      [{ id: '1', lines: [{ itemId: '22423', title: 'Tea <b>"Stand"</b> & Tin' }] }],
    )
  })

  it('answers for an order by the clock that the request names, and with 304 until a parcel moves', async () => {
    // placed on Saturday 10 December, 9:00
    const path = `/parcels/${toOrderId({ placedAt: openingAt, scenario: 1 }, 0)}.json`
    const at = (time: string, etag = ''): Promise<Got> => get(path, { 'shop-time': time, ...(etag && { 'if-none-match': etag }) })
    const ordered = await at('2011-12-10T09:30:00Z')
    expect(ordered.headers).toMatchObject({ 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache' })
    expect(JSON.parse(ordered.body.toString())).toMatchObject({ shipments: [{ status: 'order_placed', simulated: true }] })
    expect((await at('2011-12-10T10:00:00Z', String(ordered.headers['etag']))).status).toBe(304)
    const packed = await at('2011-12-10T11:00:00Z', String(ordered.headers['etag']))
    expect(packed.status).toBe(200)
    expect(JSON.parse(packed.body.toString())).toMatchObject({ shipments: [{ status: 'packed' }] })
  })

  it('says the same of an order that is none as of one at no time', async () => {
    const known = `/parcels/${toOrderId({ placedAt: openingAt, scenario: 1 }, 0)}.json`
    const answers = await Promise.all([
      get(known), get(known, { 'shop-time': 'soon' }), get('/parcels/TT-ABC-9AAA.json', { 'shop-time': '2011-12-10' }),
      get('/parcels/TT-..%2f1.json', { 'shop-time': '2011-12-10' }), get('/parcels/1001.json', { 'shop-time': '2011-12-10' }),
    ])
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
  })

  it('answers HEAD without a body, and refuses to be written to', async () => {
    expect((await get('/', {}, 'HEAD')).body).toHaveLength(0)
    expect((await get('/', {}, 'POST')).status).toBe(405)
  })
})

describe('listen', () => {
  it('says that a port is taken and takes the next one', async () => {
    const said: string[] = []
    const other = createServer()
    const taken = await listen(other, port, sentence => said.push(sentence))
    other.close()
    expect(taken).toBeGreaterThan((server.address() as AddressInfo).port)
    expect(said[0]).toBe(`Port ${port} is taken, trying ${port + 1}.`)
  })
})
