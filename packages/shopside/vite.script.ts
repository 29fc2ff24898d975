import { copyFileSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'

const here = dirname(fileURLToPath(import.meta.url))
const outDir = join(here, 'dist/script')

/**
 * Eager code that lazy chunks use too goes into one file of its own: a lazy chunk that imported the entry would load it a second time
 * wherever the tag's address has a query, and two copies of signals-core do not track each other.
 */
const sharedWithLazyChunks = /signals-core|idb-keyval|engine\/src\/boundary|browser\/src\/(version|consent\/(gate|consentKey|storedConsent|toState)|log\/(batch|caps|logKey|useStore|lastChance|plainJson)|page\/whenIdle|shopsideError|loadTwice)/

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
      entry: { shopside: join(here, 'src/autoload.ts'), stub: join(here, 'src/stub.ts'), 'shopside.iife': join(here, 'src/loader.ts') },
      formats: ['es'],
    },
    rollupOptions: {
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        minify: true,
        codeSplitting: {
          groups: [
            { name: 'shared', test: sharedWithLazyChunks },
            { name: 'runtime', test: /node_modules\/preact\/|widgets\/src\/(?!recommendations\/(?!row)|cart-nudge|order-tracking|lazy)/, minShareCount: 2 },
            // What the parts of a platform's source have in common, so that each part is fetched when it is needed, and once.
            { name: 'platform', test: /connectors\/src\/(platform\/|shopify\/shopifyId|woocommerce\/(plainWords|onJquery|jqueryOf))/ },
            // How the log's records are read and checked: folding, mirroring, restoring and upkeep all need it, and none needs another.
            { name: 'records', test: /browser\/src\/log\/(records|readBatches|sealedText|mirrorCache|alone|isInBase|withHoles|checkpoint)\.ts/ },
            { name: 'profile', test: /engine\/src\/profile|browser\/src\/(lazy\/folding|log\/foldLog)/ },
          ],
        },
      },
    },
  },
})
