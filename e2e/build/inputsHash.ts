import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { root } from '../root.ts'
import { filesUnder } from './filesUnder.ts'

/**
 * SHA-256 (hex) of the names and contents of all files under `paths`, tests left out.
 * Same inputs, same hash: what it guards need not be built again.
 *
 * @param paths absolute files or folders; missing ones count as empty
 * @param salts further text that the output depends on
 */
export function inputsHash(paths: string[], salts: string[] = []): string {
  const hash = createHash('sha256')
  for (const salt of salts) hash.update(`${salt}\n`)
  for (const path of paths) {
    for (const file of filesUnder(path)) {
      if (/\.test\.tsx?$/.test(file)) continue
      hash.update(`${relative(root, file)}\n`)
      hash.update(readFileSync(file))
    }
  }
  return hash.digest('hex')
}
