import { createHash } from 'node:crypto'
import { mkdirSync, openSync, closeSync, fsyncSync, readdirSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import type { Manifest } from '@shopside/engine'
import { readManifest } from '@shopside/engine'

/** A file that was written. `brotliBytes`: what travels when the shop's server compresses. */
export interface WrittenFile {
  path: string
  bytes: number
  brotliBytes: number
}

const modelFile = /^model\.[\da-f]{16}\.bin$/

/** Length in bytes after brotli, quality 11: what a static host sends. */
export function brotliLength(bytes: Uint8Array): number {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 }
  return brotliCompressSync(bytes, { params }).length
}

/**
 * Writes a model and its manifest into `folder`. Whoever reads meanwhile sees the old manifest with the old file or the new
 * with the new: the model gets a name of its own (its hash), and the manifest is put in place last, by rename. The file of the
 * manifest before stays, for pages that have just read it; older ones are removed.
 */
export function writeModel(
  folder: string, { model, brotliBytes }: { model: Uint8Array; brotliBytes: number },
  about: Pick<Manifest, 'asOf' | 'items' | 'currency'>,
): WrittenFile[] {
  mkdirSync(folder, { recursive: true })
  const sha256 = createHash('sha256').update(model).digest('hex')
  const path = `model.${sha256.slice(0, 16)}.bin`
  const before = currentFile(folder)
  writeWhole(folder, path, model)
  const manifest: Manifest = {
    format: 'shopside-model', version: 1, asOf: about.asOf, ...(about.currency === undefined ? {} : { currency: about.currency }),
    items: about.items, files: { model: { path, bytes: model.length, sha256 } },
  }
  const json = new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`)
  writeWhole(folder, 'manifest.json', json)
  for (const name of readdirSync(folder)) {
    if (modelFile.test(name) && name !== path && name !== before) rmSync(join(folder, name), { force: true })
  }
  return [
    { path, bytes: model.length, brotliBytes },
    { path: 'manifest.json', bytes: json.length, brotliBytes: brotliLength(json) },
  ]
}

/** The model file that the present manifest names, if there is one. */
function currentFile(folder: string): string | undefined {
  try {
    const manifest = readManifest(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')))
    return 'reason' in manifest ? undefined : manifest.files.model.path
  } catch {
    // No manifest yet, or a broken one: nothing to keep.
    return undefined
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
