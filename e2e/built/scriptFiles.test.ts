import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseSync } from 'vite'
import { measureSizes } from '../size/measureSizes.ts'
import { sdkDir } from '../store/paths.ts'

const files = measureSizes(sdkDir)
const scripts = files.filter(file => file.path.endsWith('.js'))
const textOf = (path: string): string => readFileSync(join(sdkDir, path), 'utf8')

/** Everything a file imports, statically or by `import()`, as written. */
function specifiers(path: string): string[] {
  const text = textOf(path)
  const { module } = parseSync(join(sdkDir, path), text)
  const dynamic = module.dynamicImports
    .map(entry => text.slice(entry.moduleRequest.start, entry.moduleRequest.end))
    .flatMap(source => /^['"`]/.test(source) ? [source.slice(1, -1)] : []) // an address worked out at run time has no name here
  return [...module.staticImports.map(entry => entry.moduleRequest.value), ...dynamic]
}

describe('the files of the script tag', () => {
  it('hold the entry, its stylesheet and at least one lazy chunk', () => {
    const paths = files.map(file => file.path)
    expect(paths).toContain('shopside.js')
    expect(paths).toContain('shopside.css')
    expect(scripts.length).toBeGreaterThan(2)
  })

  it('hold one copy of the signals core, so that all signals track each other', () => {
    expect(scripts.filter(file => textOf(file.path).includes('preact-signals')).map(file => file.path)).toHaveLength(1)
  })

  it('never import the entry from a lazy file: two copies would run', () => {
    const chunks = scripts.filter(file => /[-.][\w-]{8,}\.js$/.test(basename(file.path)))
    const turningBack = chunks.filter(file => specifiers(file.path).some(specifier => /(^|\/)shopside\.js$/.test(specifier)))
    expect(turningBack.map(file => file.path)).toEqual([])
  })

  it('import nothing but each other: no bare name is left that a browser could not resolve', () => {
    const bare = scripts.flatMap(
      file => specifiers(file.path).filter(specifier => /^[\w@]/.test(specifier) && !specifier.startsWith('http')),
    )
    expect(bare).toEqual([])
  })

  it('run under a policy without eval', () => {
    const evaluating = scripts.filter(file => /\bnew Function\(|[^.\w]eval\(/.test(textOf(file.path)))
    expect(evaluating.map(file => file.path)).toEqual([])
  })
})
