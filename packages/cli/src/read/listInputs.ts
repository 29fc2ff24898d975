import { readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { InputError } from '../inputError.ts'
import { statOf } from './statOf.ts'

/**
 * The files that a path names, ascending by name: itself; the files of a folder; or, with `*` or `?` in its last part, those that
 * match. Hidden files are left out. A path that is a file is taken as it stands, whatever is in its name.
 *
 * @throws InputError when a folder or a pattern names no file
 */
export function listInputs(path: string): string[] {
  const stat = statOf(path)
  if (stat?.isDirectory()) return filesOf(path, () => true, path, 'is a folder without files')
  const pattern = basename(path)
  if (stat || !/[*?]/.test(pattern)) return [path]
  const source = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*').replaceAll('?', '.')
  const wanted = new RegExp(`^${source}$`)
  return filesOf(dirname(path), name => wanted.test(name), path, 'names no file')
}

function filesOf(folder: string, wanted: (name: string) => boolean, asked: string, problem: string): string[] {
  const entries = statOf(folder)?.isDirectory() ? readdirSync(folder, { withFileTypes: true }) : []
  const names = entries.filter(entry => !entry.isDirectory() && !entry.name.startsWith('.') && wanted(entry.name))
    .map(entry => entry.name)
  if (!names.length) throw new InputError(problem, 'check the path', { file: asked })
  return names.sort((a, b) => a < b ? -1 : 1).map(name => join(folder, name))
}
