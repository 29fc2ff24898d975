import { createModelWriter, encodeRow, ModelError, openHead, openModel, openRow, openShard } from '@shopside/engine'
import { checksum } from '../../packages/engine/src/model/checksum.ts'
import { HEADER_BYTES } from '../../packages/engine/src/model/format.ts'
import { sampleParts } from '../../packages/engine/src/model/testing/sampleParts.ts'
import { seededRandom } from '../seededRandom.ts'
import { readAll } from './readAll.ts'

/** What came of the mutations of one kind of file. */
export interface Fuzzed {
  name: string
  /** Still a model: a changed price or letter. */
  read: number
  refused: number
  /** Anything but ModelError, with what led to it. */
  thrown: string[]
}

/** Values that codes and lengths are most likely to trip over. */
const edges = [0, 1, 127, 128, 255]

/**
 * Reads mutations of a model in one file, of a head, of a shard and of a page's row, a quarter each; half of the files with their
 * checksum put right. What is read is touched everywhere, as a page would, every tenth time.
 */
export function fuzzModel(mutations: number, seed: number): Fuzzed[] {
  const random = seededRandom(seed)
  const parts = sampleParts(40)
  const writer = createModelWriter(parts)
  const cuts = [{ first: 0, own: 20, rim: [21, 25, 39] }, { first: 20, own: 20, rim: [0, 3] }]
  const [model, one, other] = [writer.whole(), writer.shard(cuts[0]!), writer.shard(cuts[1]!)]
  const head = writer.head([20, 20], new Uint8Array(16).fill(7), [0, 37, 38, 39])
  const opened = openHead(head)
  const row = new TextEncoder().encode(
    encodeRow({ number: 3, neighbours: [4, 9, 17, 30].map((index, place) => ({ index, weight: 1 / (place + 1) })) }, opened),
  )
  const second = openShard(other)

  const kinds: [name: string, whole: Uint8Array, read: (bytes: Uint8Array, isDeep: boolean) => void][] = [
    ['one file', model, (bytes, isDeep) => {
      const found = openModel(openHead(bytes))
      if (isDeep) readAll(found)
    }],
    ['head', head, (bytes, isDeep) => {
      const found = openHead(bytes)
      for (const { itemId } of parts.items.slice(0, 5)) found.shardOf(itemId).forEach(found.shardFile)
      // A head that was changed may not fit its shards, or stand alone.
      const loaded = openModel(found, isDeep ? [second] : [])
      if (isDeep) readAll(loaded)
    }],
    ['shard', one, (bytes, isDeep) => {
      const found = openModel(opened, [openShard(bytes), second])
      if (isDeep) readAll(found)
    }],
    ['row', row, bytes => {
      const { neighbours } = openRow(new TextDecoder('latin1').decode(bytes), opened, [second])
      if (neighbours.some(({ weight }) => !(weight > 0 && weight <= 1))) throw new Error('a weight out of range')
    }],
  ]
  return kinds.map(([name, whole, read]) => {
    const result: Fuzzed = { name, read: 0, refused: 0, thrown: [] }
    for (let run = 0; run < mutations / kinds.length; run++) {
      const bytes = mutate(whole)
      if (run % 2 && name !== 'row') repair(bytes)
      try {
        read(bytes, run % 10 === 1)
        result.read++
      } catch (error) {
        if (error instanceof ModelError) result.refused++
        else result.thrown.push(`${name}, run ${run}: ${String(error)}`)
      }
    }
    return result
  })

  function mutate(whole: Uint8Array): Uint8Array {
    // One in twenty is cut, or goes on, at whole words, so that its checksum can be put right.
    const length = random() < 0.05 ? Math.floor(random() * whole.length / 4 + whole.length / 2) & ~3 : whole.length
    const bytes = new Uint8Array(length)
    bytes.set(whole.subarray(0, length))
    const changes = 1 + Math.floor(random() * 4)
    for (let change = 0; change < changes; change++) {
      const reach = random() < 0.3 ? Math.min(HEADER_BYTES, bytes.length) : bytes.length
      bytes[Math.floor(random() * reach)] = random() < 0.3
        ? edges[Math.floor(random() * edges.length)]! : Math.floor(random() * 256)
    }
    return bytes
  }
}

function repair(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer)
  if (bytes.length < 16) return
  if (view.getUint32(8, true) !== bytes.length && bytes.length % 8 === 0) view.setUint32(8, bytes.length, true)
  view.setUint32(bytes.length - 4, checksum(bytes.subarray(0, bytes.length - 4)), true)
}
