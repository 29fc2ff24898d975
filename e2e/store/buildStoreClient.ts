import { join } from 'node:path'
import { inputsHash } from '../build/inputsHash.ts'
import { dropStamp, isFresh, writeStamp } from '../build/stamp.ts'
import { root } from '../root.ts'

/** Builds the demo store's own scripts from the built packages, unless nothing has changed. @returns true when it built */
export async function buildStoreClient(): Promise<boolean> {
  const store = join(root, 'demo-store')
  const inputs = ['client', 'shop', 'pages', 'server', 'package.json'].map(name => join(store, name))
  const sources = ['engine', 'browser', 'widgets', 'shopside'].map(name => join(root, 'packages', name, 'src'))
  const hash = inputsHash([...inputs, ...sources, join(root, 'pnpm-lock.yaml')])
  if (isFresh('store-client', hash, [join(store, 'dist', 'assets', 'shop.js')])) return false
  dropStamp('store-client')
  const { buildClient } = await import('demo-store/server/buildClient.ts')
  await buildClient()
  writeStamp('store-client', hash)
  return true
}
