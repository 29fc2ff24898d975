import { join } from 'node:path'
import type { StoreNorms } from '@shopside/engine'
import { readManifest, readNorms } from '@shopside/engine'
import { InputError } from '../inputError.ts'
import { readJsonFile } from './readRules.ts'
import { statOf } from './statOf.ts'

const remedy = 'give what shopside build wrote: its folder, or the norms file in it'

/** Norms, of a file or of a model's folder. @throws InputError when there are none, or they are not whole */
export function readNormsFile(path: string): StoreNorms {
  const file = statOf(path)?.isDirectory() ? normsOf(path) : path
  const norms = readNorms(readJsonFile(file, remedy))
  if ('reason' in norms) throw new InputError(`is no norms file (${norms.reason})`, remedy, { file })
  return norms
}

function normsOf(folder: string): string {
  const file = join(folder, 'manifest.json')
  const manifest = readManifest(readJsonFile(file, remedy))
  if ('reason' in manifest) throw new InputError(`is no manifest of a model (${manifest.reason})`, remedy, { file })
  if (!manifest.files.norms) throw new InputError('names no norms', 'build the folder with orders, or with --rules', { file })
  return join(folder, manifest.files.norms.path)
}
