import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createModelWriter } from './encodeModel.ts'
import type { FileItems } from './encodeRelation.ts'
import { RELATIONS } from './format.ts'
import type { Model } from './model.ts'
import { ModelError } from './modelError.ts'
import type { ModelParts } from './modelParts.ts'
import type { Head } from './openHead.ts'
import { openHead } from './openHead.ts'
import { openModel } from './openModel.ts'
import type { Shard } from './openShard.ts'
import { openShard } from './openShard.ts'
import { rowOf } from './rowOf.ts'
import { sampleParts } from './testing/sampleParts.ts'

function cut(parts: ModelParts, cuts: FileItems[], shelf: readonly number[] = [0, 33, 34, 35]): { head: Head; shards: Shard[] } {
  const writer = createModelWriter(parts)
  const shards = cuts.map(items => openShard(writer.shard(items)))
  const hashes = Uint8Array.from({ length: cuts.length * 8 }, (_, place) => place)
  return { head: openHead(writer.head(cuts.map(({ own }) => own), hashes, shelf)), shards }
}

const parts = sampleParts(40)
const cuts = [{ first: 0, own: 12, rim: [12, 13, 16] }, { first: 12, own: 16, rim: [1, 30] }, { first: 28, own: 12, rim: [] }]
const { head, shards } = cut(parts, cuts)
const whole = openModel(openHead(createModelWriter(parts).whole()))

/** Everything that a model says of an item, by ids. */
function said(model: Model, itemId: string): unknown {
  const index = model.indexOf(itemId)
  const rows = RELATIONS.map(name => rowOf(model[name], index).map(edge => ({ ...edge, index: model.itemId(edge.index) })))
  return [
    model.product(index), rows, model.twins(index).map(model.itemId), model.popularRank(index), model.reorder(index), model.afterDays(index),
    model.seasonLift(index, 3), model.available(index),
  ]
}

describe('shards', () => {
  it('all of them say what the one file says', () => {
    const model = openModel(head, shards)
    expect(model.size).toBe(40)
    for (const { itemId } of parts.items) expect(said(model, itemId)).toEqual(said(whole, itemId))
    expect([...model.popular].map(model.itemId)).toEqual([...whole.popular].map(whole.itemId))
    expect([model.popularKnown, model.params, model.asOf, model.currency]).toEqual([whole.popularKnown, whole.params, whole.asOf, whole.currency])
    expect(model.market(model.indexOf('A0000'))).toBe(model.marketOf('DE'))
  })

  it('give the same model in whatever order they come', () => {
    fc.assert(fc.property(fc.shuffledSubarray([0, 1, 2]), chosen => {
      const ascending = [...chosen].sort((a, b) => a - b)
      const [one, other] = [chosen, ascending].map(places => openModel(head, places.map(place => shards[place]!)))
      expect(one!.size).toBe(other!.size)
      const all = (model: Model): unknown[] => Array.from({ length: model.size }, (_, index) =>
        [said(model, model.itemId(index)), model.group(index), model.kind(index), model.market(index)])
      expect(all(one!)).toEqual(all(other!))
    }), { numRuns: 12 })
  })

  it('draw their own items, their rims and the shelf, and leave out neighbours that are nowhere', () => {
    const model = openModel(head, [shards[0]!])
    expect(Array.from({ length: model.size }, (_, index) => model.itemId(index))).toEqual(
      [...Array.from({ length: 14 }, (_, index) => index), 16, 33, 34, 35].map(index => `A${String(index).padStart(4, '0')}`),
    )
    for (const name of RELATIONS) {
      for (let index = 0; index < 12; index++) {
        const all = rowOf(whole[name], index).filter(edge => model.indexOf(whole.itemId(edge.index)) >= 0)
        expect(rowOf(model[name], index).map(edge => model.itemId(edge.index))).toEqual(all.map(edge => whole.itemId(edge.index)))
      }
      expect(rowOf(model[name], model.indexOf('A0013'))).toEqual(name === 'viewed' ? expect.any(Array) : [])
    }
    expect(model.product(model.indexOf('A0013'))).toEqual(whole.product(13))
    expect(model.indexOf('A0020')).toBe(-1)
  })

  it('pass on through a rim what their own rows say of it, once, as strongly as the one file', () => {
    const ownerOf = (itemId: string): number => cuts.findIndex(({ first, own }) => Number(itemId.slice(1)) < first + own)
    const row = (from: Model, itemId: string): [string, number][] =>
      rowOf(from.viewed, from.indexOf(itemId)).map(edge => [from.itemId(edge.index), edge.weight])
    fc.assert(fc.property(fc.subarray([0, 1, 2], { minLength: 1 }), chosen => {
      const model = openModel(head, chosen.map(place => shards[place]!))
      for (let index = 0; index < model.size; index++) {
        const itemId = model.itemId(index)
        const known = row(whole, itemId).filter(([other]) => model.indexOf(other) >= 0
          && (chosen.includes(ownerOf(itemId)) || chosen.includes(ownerOf(other))))
        expect(row(model, itemId)).toEqual(known)
      }
    }), { numRuns: 12 })
    expect(row(openModel(head, [shards[0]!]), 'A0012').map(([other]) => other)).toEqual(['A0011', 'A0007'])
  })

  it('weigh a neighbour that the shelf alone holds as the one file does', () => {
    const held = cut(parts, [{ first: 0, own: 12, rim: [12] }, { first: 12, own: 28, rim: [] }], [15, 16])
    const model = openModel(held.head, [held.shards[0]!])
    const weigh = (from: Model, index: number): unknown => rowOf(from.viewed, index).map(edge => [from.itemId(edge.index), edge.weight])
    expect(weigh(model, 11)).toEqual(weigh(whole, 11))
    expect(weigh(whole, 11)).toContainEqual(['A0016', expect.any(Number)])
  })

  it('are found by id, and the head names their files', () => {
    parts.items.forEach(({ itemId }, index) => {
      expect(head.shardOf(itemId)).toContain(index < 12 ? 0 : index < 28 ? 1 : 2)
    })
    expect([head.shardCount, head.items, head.shardFile(1)]).toEqual([3, 40, 'shard.08090a0b0c0d0e0f.bin'])
    expect(openHead(createModelWriter(parts).whole()).shardOf('A0001')).toEqual([])
  })

  it('the head alone shows what is popular, new and rising', () => {
    const model = openModel(head)
    expect([...model.popular].map(model.itemId)).toEqual(['A0035', 'A0034', 'A0033', 'A0000'])
    expect([...model.trending].map(model.itemId)).toEqual(['A0000'])
    expect(model.newest).toHaveLength(0)
    expect(model.popularKnown).toBe(3)
  })

  it('are refused when they are of another build, there twice, or no shard', () => {
    const other = cut({ ...parts, items: parts.items.map(item => ({ ...item, itemId: `${item.itemId}x` })) }, cuts)
    expect(() => openModel(head, [other.shards[0]!])).toThrow(ModelError)
    expect(() => openModel(head, [shards[0]!, shards[0]!])).toThrow(ModelError)
    expect(() => openShard(new Uint8Array(500))).toThrow(ModelError)
  })
})
