import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from '../root.ts'

/** Where the hash of what was built last is kept; one file a name. */
function stampPath(name: string): string {
  return join(root, '.cache', 'stamps', `${name}.txt`)
}

/** True when `name` was last built from inputs of this hash and every path of `outputs` still exists. */
export function isFresh(name: string, hash: string, outputs: string[]): boolean {
  const path = stampPath(name)
  if (!existsSync(path) || readFileSync(path, 'utf8') !== hash) return false
  return outputs.every(output => existsSync(output))
}

/** Remembers that `name` stands for inputs of this hash. Call it after the build, never before. */
export function writeStamp(name: string, hash: string): void {
  const path = stampPath(name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, hash)
}

/** Forgets `name`: call it before a build, so that a build that is cut off is done again. */
export function dropStamp(name: string): void {
  rmSync(stampPath(name), { force: true })
}
