import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseSync } from 'vite'
import { filesUnder } from '../build/filesUnder.ts'
import { workspacePackages, type WorkspacePackage } from '../build/workspacePackages.ts'

/**
 * Names that a module exports at run time: what there is to call. (Types are checked by the packed packages, `pack.test.ts`.)
 * `export *` is forbidden by the rules, so one file tells all.
 */
function exportedNames(file: string): string[] {
  const { module } = parseSync(file, readFileSync(file, 'utf8'))
  return module.staticExports.flatMap(
    entry => entry.entries.filter(name => !name.isType).map(name => name.exportName.name ?? ''),
  ).filter(name => name !== '')
}

/** Source file of each entry point. */
function entries(pkg: WorkspacePackage): { subpath: string; source: string; targets: string[] }[] {
  return Object.entries(pkg.exports).flatMap(([subpath, target]) => {
    const source = typeof target === 'string' ? undefined : target['shopside-source']
    if (source === undefined || typeof target === 'string') return []
    const targets = [target['types'], target['default']].filter(path => path !== undefined)
    return [{ subpath, source: join(pkg.path, source), targets: targets.map(path => join(pkg.path, path)) }]
  })
}

describe.each(workspacePackages())('$name', pkg => {
  it('has every file that its exports promise', () => {
    const missing = entries(pkg).flatMap(entry => entry.targets).filter(path => !existsSync(path))
    expect(missing).toEqual([])
  })

  it('names every public export in a public-surface test', () => {
    const tests = filesUnder(join(pkg.path, 'src')).filter(
      file => file.endsWith('.public.test.ts') || file.endsWith('.public.test.tsx'),
    )
    const text = tests.map(file => readFileSync(file, 'utf8')).join('\n')
    const names = new Set(entries(pkg).flatMap(entry => exportedNames(entry.source)))
    const unnamed = [...names].filter(name => !new RegExp(`(?<![\\w$])${name.replace('$', '\\$')}(?![\\w$])`).test(text))
    expect(unnamed).toEqual([])
  })

  it('publishes the same entry points as it has in the workspace', () => {
    const manifest = JSON.parse(readFileSync(join(pkg.path, 'package.json'), 'utf8')) as { publishConfig?: { exports?: object } }
    expect(Object.keys(manifest.publishConfig?.exports ?? {})).toEqual(Object.keys(pkg.exports))
  })
})
