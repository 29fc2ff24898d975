import { fileURLToPath } from 'node:url'
import { build } from 'vite'

export interface BuildClientOptions {
  /** Reads the Shopside packages from their sources instead of what is built: for those who change them. @default false */
  fromSource?: boolean
  /** Folder for the scripts, absolute. @default demo-store/dist/assets */
  outDir?: string
}

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
      // the page names its one script itself, and chunks are asked for when they are needed
      modulePreload: false,
      rollupOptions: {
        input: { shop: `${root}client/shop.ts` },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  })
}
