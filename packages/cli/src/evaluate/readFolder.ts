import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Head, Model, Shard } from '@shopside/engine'
import { ModelError, openHead, openModel, openShard, readManifest } from '@shopside/engine'
import { InputError } from '../inputError.ts'
import { brotliLength } from '../write/brotliLength.ts'

/** What a shard weighs. */
export interface ShardBytes {
  bytes: number
  brotliBytes: number
}

/** A model folder, read back as a browser reads it. */
export interface ModelFolder {
  head: Head
  /** The whole shop: all shards at once. */
  model: Model
  /**
   * What a browser holds that has looked at these items, oldest first: the shards of the last ten. The model itself where there
   * are no shards.
   */
  modelAround(itemIds: readonly string[]): Model
  /** The shards for `modelAround`, one entry each: bytes as stored and after brotli. */
  shardsAround(itemIds: readonly string[]): ShardBytes[]
}

/** Items whose shards a browser loads. */
const lastItems = 10

/** Reads a folder that `build` wrote. @throws InputError when there is no model in it */
export function readFolder(folder: string): ModelFolder {
  const manifest = readManifest(readJson(join(folder, 'manifest.json')))
  if ('reason' in manifest) {
    throw new InputError(
      `is no manifest of a model (${manifest.reason})`, 'build the folder anew', { file: join(folder, 'manifest.json') },
    )
  }
  const files: Uint8Array[] = []
  const { head, shards, model } = open(folder, manifest.files.model.path, files)
  const weighed: ShardBytes[] = []
  let held: { key: string; model: Model } | undefined
  const around = (itemIds: readonly string[]): number[] => {
    const last = [...new Set([...itemIds].reverse())].slice(0, lastItems)
    return [...new Set(last.flatMap(id => head.shardOf(id)))].sort((a, b) => a - b)
  }
  return {
    head, model,
    modelAround(itemIds) {
      if (head.shardCount === 0) return model
      const wanted = around(itemIds)
      const key = wanted.join()
      if (held?.key !== key) held = { key, model: openModel(head, wanted.map(shard => shards[shard]!)) }
      return held.model
    },
    shardsAround: itemIds => around(itemIds).map(shard =>
      weighed[shard] ??= { bytes: files[shard]!.length, brotliBytes: brotliLength(files[shard]!) }),
  }
}

/** @param files takes the bytes of each shard @throws InputError when a file is missing or is none of a model */
function open(folder: string, path: string, files: Uint8Array[]): { head: Head; shards: Shard[]; model: Model } {
  const read = (name: string): Uint8Array => new Uint8Array(readFileSync(join(folder, name)))
  try {
    const head = openHead(read(path))
    const shards = Array.from({ length: head.shardCount }, (_, shard) => {
      const file = read(head.shardFile(shard))
      files.push(file)
      return openShard(file)
    })
    return { head, shards, model: openModel(head, shards) }
  } catch (cause) {
    if (!(cause instanceof ModelError) && (cause as NodeJS.ErrnoException).code === undefined) throw cause
    throw new InputError(`holds no whole model: ${(cause as Error).message}`, 'build the folder anew', { file: folder }, cause)
  }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    const isMissing = (cause as NodeJS.ErrnoException).code === 'ENOENT'
    const problem = isMissing ? 'no such file' : `cannot be read: ${(cause as Error).message}`
    throw new InputError(problem, 'name the folder that shopside build wrote', { file }, cause)
  }
}
