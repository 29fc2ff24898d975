import { dirname, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { workspacePackages } from '../build/workspacePackages.ts'
import { root } from '../root.ts'
import { arrows, testTools } from './arrows.ts'
import { readSource, type ImportUse, type SourceFile } from './readSource.ts'
import { isTestFile, parts } from './sourceFiles.ts'

const ownName = new Map(
  [...workspacePackages().map(pkg => [pkg.folder, pkg.name] as const), ['demo-store', 'demo-store'] as const],
)

/** Why an import is not allowed; undefined when it is. */
function complaint(part: string, file: SourceFile, use: ImportUse): string | undefined {
  const arrow = arrows[part]
  if (arrow === undefined) return `no arrow is written for the package "${part}": add it to e2e/rules/arrows.ts`
  const { specifier } = use
  const test = isTestFile(file.path)
  const home = part === 'demo-store' ? join(root, part) : join(root, 'packages', part)

  if (specifier.startsWith('.')) {
    const target = resolve(root, dirname(file.path), specifier)
    if (!target.startsWith(`${home}/`)) return 'leaves its own package: import the other package by its name'
    if (!/\.(ts|tsx|js|mjs|css|json|sql)(\?\w+)?$/.test(specifier)) return 'a relative import needs its file extension'
    if (!test && isTestFile(target)) return 'code that ships imports from a test'
    return undefined
  }
  if (specifier.startsWith('node:')) return arrow.node || test ? undefined : 'runs in browsers: Node belongs to cli/'
  if (specifier.startsWith('/')) return part === 'demo-store' ? undefined : 'an absolute path belongs to no package'

  const name = packageName(specifier)
  if (test && (testTools.includes(name) || name === ownName.get(part))) return undefined
  if (!arrow.may.includes(name)) return `${part} may import ${arrow.may.join(', ') || 'nothing'}`
  if (test) return undefined
  if (arrow.typesOnly?.includes(name) && !use.typeOnly) return `${part} may import types alone from ${name}`
  const folder = arrow.onlyIn?.[name]
  const inside = part === 'demo-store' ? part : `packages/${part}/src`
  if (folder !== undefined && !file.path.startsWith(`${inside}/${folder}`)) return `only ${inside}/${folder} may import ${name}`
  return undefined
}

function packageName(specifier: string): string {
  return specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/')
}

describe('the arrows between packages', () => {
  for (const part of parts()) {
    it(`${part.name} imports only what DESIGN's table allows`, () => {
      const complaints: string[] = []
      for (const path of part.files) {
        const file = readSource(path)
        for (const use of file.imports) {
          const text = complaint(part.name, file, use)
          if (text !== undefined) complaints.push(`${file.path}:${use.line} imports "${use.specifier}": ${text}`)
        }
      }
      expect(complaints).toEqual([])
    })
  }

  it('package.json declares no dependency that the arrows do not allow', () => {
    const complaints: string[] = []
    for (const pkg of workspacePackages()) {
      for (const name of pkg.dependencies) {
        if (!arrows[pkg.folder]?.may.includes(name)) complaints.push(`packages/${pkg.folder}/package.json: ${name}`)
      }
    }
    expect(complaints).toEqual([])
  })

  it('notices an import that turns back', () => {
    const file: SourceFile = { path: 'packages/engine/src/x.ts', text: '', imports: [], nodes: [] }
    const use = (specifier: string, typeOnly = false): ImportUse => ({ specifier, typeOnly, line: 1 })
    expect(complaint('engine', file, use('@shopside/browser', true))).toMatch(/engine may import nothing/)
    expect(complaint('engine', file, use('../../browser/src/client.ts', true))).toMatch(/leaves its own package/)
    const widget = { ...file, path: 'packages/widgets/src/x.ts' }
    expect(complaint('widgets', widget, use('@shopside/engine'))).toMatch(/types alone/)
    expect(complaint('widgets', widget, use('@shopside/engine', true))).toBeUndefined()
    expect(
      complaint('browser', { ...file, path: 'packages/browser/src/x.ts' }, use('idb-keyval')),
    ).toMatch(/only packages\/browser\/src\/log/)
    expect(
      complaint('demo-store', { ...file, path: 'demo-store/x.ts' }, use('@shopside/engine')),
    ).toMatch(/demo-store may import/)
  })
})
