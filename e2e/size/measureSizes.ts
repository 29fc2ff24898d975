import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { parseSync } from 'vite'

/** One shipped file. */
export interface ShippedFile {
  /** Inside the folder, with `/`. */
  path: string
  /** Brotli at quality 11. */
  bytes: number
  /** Paths of what it imports statically, and what those import, itself not among them. */
  staticImports: string[]
}

/** Every file under `folder` that a shop would upload; declarations and source maps stay at home. */
export function measureSizes(folder: string): ShippedFile[] {
  if (!existsSync(folder)) return []
  const found = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile() && !/\.(d\.ts|map|tsbuildinfo)$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .toSorted()
  return found.map(file => ({
    path: relative(folder, file),
    bytes: brotliBytes(readFileSync(file)),
    staticImports: [
      ...staticClosure(file, new Set()),
    ].filter(other => other !== file).map(other => relative(folder, other)).toSorted(),
  }))
}

/** Size on the wire of a server that compresses ahead of time. */
export function brotliBytes(bytes: Uint8Array): number {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length
}

function staticClosure(file: string, seen: Set<string>): Set<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  if (!file.endsWith('.js')) return seen
  const text = readFileSync(file, 'utf8')
  const { module } = parseSync(file, text)
  const specifiers = [
    ...module.staticImports.map(entry => entry.moduleRequest.value),
    ...module.staticExports.flatMap(entry => entry.entries.flatMap(name => name.moduleRequest?.value ?? [])),
  ]
  for (const specifier of specifiers) {
    const target = join(dirname(file), specifier)
    if (specifier.startsWith('.') && existsSync(target)) staticClosure(target, seen)
  }
  return seen
}
