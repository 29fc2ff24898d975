import { basename } from 'node:path'
import type { Place } from '../inputError.ts'
import { InputError } from '../inputError.ts'
import type { CatalogueItem } from './catalogueItem.ts'
import { cleanText, toId } from './cleanText.ts'
import { catalogueAliases, findColumns } from './columns.ts'
import type { CatalogueField } from './columns.ts'
import { parseAmount, sniffDecimalMark } from './parseAmount.ts'
import { parseTime } from './parseTime.ts'
import type { Refusals } from './refusals.ts'
import { readTable } from './readTable.ts'
import type { TableOptions } from './readTable.ts'

type Field = CatalogueField

/** What a catalogue file held. */
export interface Catalogue {
  /** Ascending by id in code units, each id once. */
  items: CatalogueItem[]
  /** Data rows of the file. */
  rows: number
  /** Fields that were dropped from rows that were kept: a price that is none, a date that is none. */
  dropped: Refusals
}

/** How to read a catalogue. */
export interface CatalogueOptions extends TableOptions {
  /** Rows that are left out. */
  refused: Refusals
  /** Fields that are left out of rows that stay. */
  dropped: Refusals
  /** `--map`: field → column name. */
  named?: ReadonlyMap<string, string>
}

interface Row {
  cells: Record<Field, string>
  place: (field: Field) => Place
}

/**
 * Reads a catalogue. A row needs an id and a title; an empty title is taken from the row above when both are of one group
 * (Shopify's variants). Of two rows with one id the later counts, and it is reported.
 *
 * @throws InputError when the file cannot be read or a required column is missing
 */
export async function readCatalogue(path: string, options: CatalogueOptions): Promise<Catalogue> {
  const file = basename(path)
  const { refused, dropped } = options
  const rows: Row[] = []
  let columns: Record<Field, number> | undefined
  let count = 0
  await readTable(path, options, {
    header(names) {
      columns = findColumns<Field>(names, catalogueAliases, ['item_id', 'title'], options.named ?? new Map(), file)
      return Object.values(columns).filter(at => at >= 0)
    },
    row(all, place) {
      count++
      const at = columns!
      const cells = {} as Record<Field, string>
      for (const field of Object.keys(at) as Field[]) cells[field] = at[field] < 0 ? '' : all[at[field]]!.trim()
      rows.push({ cells, place: field => place(at[field]) })
    },
    broken(reason, remedy, place, value) {
      count++
      refused.add(reason, remedy, place, value)
    },
  })
  const mark = sniffDecimalMark(rows.map(row => row.cells.price))
  const items = new Map<string, CatalogueItem>()
  let above: CatalogueItem | undefined
  for (const row of rows) {
    if (row.cells.item_id === '' && row.cells.title === '') continue
    const item = toItem(row, above, mark, refused, dropped)
    if (!item) continue
    if (items.has(item.itemId)) {
      dropped.add('the same id again: the later row counts', 'keep one row per item', row.place('item_id'), item.itemId)
    }
    items.set(item.itemId, item)
    above = item
  }
  if (count === 0) throw new InputError('has a header and no rows', 'export it again, with its rows', { file, line: 1 })
  return { items: [...items.values()].sort((a, b) => a.itemId < b.itemId ? -1 : 1), rows: count, dropped }
}

function toItem(
  { cells, place }: Row, above: CatalogueItem | undefined, mark: '.' | ',', refused: Refusals, dropped: Refusals,
): CatalogueItem | undefined {
  const itemId = toId(cells.item_id)
  if (itemId === undefined) {
    refused.add('an id that is empty or too long', 'give every row an id of 1 to 200 characters', place('item_id'), cells.item_id)
    return undefined
  }
  const groupId = toId(cells.item_group_id) ?? itemId
  const same = above?.groupId === groupId && cells.item_group_id !== '' ? above : undefined
  const title = cleanText(cells.title, 300) || same?.title
  if (!title) {
    refused.add('no title', 'give every row a title', place('title'), cells.title)
    return undefined
  }
  const item: CatalogueItem = { itemId, groupId, title, available: toAvailable(cells.availability) }
  const price = toPrice(cells, mark, place, dropped)
  if (price !== undefined) item.price = price.value
  const currency = price?.currency ?? toCurrency(cells.currency)
  if (currency !== undefined) item.currency = currency
  for (const [field, name] of [['price_at', 'priceAt'], ['first_sold', 'firstSoldAt']] as const) {
    if (cells[field] === '') continue
    const at = parseTime(cells[field])
    if (at === undefined) dropped.add(`a ${field} that is no date`, 'write 2011-11-30', place(field), cells[field])
    else item[name] = at
  }
  // "Kitchen > Mugs" is a path: the department is its first step.
  const category = cleanText(cells.category.split('>')[0]!, 80) || same?.category
  if (category) item.category = category
  for (const field of ['kind', 'colour', 'motif'] as const) {
    const value = cleanText(cells[field], 80)
    if (value) item[field] = value
  }
  if (/^\d{1,6}$/.test(cells.set_size) && Number(cells.set_size) > 1) item.setSize = Number(cells.set_size)
  const url = toLink(cells.link)
  if (url) item.url = url
  const imageUrl = toLink(cells.image_link.split(/,\s*(?=https?:)/)[0]!)
  if (imageUrl) item.imageUrl = imageUrl
  return item
}

/** The sale price where there is one, else the price; nothing above 0 means no price. */
function toPrice(
  cells: Record<Field, string>, mark: '.' | ',', place: (field: Field) => Place, dropped: Refusals,
): { value: number; currency?: string } | undefined {
  for (const field of ['sale_price', 'price'] as const) {
    if (cells[field] === '') continue
    const amount = parseAmount(cells[field], mark)
    if (amount && amount.value > 0) return amount
    if (amount) continue
    const remedy = 'write 12.90 or 12,90, with or without a currency'
    dropped.add(`a ${field} that is no amount`, remedy, place(field), cells[field])
  }
  return undefined
}

function toCurrency(text: string): string | undefined {
  const code = text.toUpperCase()
  return /^[A-Z]{3}$/.test(code) ? code : undefined
}

const soldOut = ['outofstock', 'soldout', 'false', 'no', 'n', 'unavailable', 'discontinued', 'nolongersold', 'outofstocks']

/**
 * In stock unless the shop says otherwise; a number is a stock level. Unknown words count as in stock: the shop page knows
 * better.
 */
function toAvailable(text: string): boolean {
  const word = text.toLowerCase().replace(/[\s_-]/g, '')
  if (/^-?\d+([.,]\d+)?$/.test(text)) return Number(text.replace(',', '.')) > 0
  return !soldOut.includes(word)
}

function toLink(text: string): string | undefined {
  return text.length <= 2000 && /^(https?:|(?![^/?#]*:))[^\s\0-\x20]+$/i.test(text) ? text : undefined
}
