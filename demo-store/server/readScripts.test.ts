import { mkdirSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readScripts } from './readScripts.ts'

const built = {
  'client/shop.ts': { name: 'shop', file: 'shop.js', imports: ['_base.js'] },
  '_base.js': { name: 'base', file: 'base-1.js' },
  '_engine.js': { name: 'engine', file: 'engine-1.js', imports: ['_base.js'] },
  'ranking.js': { name: 'ranking', file: 'ranking-1.js', imports: ['_engine.js'] },
  'recommendations.js': { name: 'recommendations', file: 'recommendations-1.js', imports: ['_row.js'] },
  '_row.js': { name: 'row', file: 'row-1.js', imports: ['_base.js'] },
  'orderTracking.js': { name: 'orderTracking', file: 'orderTracking-1.js' },
}

function folderWith(manifest: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'thimble-scripts-'))
  mkdirSync(join(folder, '.vite'))
  writeFileSync(join(folder, '.vite', 'manifest.json'), manifest)
  return folder
}

describe('readScripts', () => {
  it('names what the home page will want, imports of imports included, each once and the entry not at all', () => {
    const scripts = readScripts(folderWith(JSON.stringify(built)))
    expect([...scripts('home')].sort()).toEqual(
      ['base', 'engine', 'ranking', 'recommendations', 'row'].map(name => `/assets/${name}-1.js`))
  })

  it('gives a page what it begins with and no more', () => {
    const scripts = readScripts(folderWith(JSON.stringify(built)))
    expect(scripts('product')).toEqual(['/assets/base-1.js'])
    expect(scripts('order')).toEqual(['/assets/base-1.js', '/assets/orderTracking-1.js'])
  })

  it('follows a new build', () => {
    const folder = folderWith(JSON.stringify(built))
    const scripts = readScripts(folder)
    expect(scripts('checkout')).toEqual(['/assets/base-1.js'])
    const path = join(folder, '.vite', 'manifest.json')
    writeFileSync(path, JSON.stringify({ ...built, '_base.js': { name: 'base', file: 'base-2.js' } }))
    utimesSync(path, 5, 5)
    expect(scripts('checkout')).toEqual(['/assets/base-2.js'])
  })

  it('names nothing where there is no build, or half of one', () => {
    expect(readScripts('/nowhere')('home')).toEqual([])
    expect(readScripts(folderWith('{"client/sh'))('home')).toEqual([])
  })
})
