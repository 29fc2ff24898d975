import { toColumn } from './byteWriter.ts'
import { checkParts } from './checkParts.ts'
import { checksum } from './checksum.ts'
import type { CodedRelation } from './codeRelation.ts'
import { codePairs, codeRows } from './codeRelation.ts'
import { currencyDigits } from './currencyDigits.ts'
import type { FileItems, RelationStreams } from './encodeRelation.ts'
import { encodeRelation } from './encodeRelation.ts'
import { FORMAT_VERSION, HEAD_SECTIONS, HEADER_BYTES, MAGIC, RELATIONS, SECTION_COUNT } from './format.ts'
import { hashOf, slotOf } from './hashOf.ts'
import type { ItemRules } from './itemColumns.ts'
import { encodeItems, sharedGroups } from './itemColumns.ts'
import { findLinkRule } from './linkRule.ts'
import { ModelError } from './modelError.ts'
import type { ModelItem, ModelParts } from './modelParts.ts'

/** Writes the files of one model. The same parts give the same bytes. */
export interface ModelWriter {
  /** Bytes at the head of a model's first file that are neither items nor relations: lengths and constants. */
  readonly headerBytes: number
  /** Everything in one file. */
  whole(): Uint8Array<ArrayBuffer>
  /** Own items and rim, with the rows of its own items. */
  shard(items: FileItems): Uint8Array<ArrayBuffer>
  /**
   * What shards share.
   *
   * @param counts own items of each shard, in order
   * @param hashes 8 bytes of each shard's SHA-256, in order: its name
   * @param shelf items that it holds for drawing, ascending; lists of new and rising items are cut to them
   */
  head(counts: readonly number[], hashes: Uint8Array, shelf: readonly number[]): Uint8Array<ArrayBuffer>
  /** Streams by relation for some items, as they stand in their file: for counting bytes. */
  streams(items: FileItems): RelationStreams[]
}

/**
 * The model file of `parts` in one. What does not fit its field is rounded the way `docs/model-format.md` says (weights to 3
 * bits, prices to minor units, times to days); what would make the file unreadable is refused.
 *
 * @throws ModelError when an id is there twice, an index is outside, or a weight, list or parameter is out of range
 */
export function encodeModel(parts: ModelParts): Uint8Array<ArrayBuffer> {
  return createModelWriter(parts).whole()
}

/**
 * Streams of one relation over `size` items, as they stand in a model of one file: for counting bytes. @throws ModelError as
 * `encodeModel`
 */
export function relationStreams(relation: NonNullable<ModelParts['viewed']>, size: number): RelationStreams {
  return encodeRelation('mass' in relation ? codePairs(relation, size) : codeRows(relation), { first: 0, own: size, rim: [] })
}

/** @throws ModelError as `encodeModel` */
export function createModelWriter(parts: ModelParts): ModelWriter {
  checkParts(parts)
  const { items, params, currency = '' } = parts
  const coded = RELATIONS.map((name): CodedRelation => {
    const relation = parts[name] ?? items.map(() => [])
    return 'mass' in relation ? codePairs(relation, items.length) : codeRows(relation)
  })
  const ranks = new Uint32Array(items.length)
  parts.popular.forEach((index, rank) => ranks[index] = rank)
  const rules: ItemRules = {
    digits: currencyDigits(parts.currency), groups: sharedGroups(items), ranks,
    url: findLinkRule(linksOf(items, item => item.url)), image: findLinkRule(linksOf(items, item => item.imageUrl)),
  }
  const { url, image } = rules
  const tag = hashOf(items.map(item => item.itemId).join('\0'))
  const numbers = [
    params.orderDecay, params.next.twoHop, params.next.current, parts.asOf, items.length, rules.digits, parts.popularKnown,
    url[2], image[2],
    params.next.items, params.next.decay, params.next.reminder, params.next.times, params.habitNeighbours, params.habitPopular,
    params.viewHalfLifeDays, ...params.gapDays, params.newWithinDays,
    params.basketDecay, params.listsByLooks ? 1 : 0,
    ...coded.flatMap(relation => relation.constants),
  ]
  const streams = (file: FileItems): RelationStreams[] => coded.map(relation => encodeRelation(relation, file))

  function file(file: FileItems, head: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
    const { first, own, rim } = file
    const held = [...Array.from({ length: own }, (_, place) => first + place), ...rim]
    const fields = encodeItems(parts, held, rules)
    return assemble([tag, own, rim.length, first, fields.entries, fields.markets], [
      ...head, ...Array.from({ length: HEAD_SECTIONS - head.length }, () => new Uint8Array()),
      toColumn(rim), fields.text, fields.lengths, ...fields.columns, fields.season, ...streams(file).flat(),
    ])
  }
  function common(isHeld: (item: number) => boolean): Uint8Array[] {
    return [
      new Uint8Array(Float64Array.from(numbers).buffer),
      new TextEncoder().encode([currency, url[0], url[1], image[0], image[1]].map(text => text.replaceAll('\n', ' ')).join('\n')),
      toColumn(parts.newest.filter(isHeld), 4), toColumn((parts.trending ?? []).filter(isHeld), 4),
    ]
  }
  return {
    headerBytes: HEADER_BYTES + numbers.length * 8,
    streams,
    whole: () => file({ first: 0, own: items.length, rim: [] }, common(() => true)),
    shard: held => file(held, []),
    head(counts, hashes, shelf) {
      const isHeld = new Set(shelf)
      let item = 0
      const hashed = counts.flatMap(
        (count, shard) => Array.from({ length: count }, () => [slotOf(items[item++]!.itemId, items.length), shard] as const),
      )
      hashed.sort(([a, one], [b, other]) => a - b || one - other)
      return file({ first: 0, own: 0, rim: shelf }, [
        ...common(index => isHeld.has(index)), toColumn(counts), hashes,
        toColumn(hashed.map(([hash], place) => hash - (hashed[place - 1]?.[0] ?? 0))), toColumn(hashed.map(([, shard]) => shard)),
      ])
    },
  }
}

/** Header, section lengths, sections at multiples of 4, checksum. */
function assemble(about: readonly number[], sections: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  if (sections.length !== SECTION_COUNT) throw new ModelError('broken', `${sections.length} sections`)
  const total = sections.reduce((sum, section) => sum + (section.length + 3 & ~3), HEADER_BYTES) + 4
  const bytes = new Uint8Array(total)
  const view = new DataView(bytes.buffer)
  const numbers = [MAGIC, FORMAT_VERSION, total, ...about, ...sections.map(section => section.length)]
  numbers.forEach((number, place) => view.setUint32(place * 4, number, true))
  let offset = HEADER_BYTES
  for (const section of sections) {
    bytes.set(section, offset)
    offset += section.length + 3 & ~3
  }
  view.setUint32(offset, checksum(bytes.subarray(0, offset)), true)
  return bytes
}

function linksOf(items: readonly ModelItem[], pick: (item: ModelItem) => string | undefined): { id: string; link: string }[] {
  return items.flatMap(item => {
    const link = pick(item)
    return link === undefined ? [] : [{ id: item.itemId, link }]
  })
}
