import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createModelWriter } from './encodeModel.ts'
import type { Model } from './model.ts'
import { openHead } from './openHead.ts'
import { openModel } from './openModel.ts'
import { openShard } from './openShard.ts'
import { encodeRow, openRow } from './pageRow.ts'
import { rowOf } from './rowOf.ts'
import { sampleParts } from './testing/sampleParts.ts'

// What old libraries do to a page: Prototype 1.7 replaces Array.from by one that takes no function and knows no iterables, and
// adds to prototypes what every loop over names then meets.
const natural = Array.from
const polluted = [Array.prototype, Map.prototype, Object.prototype] as unknown as Record<string, unknown>[]

const writer = createModelWriter(sampleParts(40))
const cuts = [{ first: 0, own: 20, rim: [20, 24] }, { first: 20, own: 20, rim: [1] }]
const files = [writer.whole(), writer.head([20, 20], new Uint8Array(16), [0, 33]), ...cuts.map(items => writer.shard(items))]
const indices = [...new Uint8Array(40).keys()]

/** Everything, through every way a browser reads: one file, a head with shards, a page's own row. */
function readAll(): unknown {
  const [whole, head] = [openHead(files[0]!), openHead(files[1]!)]
  const [one, other] = [openShard(files[2]!), openShard(files[3]!)]
  const models = [openModel(whole), openModel(head, [one, other]), openModel(head, [other])]
  const told = (model: Model): unknown[] => indices.filter(index => index < model.size).map(index => [
    model.itemId(index), model.product(index), model.indexOf(model.itemId(index)), [...model.twins(index)], model.kind(index),
    rowOf(model.viewed, index), rowOf(model.boughtWith, index), model.reorder(index),
  ])
  const row = encodeRow({ number: 4, neighbours: [{ index: 9, weight: 1 }, { index: 2, weight: 0.5 }] }, whole)
  return [models.map(told), openRow(row, whole), head.shardOf('A0033'), head.shardFile(1)]
}

describe('a model on a page that an old library has changed', () => {
  beforeEach(() => {
    Array.from = ((from: ArrayLike<unknown>): unknown[] => {
      const list: unknown[] = []
      for (let place = 0; place < (from.length || 0); place++) list.push(from[place])
      return list
    }) as typeof Array.from
    for (const prototype of polluted) prototype.each = () => {}
  })
  afterEach(() => {
    Array.from = natural
    for (const prototype of polluted) delete prototype.each
  })

  it('is read as anywhere else', () => {
    const found = JSON.stringify(readAll())
    Array.from = natural
    for (const prototype of polluted) delete prototype.each
    expect(found).toBe(JSON.stringify(readAll()))
  })
})
