import type { Product } from '../product.ts'
import { crc32 } from './crc32.ts'
import { DAY_MS, FORMAT_VERSION, GAP_BASE, HEADER_BYTES, LEADING_STRINGS, MAGIC, NUMBERS, SECTION_COUNT } from './format.ts'
import { defaultParams } from './defaultParams.ts'
import { emptyRelation } from './emptyRelation.ts'
import type { Model, Relation } from './model.ts'
import { check, ModelError } from './modelError.ts'
import { openGroups } from './openGroups.ts'
import type { RelationStreams } from './relation.ts'
import { openRelation } from './relation.ts'

type Numbers = [
  number, number, number, number, number, number, number, number, number,
  number, number, number, number, number, number, number, number, number,
]
type Column = ArrayLike<number>
type Columns = [Column, Column, Column, Column, Column, Column, Column, Column, Column, Column, Column, Column, Column, Column]

/**
 * Reads a model file whole, or refuses it whole. The file counts as hostile: every length is checked against the bytes that
 * are there before anything is allocated, every index against its table. Columns are views into `bytes` (copied once when they
 * do not start at a multiple of 4), which must not change afterwards; text is decoded once; nothing is made per edge, and per
 * item only when asked.
 *
 * @throws ModelError, and nothing else
 */
export function decodeModel(bytes: Uint8Array): Model {
  try {
    return read(bytes.byteOffset % 4 ? bytes.slice() : bytes)
  } catch (error) {
    // Whatever a broken file provokes (UTF-8, a length, an undefined field) has one name outside.
    throw error instanceof ModelError ? error : new ModelError('broken', String(error))
  }
}

function read(bytes: Uint8Array): Model {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const u32 = (at: number): number => view.getUint32(at, true)
  const end = bytes.length - 4
  check(end >= HEADER_BYTES && u32(0) === MAGIC, 'not-a-model')
  check(u32(4) === FORMAT_VERSION, 'version')
  check(u32(8) === bytes.length, 'length')
  check(crc32(bytes.subarray(0, end)) === u32(end), 'checksum')

  const size = u32(12)
  let sections = 16
  let offset = HEADER_BYTES
  const section = (): Uint8Array => {
    const from = offset
    const length = u32(sections)
    sections += 4
    // A length above 2 ** 31 turns negative here, which the first half of the check refuses.
    offset += length + 3 & ~3
    check(offset >= from && offset <= end)
    return bytes.subarray(from, from + length)
  }
  /** `count` numbers of 1, 2 or 4 bytes, the width following from the section's length; none above `max`. */
  const column = (max: number, count = size): Uint8Array | Uint16Array | Uint32Array => {
    const raw = section()
    const { buffer, byteOffset, length } = raw
    const Wide = length === 2 * count ? Uint16Array : Uint32Array
    const values = length === count ? raw : new Wide(buffer as ArrayBuffer, byteOffset, count)
    check(values.byteLength === length)
    for (const value of values) check(value <= max)
    return values
  }

  // A copy, since 64-bit numbers would have to start at a multiple of 8.
  const numbers = new Float64Array(section().slice().buffer)
  check(numbers.length === NUMBERS)
  numbers.forEach((number, place) => check(number >= 0 && number <= (place < 4 ? 1 : 864e13)))
  const [twoHop, orderDecay, boughtStep, similarStep, asOf, digits, known, entries, lowerUrl, lowerImage, viewHalfLifeDays,
    gap50, gap75, gap90, gap95, bulkUnitsPerLine, frequentPurchaseDays, newWithinDays] = numbers as unknown as Numbers

  // Strings: ids, titles, then one table for all else, in one text, cut by their lengths.
  const text = new TextDecoder('utf-8', { fatal: true }).decode(section())
  const lengths = column(text.length, 2 * size + entries)
  const starts = new Uint32Array(lengths.length + 1)
  let at = 1
  lengths.forEach((length, place) => {
    starts[place] = at
    // Half a character at the head of a string would make `encodeURIComponent` throw later.
    check(text.charCodeAt(at) >> 10 !== 55)
    at += length
  })
  starts[lengths.length] = at
  check(at === text.length && entries >= LEADING_STRINGS)
  const string = (place: number): string => text.slice(starts[place], starts[place + 1])
  for (let index = 0, before = ''; index < size; index++) check(before < (before = string(index)))
  const entry = (code: number): string | undefined => code ? string(2 * size + code - 1) : undefined
  const currency = entry(1) || undefined
  check(!currency || /^[A-Z]{3}$/.test(currency))

  const [groups, categories, kinds, motifs, colours, urls, images, setSizes, prices, priceDays, firstDays, stock, gaps, again] = [
    entries, entries, entries, entries, entries, entries + 1, entries + 1, 1e9, 2 ** 32, 1e8, 1e8, 1, 255, 7,
  ].map(max => column(max)) as ArrayLike<number>[] as Columns
  const popular = column(size - 1) as Uint32Array
  const ranks = new Uint32Array(size).fill(size)
  popular.forEach((index, rank) => {
    check(ranks[index] === size)
    ranks[index] = rank
  })
  const newest = column(size - 1, u32(sections) / 4) as Uint32Array
  const relation = (step: number): Relation => openRelation([1, 2, 3, 4, 5].map(section) as RelationStreams, step, ranks)
  const boughtWith = relation(boughtStep)
  const similar = relation(similarStep)
  check(sections === 16 + SECTION_COUNT * 4 && offset === end)

  /** Code 0: none; 1: made from the id by the rule whose parts begin at entry `rule`; else an entry. */
  const link = (code: number, rule: number, id: string, lower: number): string | undefined => {
    const found = code > 1 ? entry(code - 1)! : entry(rule)! + encodeURIComponent(lower ? id.toLowerCase() : id) + entry(rule + 1)
    // A link is relative or http(s); anything with another scheme, or with blanks that could hide one, is no link.
    return code && /^(https?:|(?![^/?#]*:))[^\s\0-\x20]+$/i.test(found) ? found : undefined
  }

  return {
    version: u32(end).toString(16),
    asOf,
    currency,
    size,
    params: {
      ...defaultParams, next: { ...defaultParams.next, twoHop }, viewHalfLifeDays, orderDecay,
      gapDays: [gap50, gap75, gap90, gap95], bulkUnitsPerLine, frequentPurchaseDays, newWithinDays,
    },
    popular,
    popularKnown: Math.min(known, size),
    newest,
    indexOf(itemId) {
      let low = 0
      for (let high = size; low < high;) {
        const middle = low + high >> 1
        if (string(middle) < itemId) low = middle + 1
        else high = middle
      }
      return low < size && string(low) === itemId ? low : -1
    },
    product(index) {
      const itemId = string(index)
      const firstDay = firstDays[index]!
      const product: { [Name in keyof Product]: Product[Name] | undefined } = {
        itemId,
        groupId: entry(groups[index]!) ?? itemId,
        title: string(size + index),
        available: !!stock[index],
        isNew: firstDay > 0 && Math.floor(asOf / DAY_MS) - firstDay <= newWithinDays,
        price: prices[index] ? (prices[index] - 1) / 10 ** digits : undefined,
        priceAt: priceDays[index]! * DAY_MS || undefined,
        currency,
        url: link(urls[index]!, 2, itemId, lowerUrl),
        imageUrl: link(images[index]!, 4, itemId, lowerImage),
        category: entry(categories[index]!),
        kind: entry(kinds[index]!),
        motif: entry(motifs[index]!),
        colour: entry(colours[index]!),
        setSize: setSizes[index] || undefined,
        firstSoldAt: firstDay * DAY_MS || undefined,
      }
      for (const name in product) if (product[name as keyof Product] === undefined) delete product[name as keyof Product]
      return product as Product
    },
    itemId: string,
    available: index => !!stock[index],
    group: index => groups[index] || entries + 1 + index,
    twins: openGroups(groups, entries),
    kind: index => kinds[index]!,
    motif: index => motifs[index]!,
    category: index => categories[index]!,
    market: () => 0,
    marketOf: () => -1,
    viewed: emptyRelation(size),
    boughtWith,
    boughtAfterView: emptyRelation(size),
    boughtAfter: emptyRelation(size),
    afterDays: () => 0,
    similar,
    trending: new Uint32Array(),
    seasonLift: () => 1,
    popularRank: index => ranks[index]!,
    reorder(index) {
      const code = gaps[index]
      return code ? { gapDays: Math.round(GAP_BASE ** (code - 1) * 10) / 10, againShare: again[index]! / 8 } : undefined
    },
  }
}
