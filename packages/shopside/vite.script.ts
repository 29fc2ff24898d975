import { copyFileSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { minify } from 'terser'
import { defineConfig, minify as compress, type Plugin } from 'vite'

const here = dirname(fileURLToPath(import.meta.url))
const outDir = join(here, 'dist/script')

/** The script tag's file. All that it starts is in one chunk beside it, `eager`. */
const tag = join(here, 'src/tag.ts')

/** What every page with recommendations ranks with: in one chunk, whatever the further strategies share with it. */
const ranking = ['recommend/recommend', 'model/openModel', 'model/openShard', 'model/manifest']
  .map(name => join(here, `../engine/src/${name}.ts`))

/**
 * Whether a module runs from the start: `tag.ts` imports it, or something that does. Lazy chunks use some of these too, so they
 * may not stand in the entry: a lazy chunk that imported the entry would load it a second time wherever the tag's address has a
 * query, and two copies of signals-core do not track each other. And one file is smaller than two.
 */
function isEager(id: string, graph: Graph): boolean {
  return id !== tag && isReached(tag, id, graph)
}

/**
 * A few lines each, that several lazy parts share. In a file of their own they would weigh twice, and beside the others of one part every
 * page with another part would load that part too.
 */
const isShared = new RegExp(`(${[
  'browser/src/(page/onNavigation|log/(withRules|cachesOf)|model/keptModelName|segments/keptSegmentsKey)',
  'engine/src/(predict/decay|profile/(recall|rulesNeeded))',
].join('|')})\\.ts$`)

/** Files that a page loads without `type="module"`. */
const classic = ['stub.js', 'shopside.iife.js']

interface Graph {
  getModuleInfo(id: string): { importedIds: string[] } | null
}

/** Whether `entry` imports a module statically, or something that it imports does. */
function isReached(entry: string, id: string, graph: Graph): boolean {
  let found = reached.get(entry)
  if (found === undefined) reached.set(entry, found = collect(entry, new Set()))
  return found.has(id)

  function collect(importer: string, seen: Set<string>): Set<string> {
    if (seen.has(importer)) return seen
    seen.add(importer)
    for (const imported of graph.getModuleInfo(importer)?.importedIds ?? []) collect(imported, seen)
    return seen
  }
}
const reached = new Map<string, Set<string>>()

const cssBeside: Plugin = {
  name: 'shopside-css-beside',
  closeBundle() {
    mkdirSync(outDir, { recursive: true })
    copyFileSync(join(here, 'src/shopside.css'), join(outDir, 'shopside.css'))
  },
}

/**
 * The bundler's own helper walks an object with `for in`: on a page that has added to Object.prototype it would take the addition
 * for an export, and no chunk that is imported lazily could be loaded.
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

/**
 * Minified by the bundler's own compressor, which knows its notes on what is pure, and then by terser: together 2.4 % less after brotli
 * than by the first alone (all files 160.4 to 156.6 kB). Reading a property of the page's may throw or count: it is never left out.
 */
const shrink: Plugin = {
  name: 'shopside-shrink',
  renderChunk: {
    order: 'post',
    async handler(code, { fileName }) {
      // A name at the top of a classic script is a global of the page.
      const module = !classic.includes(fileName)
      const compressed = await compress(fileName, code, { module, mangle: false })
      const { code: small } = await minify(compressed.code, { module, ecma: 2020, compress: { passes: 3, pure_getters: false } })
      return { code: small!, map: null }
    },
  },
}

/** The script-tag build: one ES entry, lazy chunks beside it, the stub, the loader for tag managers, and the stylesheet. */
export default defineConfig({
  root: here,
  resolve: { conditions: ['shopside-source'] },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [cssBeside, ownExportsOnly, shrink],
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
        minify: false,
        codeSplitting: {
          groups: [
            { name: (id, graph) => (isEager(id, graph) || isShared.test(id) ? 'eager' : null) },
            // How the log's records are read and checked: folding, mirroring, restoring and upkeep all need it, and none needs
            // another.
            { name: 'records', test: /browser\/src\/log\/(records|batch|logKey|caps|readBatches|sealedText|mirrorCache|alone|isInBase|withHoles|checkpoint)\.ts|engine\/src\/profile\/hashId/ },
            { name: 'profile', test: /engine\/src\/profile|browser\/src\/(lazy\/folding|log\/(foldLog|idbReading))/ },
            {
              name: (id, graph) => (
                id.endsWith('lazy/ranking.ts') || (/engine\/src\/(model|recommend)\//.test(id) && ranking.some(
                  entry => isReached(entry, id, graph),
                )) ? 'ranking' : null
              ),
            },
            // What every element needs, also one that draws nothing and has no use for the runtime.
            { name: 'connect', test: /widgets\/src\/(connect|defineElement|toPropertyName)\.ts/ },
            {
              name: 'runtime',
              test: /node_modules\/preact\/|widgets\/src\/(?!recommendations\/(?!row)|cart-nudge|order-tracking|lazy)/,
              minShareCount: 2,
            },
            // What the parts of a platform's source have in common, so that each part is fetched when it is needed, and once.
            {
              name: 'platform',
              test: /connectors\/src\/(platform\/|shopify\/shopifyId|woocommerce\/(plainWords|onJquery|jqueryOf))/,
            },
            // What reads the page, with the door that all of its detectors go through. Then one
            // file where a page has JSON-LD: microdata is read by the same rules.
            { name: 'capturing', test: /browser\/src\/(lazy\/capturing|capture\/(seenItem|availability))/ },
            {
              name: 'schema',
              test: /browser\/src\/(lazy\/jsonLd\.|capture\/(jsonLd\.|linkedData|schema(Offer|Page|Product|Value)|pageAddress))/,
            },
          ],
        },
      },
    },
  },
})
