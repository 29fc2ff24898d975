import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesUnder } from '../build/filesUnder.ts'
import { readDoc } from '../docs.ts'
import { root } from '../root.ts'
import { budgets } from '../size/budgets.ts'
import { judgeSizes } from '../size/judgeSizes.ts'
import { measureSizes } from '../size/measureSizes.ts'
import { sizeTable } from '../size/readmeSizes.ts'
import { sdkDir } from '../store/paths.ts'

const pages = [
  'README.md', 'CONTRIBUTING.md',
  ...[
    'architecture', 'capture', 'connectors', 'consent', 'csp', 'model-format', 'feeds', 'orders', 'predictions', 'privacy', 'recommending',
    'reliability', 'rules', 'segments', 'training', 'warehouse',
  ].map(name => `docs/${name}.md`),
]
const sources = ['packages', 'demo-store', 'e2e'].flatMap(folder => filesUnder(join(root, folder)))

/** Paths in backticks: with a slash and an ending, or a folder. `engine/src/x.ts` is short for `packages/engine/src/x.ts`. */
function namedPaths(text: string): string[] {
  const inCode = text.replace(/^```[\s\S]*?^```/gm, '').match(/`[^`\n]+`/g) ?? []
  return inCode.map(code => code.slice(1, -1)).filter(
    code => /^[\w./*-]+\/[\w.*/-]*$/.test(code) && /\/src\b|^(e2e|demo-store|docs)\//.test(code),
  )
}

describe('the documentation', () => {
  it.each(pages)('names only files that exist: %s', page => {
    const missing = namedPaths(readDoc(page)).filter(path => {
      if (path.includes('*')) return false
      return ![path, join('packages', path)].some(candidate => existsSync(join(root, candidate)))
    })
    expect(missing).toEqual([])
  })

  it('names only files that exist, also where it gives the name alone', () => {
    const names = new Set(sources.map(file => file.split('/').at(-1)))
    const alone = (readDoc('docs/architecture.md').match(/`\w+\.tsx?`/g) ?? []).map(code => code.slice(1, -1))
    expect(alone.filter(name => !names.has(name))).toEqual([])
  })

  it.each(pages)('links only to pages that exist: %s', page => {
    const links = [...readDoc(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(match => match[1] ?? '')
    expect(links.filter(link => !existsSync(join(root, dirname(page), link)))).toEqual([])
  })

  it('keeps the README short, honest about privacy, and its sizes true', () => {
    const readme = readDoc('README.md')
    expect(readme.split('\n').length).toBeLessThanOrEqual(200)
    expect(readme).not.toMatch(/anonym|provably/i)
    expect(readme).toContain(sizeTable(judgeSizes(measureSizes(sdkDir), budgets)))
  })

  it('cites the data wherever it is passed on', () => {
    for (const page of ['README.md', 'NOTICE', 'demo-store/data/SOURCE.md', 'demo-store/pages/frame.ts']) {
      expect(readDoc(page), page).toContain('10.1057/dbm.2012.17')
      expect(readDoc(page), page).toMatch(/CC BY 4\.0/)
    }
  })

  it('names every element and every strategy that ships', () => {
    const readme = readDoc('README.md')
    const chunks = readDoc('packages/shopside/src/widgetChunks.ts').match(/'shopside-[a-z-]+'/g) ?? []
    expect(chunks.length).toBeGreaterThanOrEqual(3)
    for (const tag of chunks) expect(readme).toContain(`<${tag.slice(1, -1)}>`)
    const strategies = readDoc(
      'packages/engine/src/recommend/recommendation.ts',
    ).match(/StrategyName =\n([\s\S]*?)\n\n/)?.[1]?.match(/'[a-z-]+'/g) ?? []
    expect(strategies.length).toBeGreaterThanOrEqual(7)
    for (const name of strategies) expect(readme).toContain(`\`${name.slice(1, -1)}\``)
  })
})
