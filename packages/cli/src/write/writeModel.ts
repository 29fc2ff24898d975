import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { constants, gzipSync } from 'node:zlib'
import type { Manifest, ManifestFile, ModelParts } from '@shopside/engine'
import { createModelWriter, openHead, readManifest } from '@shopside/engine'
import { brotliLengthLater } from './brotliLength.ts'
import { planShards } from './planShards.ts'

/** A file that was written. `brotliBytes`: what travels when the shop's server compresses. */
export interface WrittenFile {
  path: string
  bytes: number
  brotliBytes: number
}

/** How a model is cut and stored. */
export interface WriteOptions {
  /** Above so many items the model is written in shards. @default 5000 */
  shardAbove?: number
  /** About so many items a shard. @default 128, and up to 256 where a byte could not number the shards */
  shardItems?: number
  /** Items of other shards that a shard holds for drawing, at most. @default 128 */
  rim?: number
  /** Write a `.gz` twin beside every file, for hosts that compress nothing themselves. @default false */
  gzip?: boolean
}

/** What was written. */
export interface WrittenModel {
  /** The model, or its head, and the manifest. */
  files: WrittenFile[]
  /** After brotli: header with constants; ids in model order; with relations and header these and what is drawn make the files. */
  headerBytes: number
  idBytes: number
  shards?: {
    count: number
    /** All shards together. */
    bytes: number
    brotliBytes: number
    /** After brotli. */
    medianBytes: number
    largestBytes: number
    rim: number
    /** Share of the first eight neighbours of all rows that are drawn from the shard alone. */
    drawable: number
  }
}

/**
 * Measured on public click sessions (37,000 items): nine in ten visits need 13.9 kB of shards of 128 items, 22.5 kB of 256. A byte
 * numbers 256 of them in the head's list; beyond that shards grow with the shop, up to 256 items.
 */
function shardSize(items: number): number {
  return Math.min(256, Math.max(128, items / 256))
}

const ownFile = /^((model|shard)\.[\da-f]{16}\.bin|norms\.[\da-f]{16}\.json)(\.gz)?$/

/**
 * Writes a model in model order, and its manifest, into `folder`. Whoever reads meanwhile sees the old manifest with the old files or the
 * new with the new: every file gets a name of its own (its hash), and the manifest is put in place last, by rename. The files of the
 * manifest before stay, for pages that have just read it; older ones are removed.
 *
 * @param norms text of `normsText`, a file of its own
 */
export async function writeModel(folder: string, parts: ModelParts, options: WriteOptions = {}, norms?: string): Promise<WrittenModel> {
  const { shardAbove = 5000, shardItems = shardSize(parts.items.length), rim = 128, gzip = false } = options
  mkdirSync(folder, { recursive: true })
  const kept = new Set(currentFiles(folder))
  const writer = createModelWriter(parts)
  const plan = parts.items.length > shardAbove ? planShards(parts, shardItems, rim) : undefined
  const shards: Written[] = []
  const hashes: Buffer[] = []
  for (const items of plan?.shards ?? []) {
    const shard = put('shard', writer.shard(items))
    hashes.push(shard.hash.subarray(0, 8))
    shards.push(shard)
  }
  const model = plan ? writer.head(plan.shards.map(({ own }) => own), Buffer.concat(hashes), plan.shelf) : writer.whole()
  const file = put('model', model)
  const headerBytes = brotliLengthLater(model.subarray(0, writer.headerBytes))
  const idBytes = brotliLengthLater(new TextEncoder().encode(parts.items.map(item => item.itemId).join('\n')))
  const normsFile = norms === undefined ? undefined : put('norms', new TextEncoder().encode(norms), 'json')
  const manifest: Manifest = {
    format: 'shopside-model', version: 2, asOf: parts.asOf, ...(parts.currency === undefined ? {} : { currency: parts.currency }),
    items: parts.items.length, shards: shards.length, files: { model: named(file), ...(normsFile && { norms: named(normsFile) }) },
  }
  const json = new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`)
  store('manifest.json', json)
  for (const name of readdirSync(folder)) {
    if ((ownFile.test(name) && !kept.has(name.replace(/\.gz$/, ''))) || (!gzip && name === 'manifest.json.gz')) rmSync(join(folder, name), { force: true })
  }
  const sizes = await Promise.all(shards.map(each => measured(each)))
  const bySize = sizes.map(({ brotliBytes }) => brotliBytes).sort((a, b) => a - b)
  const sum = (pick: (one: WrittenFile) => number): number => sizes.reduce((all, one) => all + pick(one), 0)
  return {
    headerBytes: await headerBytes, idBytes: await idBytes,
    files: [await measured(file), ...(normsFile ? [await measured(normsFile)] : []), { path: 'manifest.json', bytes: json.length, brotliBytes: await brotliLengthLater(json) }],
    ...(plan && {
      shards: {
        count: sizes.length, bytes: sum(one => one.bytes), brotliBytes: sum(one => one.brotliBytes), rim, drawable: plan.drawable,
        medianBytes: bySize[bySize.length >> 1]!, largestBytes: bySize.at(-1)!,
      },
    }),
  }

  function put(kind: 'model' | 'shard' | 'norms', bytes: Uint8Array, ending = 'bin'): Written {
    const hash = createHash('sha256').update(bytes).digest()
    const path = `${kind}.${hash.toString('hex').slice(0, 16)}.${ending}`
    store(path, bytes)
    kept.add(path)
    return { path, bytes: bytes.length, brotliBytes: brotliLengthLater(bytes), hash }
  }
  function store(name: string, bytes: Uint8Array): void {
    // The twin first: a host that prefers it must never have an old one beside a new file.
    if (gzip) writeWhole(folder, `${name}.gz`, gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }))
    writeWhole(folder, name, bytes)
  }
}

/** A file whose length after brotli is still being measured. */
interface Written extends Omit<WrittenFile, 'brotliBytes'> {
  hash: Buffer
  brotliBytes: Promise<number>
}

/** As a manifest names it. */
function named({ path, bytes, hash }: Written): ManifestFile {
  return { path, bytes, sha256: hash.toString('hex') }
}

async function measured({ path, bytes, brotliBytes }: Written): Promise<WrittenFile> {
  return { path, bytes, brotliBytes: await brotliBytes }
}

/** Files that the present manifest names, if there is one. */
function currentFiles(folder: string): string[] {
  try {
    const manifest = readManifest(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')))
    if ('reason' in manifest) return []
    const { model: { path }, norms } = manifest.files
    const own = norms ? [path, norms.path] : [path]
    if (!manifest.shards) return own
    const head = openHead(new Uint8Array(readFileSync(join(folder, path))))
    return [...own, ...Array.from({ length: head.shardCount }, (_, shard) => head.shardFile(shard))]
  } catch {
    // No manifest yet, or a broken one: nothing to keep.
    return []
  }
}

/** Temporary name, fsync, rename: after a crash the file is whole or not there. */
function writeWhole(folder: string, name: string, bytes: Uint8Array): void {
  const temporary = join(folder, `.${name}.${process.pid}.tmp`)
  const file = openSync(temporary, 'w')
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
    fsyncSync(file)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  } finally {
    closeSync(file)
  }
  renameSync(temporary, join(folder, name))
}
