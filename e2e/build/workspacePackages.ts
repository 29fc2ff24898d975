import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../root.ts'

/** One package of `packages/`, as its package.json tells it. */
export interface WorkspacePackage {
  /** Folder name, e.g. `engine`. */
  folder: string
  /** Name in package.json, e.g. `@shopside/engine`. */
  name: string
  /** Absolute path. */
  path: string
  /** Everything it declares under `dependencies`. */
  dependencies: string[]
  /** `exports` as written. */
  exports: Record<string, string | Record<string, string>>
}

/**
 * All packages in arrow order: a package comes after every package it depends on.
 *
 * @throws when two packages depend on each other
 */
export function workspacePackages(): WorkspacePackage[] {
  const found = new Map<string, WorkspacePackage>()
  for (const folder of readdirSync(join(root, 'packages')).toSorted()) {
    const path = join(root, 'packages', folder)
    const manifestPath = join(path, 'package.json')
    if (!existsSync(manifestPath)) continue
    const manifest = JSON.parse(readFileSync(manifestPath, 'utf8')) as {
      name: string
      dependencies?: Record<string, string>
      exports?: WorkspacePackage['exports']
    }
    const dependencies = Object.keys(manifest.dependencies ?? {})
    found.set(manifest.name, { folder, name: manifest.name, path, dependencies, exports: manifest.exports ?? {} })
  }

  const ordered: WorkspacePackage[] = []
  const state = new Map<string, 'open' | 'done'>()
  const visit = (pkg: WorkspacePackage): void => {
    if (state.get(pkg.name) === 'done') return
    if (state.get(pkg.name) === 'open') throw new Error(`${pkg.name} depends on itself through another package`)
    state.set(pkg.name, 'open')
    for (const name of pkg.dependencies) {
      const dependency = found.get(name)
      if (dependency !== undefined) visit(dependency)
    }
    state.set(pkg.name, 'done')
    ordered.push(pkg)
  }
  for (const pkg of found.values()) visit(pkg)
  return ordered
}
