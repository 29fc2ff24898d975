import { join } from 'node:path'
import { build } from 'vite'
import { root } from '../root.ts'

/** A folder with `created.js`, which puts the built `createShopside` under `window.created`: what a shop that bundles us runs. */
export async function createdFolder(): Promise<string> {
  const outDir = join(root, '.cache', 'hostile')
  const id = '\0created'
  await build({
    configFile: false, logLevel: 'silent', root: import.meta.dirname, base: './',
    plugins: [{
      name: 'created', resolveId: source => (source === 'created' ? id : undefined),
      load: source => (
        source === id ? 'import { createShopside } from "shopside"\nwindow.created = createShopside\n' : undefined
      ),
    }],
    build: {
      outDir, emptyOutDir: true, modulePreload: false,
      rollupOptions: { input: 'created', output: { entryFileNames: 'created.js' } },
    },
  })
  return outDir
}
