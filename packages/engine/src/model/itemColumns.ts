import { createByteWriter, toColumn } from './byteWriter.ts'
import { DAY_MS, GAP_BASE, LABEL_SEPARATOR, LIFTS } from './format.ts'
import type { LinkRule } from './linkRule.ts'
import { linkOf } from './linkRule.ts'
import { ModelError } from './modelError.ts'
import type { ModelItem, ModelParts } from './modelParts.ts'
import { createStringTable, wellFormed } from './stringTable.ts'

/** What the fields of all items are written by. */
export interface ItemRules {
  digits: number
  url: LinkRule
  image: LinkRule
  /** Per item its group's name where it is written: see `sharedGroups`. */
  groups: readonly (string | undefined)[]
  ranks: Uint32Array
}

/** Sections of some items: text, lengths of its strings, columns, season; and what the header says of the table. */
export interface ItemSections {
  entries: number
  markets: number
  text: Uint8Array
  lengths: Uint8Array
  columns: Uint8Array[]
  season: Uint8Array
}

/** The fields of `items` (positions in `parts.items`, in the order of the file). @throws ModelError when one does not fit */
export function encodeItems(parts: ModelParts, items: readonly number[], { digits, url, image, groups, ranks }: ItemRules): ItemSections {
  const all = items.map(index => parts.items[index]!)
  const labelsOf = (item: ModelItem): string | undefined =>
    item.labels?.length ? item.labels.map(label => label.replaceAll(LABEL_SEPARATOR, ' ')).join(LABEL_SEPARATOR) : undefined
  const markets = createStringTable(all.map(item => item.market)).strings.length
  // Markets first, since they are looked up by name; links last: they are many, and the small codes then fit one byte.
  const table = createStringTable([
    ...all.map(item => item.market), ...all.map(item => item.category), ...all.map(item => item.kind), ...all.map(
      item => item.motif,
    ),
    ...all.map(item => item.colour), ...all.map(item => item.brand), ...all.map(labelsOf), ...items.map(index => groups[index]),
    ...all.flatMap(item => [ownLink(item.url, url, item.itemId), ownLink(item.imageUrl, image, item.itemId)]),
  ])
  const code = (string: string | undefined): number => string === undefined ? 0 : table.code(string)
  const linkCode = (link: string | undefined, rule: LinkRule, id: string): number =>
    link === undefined ? 0 : link === linkOf(rule, id) ? 1 : 1 + code(link)
  const money = (price: number | undefined): number =>
    price === undefined ? 0 : within(Math.round(price * 10 ** digits) + 1, 2 ** 32 - 1)
  const day = (at: number | undefined): number => within(at === undefined ? 0 : Math.floor(at / DAY_MS), 1e8)
  const reorder = items.map(index => parts.reorder[index])
  const strings = [...all.map(item => item.itemId), ...all.map(titleOf), ...table.strings]
  return {
    entries: table.strings.length,
    markets,
    // The blank in front keeps a byte order mark at the head of an id from being taken for the file's.
    text: new TextEncoder().encode(' ' + strings.join('')),
    lengths: toColumn(strings.map(string => string.length)),
    columns: [
      items.map(index => code(groups[index])),
      all.map(item => code(item.category)), all.map(item => code(item.kind)), all.map(item => code(item.motif)),
      all.map(item => code(item.colour)), all.map(item => code(item.brand)), all.map(item => code(labelsOf(item))),
      all.map(item => code(item.market)),
      all.map(item => linkCode(item.url, url, item.itemId)), all.map(item => linkCode(item.imageUrl, image, item.itemId)),
      all.map(item => within(item.setSize, 1e9)), all.map(item => money(item.price)), all.map(item => money(item.listPrice)),
      all.map(item => day(item.priceAt)), all.map(item => day(item.firstSoldAt)), all.map(item => item.available ? 1 : 0),
      items.map(index => ranks[index]!),
      reorder.map(again => again ? Math.min(255, Math.max(1, 1 + Math.round(Math.log(again.gapDays) / Math.log(GAP_BASE)))) : 0),
      reorder.map(again => again ? Math.min(7, Math.max(0, Math.round(again.againShare * 8))) : 0),
      items.map(index => within(Math.round(parts.afterDays?.[index] ?? 0), 65535)),
    ].map(values => toColumn(values)),
    season: encodeSeason(items.map(index => parts.season?.[index])),
  }
}

/**
 * Per item its group's name where others share it or it is not the item's own id; a loner's group is its id and costs nothing.
 */
export function sharedGroups(items: readonly ModelItem[]): (string | undefined)[] {
  const members = new Map<string, number>()
  for (const { groupId } of items) members.set(groupId, (members.get(groupId) ?? 0) + 1)
  return items.map(({ itemId, groupId }) => groupId === itemId && members.get(groupId) === 1 ? undefined : groupId)
}

/** Three bits a month; nothing when no item has a season. The nearest step by ratio; of two, the smaller claim. */
function encodeSeason(lifts: readonly (readonly number[] | undefined)[]): Uint8Array {
  if (!lifts.some(Boolean)) return new Uint8Array()
  const out = createByteWriter()
  for (const year of lifts) {
    for (let month = 0; month < 12; month++) {
      const lift = Math.log(year?.[month] || 1)
      const away = LIFTS.map(step => Math.abs(Math.log(step) - lift))
      out.bits(away.indexOf(Math.min(...away)), 3)
    }
  }
  return out.bytes()
}

/** Nothing where the title is the id, as in a catalogue made of events alone: the reader says the id then. */
function titleOf({ title, itemId }: ModelItem): string {
  return title === itemId ? '' : wellFormed(title)
}

function ownLink(link: string | undefined, rule: LinkRule, id: string): string | undefined {
  return link === undefined || link === linkOf(rule, id) ? undefined : link
}

/** `value`, 0 when absent. @throws ModelError when it does not fit its field */
function within(value: number | undefined, top: number): number {
  if (value === undefined) return 0
  if (!(value >= 0 && value <= top)) throw new ModelError('broken', `${value} is not within 0..${top}`)
  return Math.floor(value)
}
