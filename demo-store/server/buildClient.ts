import { fileURLToPath } from 'node:url'
import { build } from 'vite'

export interface BuildClientOptions {
  /** Reads the Shopside packages from their sources instead of what is built: for those who change them. @default false */
  fromSource?: boolean
  /** Folder for the scripts, absolute. @default demo-store/dist/assets */
  outDir?: string
}

/**
 * What is needed together travels together: a few files side by side instead of thirty, one waiting for the other.
 * `base` is all that `shop.js` imports but itself (it awaits at its top, so that nothing may import it back), `engine` what a
 * first row is ranked with, `row` what it is drawn with, `runtime` what all widgets share. What is seldom asked for stays a file
 * of its own.
 */
const groups: { name: string; test: RegExp; tags?: ['$initial']; priority: number; minShareCount?: number }[] = [
  { name: 'base', test: /^(?!.*client\/shop\.ts$)/, tags: ['$initial'], priority: 3 },
  {
    name: 'engine', test: /packages\/browser\/(dist|src)\/(chunks|lazy|log)\/(wayOut|ranking|folding|foldLog)\.[jt]s$/,
    priority: 2,
  },
  {
    name: 'runtime',
    test: /node_modules\/preact\/|packages\/widgets\/(dist|src)\/(?!.*(recommendations|cart-?nudge|order-?tracking))/i,
    minShareCount: 2, priority: 1,
  },
  {
    name: 'row', test: /packages\/widgets\/(dist|src)\/(chunks\/recommendations\.js|recommendations\/recommendations\.ts)$/,
    priority: 0,
  },
]

/** Builds the shop's own scripts: `shop.js`, and chunks whose names hold their hash. Takes about a second. */
export async function buildClient({ fromSource = false, outDir }: BuildClientOptions = {}): Promise<void> {
  const root = fileURLToPath(new URL('../', import.meta.url))
  await build({
    configFile: false,
    root,
    base: '/assets/',
    publicDir: false,
    logLevel: 'warn',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    resolve: fromSource ? { conditions: ['shopside-source', 'module', 'browser', 'default'] } : {},
    build: {
      target: 'es2022',
      outDir: outDir ?? fileURLToPath(new URL('../dist/assets', import.meta.url)),
      emptyOutDir: true,
      minify: true,
      // the server writes which files a page will want (`readScripts`); chunks ask for nothing by themselves
      modulePreload: false,
      manifest: true,
      rollupOptions: {
        input: { shop: `${root}client/shop.ts` },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js', codeSplitting: { groups } },
      },
    },
  })
}
