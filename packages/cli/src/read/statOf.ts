import type { Stats } from 'node:fs'
import { statSync } from 'node:fs'

/** What is at a path; undefined where there is nothing, and below a file. */
export function statOf(path: string): Stats | undefined {
  try {
    return statSync(path)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined
    throw error
  }
}
