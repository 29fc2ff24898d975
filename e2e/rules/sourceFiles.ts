import { join } from 'node:path'
import { filesUnder } from '../build/filesUnder.ts'
import { workspacePackages } from '../build/workspacePackages.ts'
import { root } from '../root.ts'

/** A part of the workspace whose imports are ruled by an arrow. */
export interface Part {
  /** Folder name: `engine`, …, `demo-store`. */
  name: string
  /** Absolute paths of its TypeScript and JavaScript files. */
  files: string[]
}

/** `packages/<name>/src` of every package, and the demo store. */
export function parts(): Part[] {
  const found = workspacePackages().map(pkg => ({ name: pkg.folder, files: codeUnder(join(pkg.path, 'src')) }))
  return [...found, { name: 'demo-store', files: codeUnder(join(root, 'demo-store')) }]
}

/** True for files that never ship: tests and what only tests use. */
export function isTestFile(path: string): boolean {
  return /\.test\.tsx?$|\.test-d\.ts$|\/testing\/|\/fixtures\//.test(path)
}

function codeUnder(path: string): string[] {
  return filesUnder(path).filter(file => /\.(ts|tsx|js|mjs)$/.test(file) && !file.endsWith('.d.ts'))
}
