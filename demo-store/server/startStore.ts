import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readCatalogue } from '../catalogue/readCatalogue.ts'
import { drawDesignTile, drawPicture } from '../pictures/drawPicture.ts'
import { personas } from '../shop/personas.ts'
import { createStoreServer } from './createStoreServer.ts'
import { listen } from './listen.ts'
import { readOrders } from './readOrders.ts'

/** Where the shop is, and how to close it. */
export interface RunningStore {
  /** Such as `http://localhost:4180`, without a slash at its end. */
  url: string
  port: number
  /** Figures for the line printed at the start. */
  products: number
  items: number
  close: () => Promise<void>
}

export interface StartOptions {
  /** First port to try. 0 takes a free one. @default 4180 */
  port?: number
  /** Folder that `shopside build` wrote, absolute. */
  modelDir: string
  /** Folder of the script tag's files, absolute. */
  sdkDir: string
  /** Folder of the shop's own built scripts. @default demo-store/dist/assets, as `buildClient` writes it */
  clientDir?: string
  /** Told of a taken port. @default console.warn */
  say?: (sentence: string) => void
}

const root = new URL('../', import.meta.url)

/** Reads the data and opens the shop. Build its scripts with `buildClient` before. */
export async function startStore(
  { port = 4180, modelDir, sdkDir, clientDir, say = console.warn }: StartOptions,
): Promise<RunningStore> {
  const catalogue = readCatalogue(readFileSync(new URL('data/catalogue.csv', root), 'utf8'))
  const orders = readOrders(readFileSync(new URL('data/orders.csv.gz', root)), new Set(personas.map(({ id }) => id)))
  const server = createStoreServer({
    catalogue,
    orders,
    drawPicture,
    drawDesignTile,
    modelDir,
    sdkDir,
    clientDir: clientDir ?? pathOf('dist/assets'),
    assetsDir: pathOf('assets'),
    parcelsDir: pathOf('parcels'),
    stylesheet: readStylesheet(),
  })
  const taken = await listen(server, port, say)
  return {
    url: `http://localhost:${taken}`,
    port: taken,
    products: new Set(catalogue.map(item => item.itemGroupId)).size,
    items: catalogue.length,
    close: () => new Promise(resolve => {
      server.close(() => resolve())
      server.closeAllConnections()
    }),
  }
}

/** The stylesheets of `styles/`, one after the other by name. */
export function readStylesheet(): string {
  const folder = new URL('styles/', root)
  const names = readdirSync(folder).filter(name => name.endsWith('.css')).sort()
  return names.map(name => readFileSync(new URL(name, folder), 'utf8')).join('\n')
}

function pathOf(path: string): string {
  return fileURLToPath(new URL(path, root))
}
