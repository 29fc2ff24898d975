import type { Manifest } from '@shopside/engine'
import { loadTwice } from '../loadTwice.ts'
import { loadNorms } from './loadNorms.ts'
import type { KeptModel } from './keptModel.ts'
import type { ModelFolder } from './modelFolder.ts'
import type { ModelReader } from './modelReader.ts'
import type { LoadedModel } from './loadedModel.ts'

/** A model of 100,000 items in one file has a few megabytes. */
const maxModelBytes = 64e6
/** Thirty times a shard of 256 items. */
const maxShardBytes = 256_000
/** A copy that was the newest within this time is shown at once. As long as a price may be shown. */
const atOnceMs = 7 * 86_400_000

/** A model that was opened. */
export interface Loaded {
  model: LoadedModel
  /** Why the copy is shown: the host's newest could not be had. */
  reason?: string
  /** Asks the host for news, for the next page; undefined when it was asked. Never rejects. Resolves to why there are none. */
  refresh?: () => Promise<string | undefined>
}

export interface ModelSources {
  folder: ModelFolder
  /** Address of the folder: a copy of another one is none. */
  address: string
  /** The last good copy; undefined while nothing may be kept. */
  kept: KeptModel | undefined
  reader: () => Promise<ModelReader>
  now: () => number
}

/**
 * Opens the model: the copy at once where there is a fresh one, else what the host has, else the copy, however old. The host's
 * newest is kept only once it has been read whole, so that a broken one never takes the place of a good one.
 *
 * @throws Error with a word for `status()`: `manifest-404`, `manifest-broken`, `timeout`, `too-large`, `model-…`
 */
export async function loadModel({ folder, address, kept, reader, now }: ModelSources): Promise<Loaded> {
  const found = await kept?.manifest()
  const copy = found?.folder === address ? found : undefined
  const isFresh = copy !== undefined && Math.abs(now() - copy.checkedAt) < atOnceMs
  // Begun at once: the reader's file comes meanwhile.
  const asked = isFresh ? undefined : folder.manifest()
  asked?.catch(() => {})
  const reading = await reader()

  /**
   * A file that is kept, else the host's, which is kept once it has been read. One that was damaged meanwhile is fetched anew.
   */
  async function read<File>(name: string, maxBytes: number, openFile: (bytes: Uint8Array) => File): Promise<File> {
    const had = await kept?.file(name)
    try {
      if (had !== undefined) return openFile(had)
    } catch {
      // As if it had not been kept.
    }
    const bytes = await folder.file(name, maxBytes)
    const file = openFile(bytes)
    void kept?.keep(name, bytes)
    return file
  }

  /** @param isNew it is the host's, and kept from now on */
  async function open(text: string, isNew: boolean): Promise<LoadedModel> {
    const { files: { model: { path, bytes }, norms }, shards } = readManifest(text, reading)
    const [head, file] = await Promise.all([
      read(path, Math.min(bytes, maxModelBytes), bytes => wholeModel(bytes, reading)),
      shards > 0 ? loadTwice(() => import('../lazy/sharding.ts')) : undefined,
    ])
    if (isNew) void kept?.settle({ folder: address, text, checkedAt: now() }, path)
    const model = file?.createShardedModel(head.head, reading, name => read(name, maxShardBytes, reading.openShard)) ?? head
    return norms ? Object.assign(model, { norms: () => loadNorms(norms, read) }) : model
  }

  async function refresh(): Promise<string | undefined> {
    try {
      const text = await folder.manifest()
      if (text === copy?.text) await kept?.settle({ ...copy, checkedAt: now() }, '')
      else await open(text, true)
      return undefined
    } catch (error) {
      return wordOf(error)
    }
  }

  if (copy !== undefined && isFresh) {
    const model = await open(copy.text, false).catch(() => undefined)
    if (model !== undefined) return { model, refresh }
  }
  try {
    return { model: await open(await (asked ?? folder.manifest()), true) }
  } catch (error) {
    const model = copy && await open(copy.text, false).catch(() => undefined)
    if (model === undefined) throw error
    return { model, reason: wordOf(error) }
  }
}

/** A model in one file: all of it, whatever is asked. Of one in shards: its head. */
function wholeModel(bytes: Uint8Array, { openHead, openModel }: ModelReader): LoadedModel {
  const head = openHead(bytes)
  const model = openModel(head)
  return { head, over: async () => model, opened: () => [model], knows: itemId => model.indexOf(itemId) >= 0, loaded: () => 0 }
}

/** What went wrong, in a word. */
export function wordOf(error: unknown): string {
  return error instanceof Error ? error.message : 'failed'
}

function readManifest(text: string, reader: ModelReader): Manifest {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    // A page in place of a manifest: said below.
  }
  const manifest = reader.readManifest(json)
  if ('reason' in manifest) throw new Error(`manifest-broken: ${manifest.reason}`)
  return manifest
}
