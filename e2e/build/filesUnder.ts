import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Absolute paths of all files under `path` (a file gives itself), sorted; skips `node_modules`, `dist` and dot folders. */
export function filesUnder(path: string): string[] {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  const found: string[] = []
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (entry.name === 'node_modules' || entry.name === 'dist' || entry.name.startsWith('.')) continue
    if (entry.isDirectory()) found.push(...filesUnder(join(path, entry.name)))
    else if (entry.isFile()) found.push(join(path, entry.name))
  }
  return found.toSorted()
}
