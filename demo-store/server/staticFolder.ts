import { readFile, realpath, stat } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { contentTypes, type Answer } from './Answer.ts'

/** A name that holds a hash of at least eight letters before its ending, such as `panel-Bx3kd8_1.js` or `model.0a1b2c3d.bin`. */
const hashed = /[-.](?=[A-Za-z0-9_-]*[\dA-Z_])[A-Za-z0-9_-]{8,}\.[a-z0-9]+$/

/**
 * Serves the files of one folder, and nothing outside of it, links included.
 *
 * @param folder absolute path; it may appear later
 * @returns a function from a path below the folder (as in the address, decoded) to its answer, undefined where there is none
 */
export function staticFolder(folder: string): (path: string) => Promise<Answer | undefined> {
  const kept = new Map<string, { stamp: string; answer: Answer }>()
  return async path => {
    if (path === '' || path.includes('\0') || path.split(/[/\\]/).some(part => part === '' || part.startsWith('.'))) {
      return undefined
    }
    try {
      const asked = join(folder, path)
      const found = await stat(asked)
      // Follows links: the same file as the one that was looked into below, or another stamp.
      const stamp = `${found.dev}:${found.ino}:${found.mtimeMs}:${found.size}`
      const known = kept.get(path)
      if (known?.stamp === stamp) return known.answer
      const file = await realpath(asked)
      if (!file.startsWith(await realpath(folder) + sep) || !found.isFile()) return undefined
      const answer: Answer = {
        status: 200,
        type: contentTypes[extname(file)] ?? 'application/octet-stream',
        body: await readFile(file),
        cache: hashed.test(path) ? 'immutable' : 'no-cache',
      }
      kept.set(path, { stamp, answer })
      return answer
    } catch {
      // no such file, or not ours to read: both are a 404
      return undefined
    }
  }
}
