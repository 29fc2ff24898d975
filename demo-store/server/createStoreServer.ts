import { createServer, type Server } from 'node:http'
import type { CatalogueItem } from '../catalogue/CatalogueItem.ts'
import { frame } from '../pages/frame.ts'
import { notFoundPage } from '../pages/notFoundPage.ts'
import { routePage } from '../pages/routePage.ts'
import { toShop } from '../shop/Shop.ts'
import { toSlug } from '../shop/slug.ts'
import { contentTypes, type Answer } from './Answer.ts'
import { parcelAnswers, shopTimeHeader } from './parcelAnswers.ts'
import type { OrderBook } from './readOrders.ts'
import { readScripts } from './readScripts.ts'
import { send } from './send.ts'
import { staticFolder } from './staticFolder.ts'

/** What a shop is made of. Folders are absolute paths. */
export interface StoreOptions {
  catalogue: readonly CatalogueItem[]
  /** Popularity for the shop's own order, and the orders of those one can be in the panel. */
  orders: OrderBook
  drawPicture: (item: CatalogueItem) => string
  drawDesignTile: (motif: string) => string
  /** What `shopside build` wrote: manifest.json and hashed files. */
  modelDir: string
  /** The script tag's folder: shopside.js, its chunks, shopside.css. */
  sdkDir: string
  /** The built client scripts of the shop. */
  clientDir: string
  /** Fonts and the mark. */
  assetsDir: string
  /** Six parcel files, `1.json` to `6.json`. */
  parcelsDir: string
  stylesheet: string
}

/** Makes the shop's server; `listen` starts it. Pages are pure functions of the catalogue and the address. */
export function createStoreServer(options: StoreOptions): Server {
  const shop = toShop(options.catalogue, options.orders.customers)
  const bySlug = new Map(options.catalogue.map(item => [item.itemId.toLowerCase(), item]))
  const motifBySlug = new Map(
    options.catalogue.flatMap(({ motif }) => (motif === undefined ? [] : [[toSlug(motif), motif] as const])),
  )
  const stylesheet = toAnswer('.css', options.stylesheet)
  const scriptsOf = readScripts(options.clientDir)
  const parcels = parcelAnswers(options.parcelsDir)
  const pictures = new Map<string, Answer>()
  const folders: readonly (readonly [prefix: string, read: (path: string) => Promise<Answer | undefined>])[] = [
    // the model stands inside the script's folder in the address, so it is asked first
    ['/shopside/model/', staticFolder(options.modelDir)],
    ['/shopside/', staticFolder(options.sdkDir)],
    ['/assets/', firstOf(staticFolder(options.clientDir), staticFolder(options.assetsDir))],
    ['/parcels/', staticFolder(options.parcelsDir)],
  ]

  return createServer((request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end()
      return
    }
    answer(request.url ?? '/', request.headers[shopTimeHeader]).then(
      found => send(request, response, found),
      (error: unknown) => {
        // a fault of ours: said in the terminal, and the visitor gets a plain page
        console.error(error)
        send(
          request, response,
          { status: 500, type: 'text/plain; charset=utf-8', body: 'Something here is broken. It is not you.', cache: 'no-cache' },
        )
      },
    )
  })

  async function answer(address: string, shopTime: string | string[] | undefined): Promise<Answer> {
    const url = toUrl(address)
    const path = url && toPath(url)
    if (!url || path === undefined) return toPageAnswer('/', undefined)
    if (path === '/assets/shop.css') return stylesheet
    const picture = pictureOf(path)
    if (picture) return picture
    const parcel = path.startsWith('/parcels/TT-') ? await parcels(path.slice('/parcels/'.length), String(shopTime)) : undefined
    if (parcel) return parcel
    for (const [prefix, read] of folders) {
      if (path.startsWith(prefix)) return (await read(path.slice(prefix.length))) ?? toPageAnswer(path, undefined)
    }
    const persona = /^\/personas\/(\d+)\.json$/.exec(path)?.[1]
    const past = persona === undefined ? undefined : options.orders.orders.get(persona)
    if (past) return toAnswer('.json', JSON.stringify(past.map(withTitles)))
    return toPageAnswer(path, url.searchParams)
  }

  function toPageAnswer(path: string, query: URLSearchParams | undefined): Answer {
    const page = query === undefined ? notFoundPage() : routePage(shop, bySlug, path, query)
    const term = query?.get('q') ?? undefined
    const isCounterOpen = query?.get('counter') === 'open'
    const markup = frame(page, { path, ...(term !== undefined && { term }), isCounterOpen, scripts: scriptsOf(page.data.type) })
    return { ...toAnswer('.html', markup), status: page.status }
  }

  function pictureOf(path: string): Answer | undefined {
    const known = pictures.get(path)
    if (known) return known
    const [, design, name = ''] = /^\/pictures\/(design\/)?([a-z0-9-]+)\.svg$/.exec(path) ?? []
    const item = bySlug.get(name)
    const motif = motifBySlug.get(name)
    const svg = design === undefined ? item && options.drawPicture(item) : motif && options.drawDesignTile(motif)
    if (svg === undefined) return undefined
    const drawn = toAnswer('.svg', svg)
    pictures.set(path, drawn)
    return drawn
  }

  /** Past orders with the names the shop gives its things; what it no longer lists keeps its number alone. */
  function withTitles(order: { id: string; at: number; lines: { itemId: string; quantity: number; price: number }[] }): unknown {
    return { ...order, lines: order.lines.map(
      line => ({ ...line, title: shop.items.get(line.itemId)?.title, groupId: shop.items.get(line.itemId)?.itemGroupId }),
    ) }
  }
}

function toAnswer(ending: string, body: string): Answer {
  return { status: 200, type: contentTypes[ending] ?? 'text/plain', body, cache: 'no-cache' }
}

function toUrl(address: string): URL | undefined {
  return URL.canParse(address, 'http://shop') ? new URL(address, 'http://shop') : undefined
}

/** The decoded path; undefined when it is no valid encoding. */
function toPath(url: URL): string | undefined {
  try {
    return decodeURIComponent(url.pathname)
  } catch {
    // a stray % in an address is a page that does not exist
    return undefined
  }
}

function firstOf(...readers: readonly ((path: string) => Promise<Answer | undefined>)[]): (path: string) =>
  Promise<Answer | undefined> {
  return async path => {
    for (const read of readers) {
      const found = await read(path)
      if (found) return found
    }
    return undefined
  }
}
