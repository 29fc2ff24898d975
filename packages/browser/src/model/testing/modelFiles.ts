import { createHash } from 'node:crypto'
import { createModelWriter, defaultParams, encodeModel, type ModelParts, type Neighbour } from '@shopside/engine'

/** Items of the shop in a row: each looks like the next ones, and is bought with its neighbour; ids are `i0` to `i<size - 1>`. */
export function rowOfItems(size: number, asOf: number, priceOf: (index: number) => number = index => index + 1): ModelParts {
  const indices = Array.from({ length: size }, (_, index) => index)
  const around = (index: number, reach: number): Neighbour[] => indices.slice(index + 1, index + 1 + reach)
    .map((other, place) => ({ index: other, weight: 0.8 / (place + 1) }))
  return {
    asOf, currency: 'GBP', popular: indices, popularKnown: size, newest: [],
    params: {
      ...defaultParams, orderDecay: 0.9, gapDays: [20, 45, 90, 140],
      newWithinDays: 45, viewHalfLifeDays: 7,
    },
    items: indices.map(index => ({
      itemId: `i${index}`, groupId: `i${index}`, title: `Item ${index}`, available: true, price: priceOf(index), priceAt: asOf,
      url: `/p/i${index}`, category: 'Things',
    })),
    boughtWith: indices.map(index => around(index, 3)),
    similar: indices.map(index => around(index, 4)),
    viewed: indices.map(index => around(index, 6)),
    reorder: indices.map(() => undefined),
  }
}

/** Files of a model folder, by name. */
export type ModelFiles = Map<string, Uint8Array<ArrayBuffer>>

/** One file and its manifest. */
export function inOneFile(parts: ModelParts): ModelFiles {
  return withManifest(parts, 0, encodeModel(parts), new Map())
}

/** A head and shards of so many items, with the next items of another shard as rims. */
export function inShards(parts: ModelParts, perShard: number): ModelFiles {
  const { items: { length: size } } = parts
  const writer = createModelWriter(parts)
  const shards: Uint8Array<ArrayBuffer>[] = []
  const counts: number[] = []
  for (let first = 0; first < size; first += perShard) {
    const own = Math.min(perShard, size - first)
    const rim = Array.from({ length: Math.min(6, size - first - own) }, (_, place) => first + own + place)
    shards.push(writer.shard({ first, own, rim }))
    counts.push(own)
  }
  const digests = shards.map(shard => createHash('sha256').update(shard).digest())
  const head = writer.head(counts, Uint8Array.from(digests.flatMap(digest => [...digest.subarray(0, 8)])), [0, 1, 2, 3, 4, 5])
  const files: ModelFiles = new Map(
    shards.map((shard, place) => [`shard.${digests[place]!.toString('hex').slice(0, 16)}.bin`, shard]),
  )
  return withManifest(parts, shards.length, head, files)
}

function withManifest({ asOf, items }: ModelParts, shards: number, head: Uint8Array<ArrayBuffer>, files: ModelFiles): ModelFiles {
  const sha256 = createHash('sha256').update(head).digest('hex')
  const path = `model.${sha256.slice(0, 16)}.bin`
  const manifest = {
    format: 'shopside-model', version: 2, asOf, currency: 'GBP', items: items.length, shards,
    files: { model: { path, bytes: head.length, sha256 } },
  }
  return files.set(path, head).set('manifest.json', new TextEncoder().encode(JSON.stringify(manifest)))
}
