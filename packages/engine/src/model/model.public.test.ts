import {
  createModelWriter, encodeRow, type FileItems, type Head, type ModelWriter, type MutualParts, openHead, openModel, openRow,
  openShard,
  type PageRow, relationStreams, type RelationStreams, type Shard,
  decodeModel, defaultParams, encodeModel, type Manifest, type ManifestFile, type Model, ModelError, type ModelErrorCode,
  type ModelItem,
  type ModelParams,
  type ModelParts, type Neighbour, readManifest, type Reorder, rowOf,
} from '@shopside/engine'
import { expect, it } from 'vitest'

const params: ModelParams = {
  viewHalfLifeDays: 7, next: defaultParams.next, habitNeighbours: 0.1, habitPopular: 0.1, basketDecay: 0.5,
  orderDecay: 0.9, gapDays: [30, 60, 120, 180],
  newWithinDays: 45,
}
const items: ModelItem[] = ['A', 'B'].map(itemId => ({ itemId, groupId: itemId, title: `Mug ${itemId}`, available: true }))
const edge: Neighbour = { index: 1, weight: 1, oneIn: 4 }
const again: Reorder = { gapDays: 30, againShare: 0.5 }

it('the built package reads what it writes', () => {
  const parts: ModelParts = {
    asOf: 0, params, items, boughtWith: [[edge], []], similar: [[], []], popular: [1, 0], popularKnown: 1, newest: [],
    reorder: [again, undefined],
  }
  const model: Model = decodeModel(encodeModel(parts))
  expect(rowOf(model.boughtWith, 0)).toEqual([edge])
  expect(model.reorder(0)?.againShare).toBe(0.5)
  expect(model.product(1).title).toBe('Mug B')
})

it('the built package refuses a broken file by name, and a broken manifest with a reason', () => {
  let code: ModelErrorCode | undefined
  try {
    decodeModel(new Uint8Array(200))
  } catch (error) {
    code = error instanceof ModelError ? error.code : undefined
  }
  expect(code).toBe('not-a-model')
  const model: ManifestFile = { path: 'm.bin', bytes: 1, sha256: '0'.repeat(64) }
  const manifest: Manifest = { format: 'shopside-model', version: 2, asOf: 0, items: 2, shards: 0, files: { model } }
  expect(readManifest(manifest)).toEqual(manifest)
  expect(readManifest('<html>')).toEqual({ reason: 'no object' })
})

it('the built package cuts a model into shards, reads them together, and reads a page\'s row', () => {
  const viewed: MutualParts = {
    a: Uint32Array.of(0), b: Uint32Array.of(1), strength: Float64Array.of(0.5), mass: Float64Array.of(1, 1), outPower: 0,
    inPower: 0,
  }
  const writer: ModelWriter = createModelWriter({
    asOf: 0, params, items, viewed, boughtWith: [[edge], []], similar: [[], []], popular: [1, 0], popularKnown: 1, newest: [],
    reorder: [again, undefined],
  })
  const halves: FileItems[] = [{ first: 0, own: 1, rim: [1] }, { first: 1, own: 1, rim: [] }]
  const head: Head = openHead(writer.head([1, 1], new Uint8Array(16), [1]))
  const shards: Shard[] = halves.map(half => openShard(writer.shard(half)))
  const row: PageRow = { number: 0, neighbours: [{ index: 1, weight: 1 }] }
  expect(rowOf(openModel(head, shards).viewed, 1).map(({ index }) => index)).toEqual([0])
  expect(openRow(encodeRow(row, head), head, shards)).toEqual({ index: 0, neighbours: [{ index: 1, weight: 1 }] })
  const streams: RelationStreams = relationStreams(viewed, 2)
  expect(streams.map(({ length }) => length)).toEqual([2, 2, 1, 1, 0])
})
