import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Model } from '@shopside/engine'
import { decodeModel, readManifest, rowOf } from '@shopside/engine'
import { build } from '../build.ts'
import type { BuildOptions, BuildReport } from '../build.ts'
import { smallCatalogue, smallOrders, temporaryFolder, writeFile } from './smallShop.ts'

/** One folder with the small shop's files, for all tests of a file. */
export const folder: string = temporaryFolder()
export const catalogue: string = writeFile(folder, 'catalogue.csv', smallCatalogue())
export const orders: string = writeFile(folder, 'orders.csv', smallOrders())

/** A build and what it wrote, read back. */
export interface Built {
  report: BuildReport
  model: Model
  bytes: Uint8Array
  out: string
}

let plain: Promise<Built> | undefined

/**
 * Builds the small shop, or what `options` name instead, untuned, into a new folder. Without options: once for all tests of a
 * file.
 */
export async function built(options?: Partial<BuildOptions>): Promise<Built> {
  return options ? builtAnew(options) : plain ??= builtAnew({})
}

async function builtAnew(options: Partial<BuildOptions>): Promise<Built> {
  const out = options.out ?? temporaryFolder()
  const report = await build({ catalogue, orders, out, now: Date.UTC(2012, 0), tune: false, ...options })
  return { report, out, ...readBack(out) }
}

/** Manifest and model of a folder; the manifest's length and hash must be the file's. */
export function readBack(out: string): { model: Model; bytes: Uint8Array } {
  const manifest = readManifest(JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')))
  if ('reason' in manifest) throw new Error(manifest.reason)
  const bytes = new Uint8Array(readFileSync(join(out, manifest.files.model.path)))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const { model } = manifest.files
  if (model.bytes !== bytes.length || model.sha256 !== sha256) throw new Error('manifest and file differ')
  return { model: decodeModel(bytes), bytes }
}

/** Ids of an item's neighbours in a relation, strongest first. */
export function rowIds(model: Model, relation: 'boughtWith' | 'boughtAfter' | 'similar' | 'viewed', itemId: string): string[] {
  return rowOf(model[relation], model.indexOf(itemId)).map(edge => model.itemId(edge.index))
}
