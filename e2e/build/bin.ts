import { join } from 'node:path'
import { root } from '../root.ts'

/** Path of a tool installed at the root, e.g. `bin('vite')`; no shell and no `npx` in between. */
export function bin(name: string): string {
  return join(root, 'node_modules', '.bin', name)
}
