import { checksum } from './checksum.ts'
import { COLUMNS, FORMAT_VERSION, HEAD_SECTIONS, HEADER_BYTES, MAGIC, RELATIONS, SECTION_COUNT, STREAMS } from './format.ts'
import { check, ModelError } from './modelError.ts'

type Column = Uint8Array | Uint16Array | Uint32Array

/**
 * One file of a model, whole or refused: a head, a shard, or both in one. Everything is a view into its bytes but the text. Places
 * 0 to `own - 1` are its own items, numbers `first` and up; the places behind them are its rim: items of other shards, to be drawn.
 */
export interface ModelFile {
  /** Its checksum, hex. */
  readonly version: string
  /** The same in all files of one build. */
  readonly tag: number
  readonly own: number
  /** Own items and rim. */
  readonly count: number
  readonly first: number
  readonly entries: number
  readonly markets: number
  /** Sections of a head; all empty in a shard. */
  readonly head: readonly Uint8Array[]
  /** An item's number in the shop, by place. */
  numberOf(place: number): number
  /** Ids by place, then titles, then the entries of the table. */
  string(place: number): string
  /** Place of an item by its id, looked for in the text; -1. */
  find(itemId: string): number
  /** Entry of the table by code; 0: none. */
  entry(code: number): string | undefined
  /** Columns of items: `ITEM_COLUMNS`. */
  readonly columns: readonly Column[]
  readonly season: Uint8Array
  /** Streams by relation. */
  readonly relations: readonly (readonly Uint8Array[])[]
}

/** `make`, with one name for whatever a broken file provokes (UTF-8, a length, an undefined field). @throws ModelError, and nothing else */
export function guarded<T>(make: () => T): T {
  try {
    return make()
  } catch (error) {
    throw error instanceof ModelError ? error : new ModelError('broken', String(error))
  }
}

/** `count` numbers of 1, 2 or 4 bytes, the width following from the section's length; none above `max`. */
export function readColumn(raw: Uint8Array, count: number, max: number): Column {
  const Wide = raw.length === 2 * count ? Uint16Array : Uint32Array
  const values = raw.length === count ? raw : new Wide(raw.buffer as ArrayBuffer, raw.byteOffset, count)
  check(values.byteLength === raw.length)
  // Where the width alone keeps within, nothing is to be looked at.
  if (max < 256 ** values.BYTES_PER_ELEMENT - 1) {
    for (let place = 0; place < count; place++) if (values[place]! > max) check(false)
  }
  return values
}

/** Number `place` of those of `width` bits each (1..8), packed lowest bit first. */
export function bitsAt(stream: Uint8Array, place: number, width: number): number {
  const bit = place * width
  const at = bit >> 3
  const shift = bit & 7
  // One read beyond the end of a typed array makes every later one slow.
  const next = shift + width > 8 ? stream[at + 1]! << 8 : 0
  return (stream[at]! | next) >> shift & (1 << width) - 1
}

/**
 * Takes a file apart. It counts as hostile: every length is checked against the bytes that are there before anything is allocated,
 * every index against its table.
 */
export function openFile(given: Uint8Array): ModelFile {
  const bytes = given.byteOffset % 4 ? given.slice() : given
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const u32 = (at: number): number => view.getUint32(at, true)
  const end = bytes.length - 4
  check(end >= HEADER_BYTES && u32(0) === MAGIC, 'not-a-model')
  check(u32(4) === FORMAT_VERSION, 'version')
  check(u32(8) === bytes.length, 'length')
  check(end % 4 === 0 && checksum(bytes.subarray(0, end)) === u32(end), 'checksum')

  const [tag, own, rim, first, entries, markets] = [12, 16, 20, 24, 28, 32].map(u32) as [number, number, number, number, number, number]
  const count = own + rim
  let offset = HEADER_BYTES
  // No `Array.from` with a function here and below: an old host library replaces it by one that takes none.
  const sections = new Array(SECTION_COUNT).fill(0).map((_, place) => {
    const from = offset
    const length = u32(36 + place * 4)
    // A length above 2 ** 31 turns negative here, which the first half of the check refuses.
    offset += length + 3 & ~3
    check(offset >= from && offset <= end)
    return bytes.subarray(from, from + length)
  })
  // `where` in openModel holds a place in 20 bits.
  check(offset === end && count < 2 ** 20 && markets <= entries)
  let taken = 0
  const take = (wanted: number): Uint8Array[] => sections.slice(taken, taken += wanted)

  const head = take(HEAD_SECTIONS)
  const [rims, utf8, sizes] = take(3) as [Uint8Array, Uint8Array, Uint8Array]
  const numbers = readColumn(rims, rim, 1e8)
  const text = decodeText(utf8)
  const lengths = readColumn(sizes, 2 * count + entries, text.length)
  const marks = marksOf(lengths, text)
  const string = (place: number): string => {
    let start = marks[place >> MARK_BITS]!
    for (let before = place & -(1 << MARK_BITS); before < place; before++) start += lengths[before]!
    return text.slice(start, start + lengths[place]!)
  }

  const most = [
    entries, entries, entries, entries, entries, entries, entries, markets, entries + 1, entries + 1,
    1e9, 2 ** 32, 2 ** 32, 1e8, 1e8, 1, 1e8, 255, 7, 65535,
  ]
  const columns = take(COLUMNS).map((raw, place) => readColumn(raw, count, most[place]!))
  const [season] = take(1) as [Uint8Array]
  check(!season.length || season.length === Math.ceil(count * 4.5))
  return {
    version: u32(end).toString(16), tag, own, count, first, entries, markets, head, columns, season, string,
    find(itemId) {
      // Places are passed as the text is: an id that is part of many others is no more work.
      for (let at = 0, start = 1, place = 0; itemId && place < count; start += lengths[place++]!) {
        if (at < start) at = text.indexOf(itemId, start)
        if (at < 0) break
        if (at === start && itemId.length === lengths[place]) return place
      }
      return -1
    },
    numberOf: place => place < own ? first + place : numbers[place - own]!,
    entry: code => code ? string(2 * count + code - 1) : undefined,
    relations: RELATIONS.map(() => take(STREAMS)),
  }
}

/** Strings from one mark to the next: 2 to the power of this. Of a shop of many links the start of each took an eighth of its file. */
const MARK_BITS = 4

/**
 * Where every 16th string starts; the text's first character is none's.
 *
 * @throws ModelError when strings of these lengths are not all of the text, or one would start with half a character, which would make
 *   `encodeURIComponent` throw later
 */
function marksOf(lengths: Column, text: string): Uint32Array {
  const marks = new Uint32Array((lengths.length >> MARK_BITS) + 1)
  // Most texts have none that could be halved.
  const hasHalves = /[\udc00-\udfff]/.test(text)
  let at = 1
  for (let place = 0; place < lengths.length; place++) {
    if (!(place & (1 << MARK_BITS) - 1)) marks[place >> MARK_BITS] = at
    if (hasHalves && text.charCodeAt(at) >> 10 === 55) check(false)
    at += lengths[place]!
  }
  check(at === text.length)
  return marks
}

/** UTF-8, and nothing else. */
export function decodeText(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
}
