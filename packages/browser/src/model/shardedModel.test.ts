import { openHead, openModel, openShard, recommend, type Model, type Shard } from '@shopside/engine'
import { describe, expect, it } from 'vitest'
import { createShardedModel } from './shardedModel.ts'
import { inShards, rowOfItems, type ModelFiles } from './testing/modelFiles.ts'

const asOf = Date.UTC(2011, 11, 5)
const parts = rowOfItems(40, asOf)
const sharded = inShards(parts, 8)

function open(files: ModelFiles, read = async (name: string): Promise<Shard> => openShard(files.get(name)!)) {
  const asked: string[] = []
  const [, head] = [...files].find(([name]) => name.startsWith('model'))!
  const model = createShardedModel(openHead(head), { openModel }, async name => {
    asked.push(name)
    return read(name)
  })
  return { model, asked }
}
const similarTo = (model: Model, itemId: string): [string, number][] =>
  recommend({ now: asOf, model, page: {} }, { strategy: 'similar', itemId }).map(({ item, score }) => [item.itemId, score])

describe('createShardedModel', () => {
  it('loads the shards of the items that are named, each once, and has their rows', async () => {
    const { model, asked } = open(sharded)
    const over = await model.over(['i9'])
    expect(similarTo(over, 'i9').slice(0, 3).map(([id]) => id)).toEqual(['i10', 'i11', 'i12'])
    await model.over(['i10'])
    expect(asked).toHaveLength(1)
    expect(model.loaded()).toBe(1)
  })

  it('has every item of a long list that the shop chose, though each is in a shard of its own', async () => {
    const { model, asked } = open(inShards(rowOfItems(320, asOf), 8))
    const chosen = Array.from({ length: 40 }, (_, place) => `i${place * 8 + 3}`)
    const over = await model.over(chosen)
    expect(chosen.filter(id => over.indexOf(id) < 0)).toEqual([])
    expect(asked.length).toBeLessThanOrEqual(64)
  })

  it('draws a row to its end without another shard: items that it names first are in its rim', async () => {
    const { model, asked } = open(sharded)
    expect(similarTo(await model.over(['i15']), 'i15').slice(0, 4).map(([id]) => id)).toEqual(['i16', 'i17', 'i18', 'i19'])
    expect(asked).toHaveLength(1)
  })

  it('gives the same list whether other shards are loaded or not', async () => {
    const cold = open(sharded)
    const warm = open(sharded)
    for (const id of ['i0', 'i17', 'i25', 'i33']) await warm.model.over([id])
    for (const seeds of [['i9'], ['i15', 'i3'], ['i30', 'i22', 'i9']]) {
      expect(similarTo(await warm.model.over(seeds), seeds[0]!)).toEqual(
        similarTo(await open(sharded).model.over(seeds), seeds[0]!),
      )
      expect((await cold.model.over(seeds)).size).toBe((await warm.model.over(seeds)).size)
    }
  })

  it('gives the same list in whatever order the same items are named', async () => {
    const { model } = open(sharded)
    expect(await model.over(['i9', 'i30'])).toBe(await model.over(['i30', 'i9']))
  })

  it.each([
    ['cannot be had', async () => { throw new Error('model-404') }],
    [
      'is of another build',
      async () => openShard([...inShards(rowOfItems(41, asOf), 8)].find(([name]) => name.startsWith('shard'))![1]),
    ],
  ])('shows what there is when a shard %s, and asks for it once', async (_, read) => {
    const { model, asked } = open(sharded, read)
    const over = await model.over(['i9'])
    expect(similarTo(over, 'i9').every(([id]) => over.indexOf(id) >= 0)).toBe(true)
    await model.over(['i9'])
    expect([over.indexOf('i9'), asked.length]).toEqual([-1, 1])
  })

  it('lets one broken shard not take the others with it', async () => {
    const foreign = openShard([...inShards(rowOfItems(41, asOf), 8)].find(([name]) => name.startsWith('shard'))![1])
    let first = true
    const { model } = open(sharded, async name => {
      const shard = first ? foreign : openShard(sharded.get(name)!)
      first = false
      return shard
    })
    const over = await model.over(['i9', 'i30'])
    expect([over.indexOf('i9') >= 0, over.indexOf('i30') >= 0].filter(Boolean)).toHaveLength(1)
  })

  it('knows whom the catalogue has, without loading anything', async () => {
    const { model, asked } = open(sharded)
    expect([model.knows('i39'), model.knows('something else')]).toEqual([true, false])
    expect(asked).toEqual([])
  })
})
