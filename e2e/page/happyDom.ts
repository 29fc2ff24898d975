import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { GlobalWindow as Window } from 'happy-dom'
import { populateGlobal } from 'vitest/runtime'
import type { Environment } from 'vitest/runtime'
import { bundledFolder } from './bundledFolder.ts'

/** Node's own stay with the tests unless they are named here, as vitest's environment of this name has it. */
const additionalKeys = [
  'Request', 'Response', 'MessagePort', 'fetch', 'Headers', 'AbortController', 'AbortSignal', 'URL', 'URLSearchParams', 'FormData',
]

/** A page for tests, as vitest's `happy-dom`, out of the one file of `bundleHappyDom`. */
const environment: Environment = {
  name: 'happy-dom',
  viteEnvironment: 'client',
  async setup(global) {
    const { GlobalWindow } = await import(pathToFileURL(join(bundledFolder, 'happyDom.mjs')).href) as { GlobalWindow: typeof Window }
    const window = new GlobalWindow({ url: 'http://localhost:3000', console, settings: { disableErrorCapturing: true } })
    const { keys, originals } = populateGlobal(global, window, { bindFunctions: true, additionalKeys })
    return {
      async teardown() {
        await window.happyDOM.abort()
        window.close()
        for (const key of keys) delete global[key]
        for (const [key, value] of originals) global[key] = value
      },
    }
  },
}

export default environment
