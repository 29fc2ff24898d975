import { copyFileSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'

const here = dirname(fileURLToPath(import.meta.url))
const outDir = join(here, 'dist/script')

/** The script tag's file. All that it starts is in one chunk beside it, `eager`. */
const tag = join(here, 'src/tag.ts')

/**
 * Whether a module runs from the start: `tag.ts` imports it, or something that does. Lazy chunks use some of these too, so they may not
 * stand in the entry: a lazy chunk that imported the entry would load it a second time wherever the tag's address has a query, and two
 * copies of signals-core do not track each other. And one file is smaller than two.
 */
function isEager(id: string, graph: { getModuleInfo(id: string): { importedIds: string[] } | null }): boolean {
  if (eager.size === 0) collect(tag)
  return id !== tag && eager.has(id)

  function collect(importer: string): void {
    if (eager.has(importer)) return
    eager.add(importer)
    for (const imported of graph.getModuleInfo(importer)?.importedIds ?? []) collect(imported)
  }
}
const eager = new Set<string>()

const cssBeside: Plugin = {
  name: 'shopside-css-beside',
  closeBundle() {
    mkdirSync(outDir, { recursive: true })
    copyFileSync(join(here, 'src/shopside.css'), join(outDir, 'shopside.css'))
  },
}

/**
 * The bundler's own helper walks an object with `for in`: on a page that has added to Object.prototype it would take the addition for an
 * export, and no chunk that is imported lazily could be loaded.
 */
const ownExportsOnly: Plugin = {
  name: 'shopside-own-exports-only',
  renderChunk(code, chunk) {
    if (chunk.name !== 'rolldown-runtime') return null
    const own = code.replace(/for ?\(var (\w+) in (\w+)\)/, 'for (var $1 of Object.keys($2))')
    if (own === code) throw new Error('the helper of rolldown has changed: see whether it still walks with "for in"')
    return { code: own, map: null }
  },
}

/** The script-tag build: one ES entry, lazy chunks beside it, the stub, the loader for tag managers, and the stylesheet. */
export default defineConfig({
  root: here,
  resolve: { conditions: ['shopside-source'] },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [cssBeside, ownExportsOnly],
  build: {
    target: 'es2022',
    outDir,
    emptyOutDir: true,
    modulePreload: false,
    lib: {
      entry: { shopside: tag, stub: join(here, 'src/stub.ts'), 'shopside.iife': join(here, 'src/loader.ts') },
      formats: ['es'],
    },
    rollupOptions: {
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        minify: true,
        codeSplitting: {
          groups: [
            { name: (id, graph) => (isEager(id, graph) ? 'eager' : null) },
            { name: 'runtime', test: /node_modules\/preact\/|widgets\/src\/(?!recommendations\/(?!row)|cart-nudge|order-tracking|lazy)/, minShareCount: 2 },
            // What the parts of a platform's source have in common, so that each part is fetched when it is needed, and once.
            { name: 'platform', test: /connectors\/src\/(platform\/|shopify\/shopifyId|woocommerce\/(plainWords|onJquery|jqueryOf))/ },
            // How the log's records are read and checked: folding, mirroring, restoring and upkeep all need it, and none needs another.
            { name: 'records', test: /browser\/src\/log\/(records|batch|logKey|caps|readBatches|sealedText|mirrorCache|alone|isInBase|withHoles|checkpoint)\.ts/ },
            // What reads the page, with the door that all of its detectors go through; routes are the way out's too. Then one file where a page
            // has JSON-LD: microdata is read by the same rules.
            { name: 'onNavigation', test: /browser\/src\/page\/onNavigation/ },
            { name: 'capturing', test: /browser\/src\/(lazy\/capturing|capture\/(seenItem|availability))/ },
            { name: 'schema', test: /browser\/src\/(lazy\/jsonLd\.|capture\/(jsonLd\.|linkedData|schema(Offer|Page|Product|Value)|pageAddress))/ },
            { name: 'profile', test: /engine\/src\/profile|browser\/src\/(lazy\/folding|log\/(foldLog|idbReading))/ },
          ],
        },
      },
    },
  },
})
