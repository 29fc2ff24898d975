import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { plainPage } from '../browser/plainShop.ts'
import { serveFolder, type StaticHost } from '../browser/serveFolder.ts'
import { root } from '../root.ts'
import { sdkDir } from '../store/paths.ts'

/** The page's own half, at `/writing.js`: both arms write under one origin, so that one wipe takes both or neither. */
const writing = readFileSync(join(root, 'e2e', 'kill', 'writing.js'), 'utf8')

/** A host whose page has Shopside, plain idb-keyval as the control, and functions to write and read both. */
export function serveKillPage(): Promise<StaticHost> {
  // idb-keyval belongs to the browser package: asked for from there.
  const idbKeyval = dirname(createRequire(join(root, 'packages', 'browser', 'package.json')).resolve('idb-keyval'))
  return serveFolder({
    pages: {
      '/': plainPage('<script type="module" src="/writing.js"></script>', 'data-consent="granted" data-currency="GBP"'),
      '/raw': '<!doctype html><title>Without Shopside</title><link rel="icon" href="data:,">',
    },
    folders: { '/shopside/': sdkDir, '/control/': idbKeyval },
    fixed: { '/writing.js': { type: 'text/javascript', body: writing } },
  })
}

/**
 * Address of one more origin of the same host: every `*.localhost` is this machine, and each has a database folder of its own.
 */
export function originOf(host: StaticHost, name: string): string {
  return host.url.replace('localhost', `${name}.localhost`)
}
