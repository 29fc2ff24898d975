import type { Environment } from '../environment.ts'
import { alone } from '../log/alone.ts'
import { cachesOf } from '../log/cachesOf.ts'
import { mirrorName } from '../log/mirrorCache.ts'
import { keptModelName } from './keptModelName.ts'

/** The manifest of the copy. */
export interface KeptManifest {
  /** Address of the model folder. */
  folder: string
  text: string
  /** When it was last found to be the host's newest. Epoch ms by the shop's clock. */
  checkedAt: number
}

/**
 * The last good copy of a model, in the browser's Cache API: what a page shows at once, and what it falls back to. Nothing here
 * rejects.
 */
export interface KeptModel {
  manifest(): Promise<KeptManifest | undefined>
  /** A content-hashed file by its name. */
  file(name: string): Promise<Uint8Array | undefined>
  keep(file: string, bytes: Uint8Array): Promise<void>
  /** Files beside `head` go when this manifest is another one than before: they are of another build. */
  settle(manifest: KeptManifest, head: string): Promise<void>
}

/** Shards kept, of some fifteen kilobytes each. Those that came first go first. */
const maxShards = 80
/** What is larger is fetched anew: the browser's own cache may have it. */
const maxFileBytes = 4e6
/** Longest wait for a tab that writes or erases. */
const lockTimeoutMs = 1000

/**
 * Its entries lie at addresses of our own origin that are never fetched: a shop's service worker that looks into all caches does
 * not answer with them. Written under the lock that an erase holds; opened only while `mayKeep` says so.
 */
export function openKeptModel(environment: Environment, name: string, mayKeep: () => boolean): KeptModel {
  const prefix = `${environment.window.location.origin}/__shopside/${keptModelName(name)}/`
  const manifestAddress = `${prefix}manifest`

  /** Storage may be full or refused at any moment: then it is as if nothing were kept. */
  async function quietly<Answer>(work: (cache: Cache) => Promise<Answer>): Promise<Answer | undefined> {
    try {
      const cache = mayKeep() ? await cachesOf(environment)?.open(keptModelName(name)) : undefined
      return cache && await work(cache)
    } catch {
      return undefined
    }
  }

  const write = (work: (cache: Cache) => Promise<void>): Promise<void> =>
    alone(environment, mirrorName(name), lockTimeoutMs, async () => void await quietly(work)).catch(() => {})

  const manifest = (): Promise<KeptManifest | undefined> => quietly(async cache => {
    const found = await cache.match(manifestAddress)
    return found && await found.json() as KeptManifest
  })

  return {
    manifest,
    file: file => quietly(async cache => {
      const found = await cache.match(prefix + file)
      return found && new Uint8Array(await found.arrayBuffer())
    }),
    keep: (file, bytes) => write(async cache => {
      if (bytes.length > maxFileBytes) return
      await cache.put(prefix + file, new Response(bytes as Uint8Array<ArrayBuffer>))
      const shards = (await cache.keys()).filter(({ url }) => url.includes('/shard.'))
      for (const { url } of shards.slice(0, -maxShards)) await cache.delete(url)
    }),
    settle: (kept, head) => write(async cache => {
      const before = await cache.match(manifestAddress)
      const isAnother = (await before?.json() as KeptManifest | undefined)?.text !== kept.text
      await cache.put(manifestAddress, Response.json(kept))
      if (!isAnother) return
      for (const { url } of await cache.keys()) if (url !== manifestAddress && url !== prefix + head) await cache.delete(url)
    }),
  }
}
