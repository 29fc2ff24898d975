import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { plainPage } from '../browser/plainShop.ts'
import { serveFolder, type StaticHost } from '../browser/serveFolder.ts'
import { root } from '../root.ts'
import { sdkDir } from '../store/paths.ts'

/** A host whose pages are isolated (clocks of 5 µs steps), with Shopside, plain idb-keyval and the engine's built files. */
export function serveTrackPage(): Promise<StaticHost> {
  const idbKeyval = dirname(createRequire(join(root, 'packages', 'browser', 'package.json')).resolve('idb-keyval'))
  const page = plainPage('', 'data-consent="granted" data-currency="GBP"')
  return serveFolder({
    pages: { '/': page, '/raw': '<!doctype html><title>Without Shopside</title><link rel="icon" href="data:,">' },
    headers: { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' },
    folders: { '/shopside/': sdkDir, '/control/': idbKeyval, '/engine/': join(root, 'packages', 'engine', 'dist') },
  })
}
