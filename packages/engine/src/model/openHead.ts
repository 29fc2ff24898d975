import type { EpochMs } from '../event.ts'
import { PARAMS, RELATION_NUMBERS, RELATIONS, SHARES } from './format.ts'
import { slotOf } from './hashOf.ts'
import { check } from './modelError.ts'
import { decodeText, guarded, openFile, readColumn } from './modelFile.ts'
import type { ModelFile } from './modelFile.ts'

/** What all shards share, and who holds which item. A model in one file is a head that holds all items itself. */
export interface Head {
  /** Content hash of the file. */
  readonly version: string
  /** Time of the newest row that training saw. */
  readonly asOf: EpochMs
  /** ISO 4217. */
  readonly currency: string | undefined
  /** Items of the shop. */
  readonly items: number
  /** Shards beside the head; 0: it holds everything. */
  readonly shardCount: number
  /** Name of a shard's file, beside the manifest. `shard` 0..shardCount - 1. */
  shardFile(shard: number): string
  /**
   * Shards that may hold an item, ascending: most often one; more when the hashes of ids collide; none, or a wrong one, for an id that is
   * not the shop's.
   */
  shardOf(itemId: string): number[]
  /** For `openModel`. */
  readonly file: ModelFile
  readonly numbers: Float64Array
  /** Currency (or nothing), then what stands before and after the id in links to pages and in links to pictures. */
  readonly texts: readonly string[]
}

/**
 * Reads a head whole, or refuses it whole.
 *
 * @throws ModelError, and nothing else
 */
export function openHead(bytes: Uint8Array): Head {
  return guarded(() => {
    const file = openFile(bytes)
    const [numeric, utf8, , , counts, hashes, gaps, holders] = file.head as [
      Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array,
    ]
    // A copy, since 64-bit numbers would have to start at a multiple of 8.
    const numbers = new Float64Array(numeric.slice().buffer)
    check(numbers.length === PARAMS + RELATIONS.length * RELATION_NUMBERS)
    numbers.forEach((number, place) => check(Math.abs(number) <= (place < SHARES ? 1 : 864e13) && (place >= PARAMS || number >= 0)))
    const texts = decodeText(utf8).split('\n')
    // The next click's items and decay divide and count.
    check(texts.length === 5 && /^([A-Z]{3})?$/.test(texts[0]!) && numbers[9]! >= 1 && numbers[9]! <= 50 && numbers[10]! > 0)

    const [, , , asOf, items] = numbers as unknown as [number, number, number, number, number]
    const shardCount = hashes.length / 8
    const owned = readColumn(counts, shardCount, items)
    const inHashes = shardCount ? items : 0
    const steps = readColumn(gaps, inHashes, 2 ** 32)
    const shards = readColumn(holders, inHashes, shardCount - 1)
    let held = file.own
    for (const own of owned) held += own
    check(held === items)
    return {
      version: file.version, asOf, currency: texts[0] || undefined, items, shardCount, file, numbers, texts,
      shardFile: shard => {
        const name = [...hashes.subarray(shard * 8, shard * 8 + 8)].map(byte => (byte + 256).toString(16).slice(1))
        return `shard.${name.join('')}.bin`
      },
      shardOf(itemId) {
        const wanted = slotOf(itemId, items)
        const found: number[] = []
        for (let place = 0, slot = 0; place < inHashes && (slot += steps[place]!) <= wanted; place++) {
          if (slot === wanted && !found.includes(shards[place]!)) found.push(shards[place]!)
        }
        return found
      },
    }
  })
}
