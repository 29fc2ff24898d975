import { toColumn } from './byteWriter.ts'
import { checkParts } from './checkParts.ts'
import { crc32 } from './crc32.ts'
import { currencyDigits } from './currencyDigits.ts'
import { encodeRelation, levelStep } from './encodeRelation.ts'
import { DAY_MS, FORMAT_VERSION, GAP_BASE, HEADER_BYTES, LEADING_STRINGS, MAGIC, SECTION_COUNT } from './format.ts'
import { findLinkRule, linkOf } from './linkRule.ts'
import type { LinkRule } from './linkRule.ts'
import { ModelError } from './modelError.ts'
import type { ModelItem, ModelParts } from './modelParts.ts'
import { createStringTable, wellFormed } from './stringTable.ts'

/**
 * The model file of `parts`: the same parts give the same bytes. What does not fit its field is rounded the way `docs/model-
 * format.md` says (weights to 3 bits, prices to minor units, times to days); what would make the file unreadable is refused.
 *
 * @throws ModelError when ids are not ascending, an index is outside, or a weight, list or parameter is out of range
 */
export function encodeModel(parts: ModelParts): Uint8Array<ArrayBuffer> {
  const { items } = parts
  checkParts(parts)
  const digits = currencyDigits(parts.currency)
  const shared = sharedGroups(items)
  const url = findLinkRule(linksOf(items, item => item.url))
  const image = findLinkRule(linksOf(items, item => item.imageUrl))
  const leading = [parts.currency ?? '', url[0], url[1], image[0], image[1]]
  // Links last: they are many, and the small codes then fit one byte.
  const table = createStringTable([
    ...items.map(item => item.category), ...items.map(item => item.kind), ...items.map(item => item.motif),
    ...items.map(item => item.colour), ...shared,
    ...items.flatMap(item => [ownLink(item.url, url, item.itemId), ownLink(item.imageUrl, image, item.itemId)]),
  ])
  const code = (string: string | undefined): number => string === undefined ? 0 : LEADING_STRINGS + table.code(string)
  const linkCode = (link: string | undefined, rule: LinkRule, id: string): number =>
    link === undefined ? 0 : link === linkOf(rule, id) ? 1 : 1 + code(link)

  const strings = [...items.map(item => item.itemId), ...items.map(item => wellFormed(item.title)), ...leading, ...table.strings]
  const { params } = parts
  const steps = [levelStep(parts.boughtWith), levelStep(parts.similar)] as const
  const numbers = [
    params.next.twoHop, params.orderDecay, ...steps, parts.asOf, digits, parts.popularKnown, LEADING_STRINGS + table.strings.length,
    url[2], image[2],
    params.viewHalfLifeDays, ...params.gapDays, params.bulkUnitsPerLine, params.frequentPurchaseDays, params.newWithinDays,
  ]
  const utf8 = new TextEncoder()
  const column = (pick: (item: ModelItem, index: number) => number): Uint8Array => toColumn(items.map(pick))
  return assemble(items.length, [
    new Uint8Array(Float64Array.from(numbers).buffer),
    // The blank in front keeps a byte order mark at the head of an id from being taken for the file's.
    utf8.encode(' ' + strings.join('')),
    toColumn(strings.map(string => string.length)),
    column((_, i) => code(shared[i])),
    column(item => code(item.category)),
    column(item => code(item.kind)),
    column(item => code(item.motif)),
    column(item => code(item.colour)),
    column(item => linkCode(item.url, url, item.itemId)),
    column(item => linkCode(item.imageUrl, image, item.itemId)),
    column(item => within(item.setSize, 1e9)),
    column(item => item.price === undefined ? 0 : within(Math.round(item.price * 10 ** digits) + 1, 2 ** 32 - 1)),
    column(item => within(item.priceAt === undefined ? 0 : Math.floor(item.priceAt / DAY_MS), 1e8)),
    column(item => within(item.firstSoldAt === undefined ? 0 : Math.floor(item.firstSoldAt / DAY_MS), 1e8)),
    column(item => item.available ? 1 : 0),
    toColumn(parts.reorder.map(again => again ? gapCode(again.gapDays) : 0)),
    toColumn(parts.reorder.map(again => again ? Math.min(7, Math.max(0, Math.round(again.againShare * 8))) : 0)),
    toColumn(parts.popular, 4),
    toColumn(parts.newest, 4),
    ...encodeRelation(parts.boughtWith, steps[0], true),
    ...encodeRelation(parts.similar, steps[1], false),
  ])
}

/** Header, section lengths, sections at multiples of 4, checksum. */
function assemble(size: number, sections: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  if (sections.length !== SECTION_COUNT) throw new ModelError('broken', `${sections.length} sections`)
  const total = sections.reduce((sum, section) => sum + (section.length + 3 & ~3), HEADER_BYTES) + 4
  const bytes = new Uint8Array(total)
  const view = new DataView(bytes.buffer)
  const numbers = [MAGIC, FORMAT_VERSION, total, size, ...sections.map(section => section.length)]
  numbers.forEach((number, place) => view.setUint32(place * 4, number, true))
  let offset = HEADER_BYTES
  for (const section of sections) {
    bytes.set(section, offset)
    offset += section.length + 3 & ~3
  }
  view.setUint32(offset, crc32(bytes.subarray(0, offset)), true)
  return bytes
}

/**
 * Per item its group's name where others share it or it is not the item's own id; a loner's group is its id and costs nothing.
 */
function sharedGroups(items: readonly ModelItem[]): (string | undefined)[] {
  const members = new Map<string, number>()
  for (const { groupId } of items) members.set(groupId, (members.get(groupId) ?? 0) + 1)
  return items.map(({ itemId, groupId }) => groupId === itemId && members.get(groupId) === 1 ? undefined : groupId)
}

function linksOf(items: readonly ModelItem[], pick: (item: ModelItem) => string | undefined): { id: string; link: string }[] {
  return items.flatMap(item => {
    const link = pick(item)
    return link === undefined ? [] : [{ id: item.itemId, link }]
  })
}

function ownLink(link: string | undefined, rule: LinkRule, id: string): string | undefined {
  return link === undefined || link === linkOf(rule, id) ? undefined : link
}

function gapCode(days: number): number {
  return Math.min(255, Math.max(1, 1 + Math.round(Math.log(days) / Math.log(GAP_BASE))))
}

/** `value`, 0 when absent. @throws ModelError when it does not fit its field */
function within(value: number | undefined, top: number): number {
  if (value === undefined) return 0
  if (!(value >= 0 && value <= top)) throw new ModelError('broken', `${value} is not within 0..${top}`)
  return Math.floor(value)
}
