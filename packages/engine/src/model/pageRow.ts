import { createByteWriter } from './byteWriter.ts'
import { CODES_PER_E } from './format.ts'
import type { Neighbour } from './model.ts'
import { check } from './modelError.ts'
import { bitsAt, guarded } from './modelFile.ts'
import type { ModelFile } from './modelFile.ts'
import type { Head } from './openHead.ts'
import type { Shard } from './openShard.ts'

/** A product's own row, as its page may carry it. Numbers are those of the whole shop, in model order. */
export interface PageRow {
  number: number
  /** At most 63, each with its number for an index and a weight in (0, 1]. */
  neighbours: readonly Neighbour[]
}

/** Levels below a row's strongest, half an e-fold apart: eight span e^4. */
const levelCodes = CODES_PER_E / 2
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/**
 * A row in base64url, some 35 bytes of it for 20 neighbours: two bytes of the build's tag, own number, code of the strongest
 * weight, count, gaps as in the model file, three bits of level each.
 */
export function encodeRow({ number, neighbours }: PageRow, head: Head): string {
  const out = createByteWriter()
  const row = [...neighbours].sort((a, b) => a.index - b.index)
  const best = row.reduce((most, { weight }) => Math.max(most, weight), 0) || 1
  const code = Math.min(255, Math.round(-Math.log(best) * CODES_PER_E))
  out.byte(head.file.tag & 255)
  out.byte(head.file.tag >> 8 & 255)
  out.varint(number)
  out.byte(code)
  out.byte(row.length)
  row.forEach(({ index }, place) => {
    const away = index - (place ? row[place - 1]!.index + 1 : number)
    out.varint(place ? away : away < 0 ? -2 * away - 1 : 2 * away)
  })
  for (const { weight } of row) out.bits(Math.max(0, Math.min(7, Math.round((-Math.log(weight) * CODES_PER_E - code) / levelCodes))), 3)
  return toBase64(out.bytes())
}

/**
 * Reads a page's row for the model `openModel(head, shards)`: its neighbours that are loaded, strongest first, by index in that
 * model.
 *
 * @returns `index` of the item itself, -1 when it is not loaded
 * @throws ModelError, and nothing else: when it is no row, or of another build than the head
 */
export function openRow(text: string, head: Head, shards: readonly Shard[] = []): { index: number; neighbours: Neighbour[] } {
  return guarded(() => {
    check(text.length < 1000)
    const bytes = fromBase64(text)
    check((bytes[0]! | bytes[1]! << 8) === (head.file.tag & 65535), 'version')
    let cursor = 2
    const varint = (): number => {
      let value = 0
      for (let scale = 1, byte = 128; byte > 127; scale *= 128) {
        check(scale < 2 ** 29 && cursor < bytes.length)
        byte = bytes[cursor++]!
        value += (byte & 127) * scale
      }
      return value
    }
    const number = varint()
    const [code, count] = [bytes[cursor++]!, bytes[cursor++]!]
    check(number < head.items && count < 64)
    const numbers: number[] = []
    for (let at = number; numbers.length < count;) {
      const value = varint()
      at += numbers.length ? value + 1 : value % 2 ? -(value + 1) / 2 : value / 2
      check(at >= 0 && at < head.items && at !== number)
      numbers.push(at)
    }
    const levels = bytes.subarray(cursor)
    check(levels.length === Math.ceil(count * 3 / 8))
    const loaded = loadedNumbers([head.file, ...shards])
    const neighbours = numbers.map((one, place) => (
      { index: loaded.indexOf(one), weight: Math.exp(-(code + bitsAt(levels, place, 3) * levelCodes) / CODES_PER_E) }
    ))
    return {
      index: loaded.indexOf(number),
      neighbours: neighbours.filter(({ index }) => index >= 0).sort((a, b) => b.weight - a.weight || a.index - b.index),
    }
  })
}

/** Numbers of all items that are loaded, ascending: an item's place is its index in the model. */
function loadedNumbers(files: readonly ModelFile[]): number[] {
  const numbers = new Set<number>()
  for (const { count, numberOf } of files) for (let place = 0; place < count; place++) numbers.add(numberOf(place))
  return [...numbers].sort((a, b) => a - b)
}

function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let bit = 0; bit < bytes.length * 8; bit += 6) {
    const pair = bytes[bit >> 3]! << 8 | (bytes[(bit >> 3) + 1] ?? 0)
    text += letters[pair >> 10 - bit % 8 & 63]!
  }
  return text
}

function fromBase64(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 6 >> 3)
  for (let place = 0; place < text.length; place++) {
    const value = letters.indexOf(text[place]!)
    check(value >= 0)
    const bit = place * 6
    const pair = value << 10 - bit % 8
    bytes[bit >> 3]! |= pair >> 8
    // Beyond the last byte there are filling bits alone; a typed array takes no notice of them.
    bytes[(bit >> 3) + 1]! |= pair & 255
  }
  return bytes
}
