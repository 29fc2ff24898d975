import {
  decodeModel, defaultParams, encodeModel, type Manifest, type ManifestFile, type Model, ModelError, type ModelErrorCode, type ModelItem,
  type ModelParams,
  type ModelParts, type Neighbour, readManifest, type Reorder, rowOf,
} from '@shopside/engine'
import { expect, it } from 'vitest'

const params: ModelParams = {
  viewHalfLifeDays: 7, next: defaultParams.next, habitNeighbours: 0.1, habitPopular: 0.1,
  orderDecay: 0.9, gapDays: [30, 60, 120, 180], bulkUnitsPerLine: 24, frequentPurchaseDays: 5,
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
  const manifest: Manifest = { format: 'shopside-model', version: 1, asOf: 0, items: 2, files: { model } }
  expect(readManifest(manifest)).toEqual(manifest)
  expect(readManifest('<html>')).toEqual({ reason: 'no object' })
})
