import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { ModelParts } from '@shopside/engine'
import { defaultParams, openRow, rowOf } from '@shopside/engine'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readFolder } from '../evaluate/readFolder.ts'
import { main } from '../main.ts'
import { planShards } from './planShards.ts'
import { writeModel } from './writeModel.ts'

const size = 90

/** A ring of items, every three a product; a neighbour near by and one far away. */
function ring(): ModelParts {
  const ids = Array.from({ length: size }, (_, item) => `R${String(item).padStart(2, '0')}`)
  return {
    asOf: 86_400_000, currency: 'GBP', params: defaultParams, popularKnown: 10, newest: [4], reorder: ids.map(() => undefined),
    items: ids.map((itemId, item) => ({ itemId, groupId: `P${Math.floor(item / 3)}`, title: `Item ${item}`, available: true })),
    boughtWith: ids.map((_, item) => [{ index: (item + 1) % size, weight: 0.9 }, { index: (item + 45) % size, weight: 0.3 }]),
    similar: ids.map(() => []), popular: ids.map((_, item) => size - 1 - item),
  }
}

describe('model folder', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'shopside-write-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('of a small shop is a manifest and one file', async () => {
    const { files, shards } = await writeModel(folder, ring())
    expect(readdirSync(folder).sort()).toEqual(['manifest.json', files[0]!.path])
    expect(shards).toBeUndefined()
    expect(readFolder(folder).model.size).toBe(size)
  })

  it('of a large one is a head and shards, which together say the same', async () => {
    const { shards } = await writeModel(folder, ring(), { shardAbove: 50, shardItems: 20, rim: 8 })
    expect(shards).toMatchObject({ count: 5, rim: 8 })
    const { head, model, modelAround } = readFolder(folder)
    expect([head.shardCount, model.size]).toEqual([5, size])
    expect(rowOf(model.boughtWith, 7).map(edge => model.itemId(edge.index))).toEqual(['R08', 'R52'])
    const near = modelAround(['R07'])
    expect(near.size).toBeLessThan(size)
    expect(near.twins(near.indexOf('R07')).map(near.itemId)).toEqual(['R06', 'R07', 'R08'])
  })

  it('keeps the files of the manifest before, and no older ones', async () => {
    const write = async (asOf: number): Promise<string[]> => {
      await writeModel(folder, { ...ring(), asOf, items: ring().items.map(item => ({ ...item, title: `${item.title} ${asOf}` })) }, { shardAbove: 50, shardItems: 45 })
      return readdirSync(folder).filter(name => name.endsWith('.bin'))
    }
    const [first, second, third] = [await write(1), await write(2), await write(3)]
    expect([first.length, second.length, third.length]).toEqual([3, 6, 6])
    expect(first.some(name => existsSync(join(folder, name)))).toBe(false)
  })

  it('has a gzip twin of every file when asked, and none left over when not', async () => {
    await writeModel(folder, ring(), { gzip: true })
    const names = readdirSync(folder).filter(name => !name.endsWith('.gz'))
    for (const name of names) expect(gunzipSync(readFileSync(join(folder, `${name}.gz`)))).toEqual(readFileSync(join(folder, name)))
    await writeModel(folder, { ...ring(), asOf: 5 })
    expect(existsSync(join(folder, 'manifest.json.gz'))).toBe(false)
  })

  it('gives a page its own row, which the engine reads', async () => {
    await writeModel(folder, ring(), { shardAbove: 50, shardItems: 20 })
    let printed = ''
    const code = await main(['row', '--model', folder, 'R07', '--relation', 'boughtWith'], { out: text => void (printed += text), err: text => void (printed += text) })
    expect([code, printed.length < 20]).toEqual([0, true])
    const { head, model } = readFolder(folder)
    const loaded = openRow(printed.trim(), head)
    // The head alone holds the ten most popular items, and neither of the two.
    expect(loaded).toEqual({ index: -1, neighbours: [] })
    expect(model.indexOf('R07')).toBe(7)
  })
})

describe('shards', () => {
  it('hold every item once, never split a product, and name at most so many others', () => {
    const { shards, drawable } = planShards(ring(), 20, 5)
    expect(shards.reduce((sum, { own }) => sum + own, 0)).toBe(size)
    for (const { first, own, rim } of shards) {
      expect(first % 3 + own % 3).toBe(0)
      expect(rim.length).toBeLessThanOrEqual(5)
      expect(rim.every(item => item < first || item >= first + own)).toBe(true)
      // The strong neighbour that lies just behind goes before weak ones.
      expect(rim).toContain((first + own) % size)
    }
    expect(drawable).toBeGreaterThan(0.5)
    expect(planShards(ring(), 20, 100).drawable).toBe(1)
  })
})
