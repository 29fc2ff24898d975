import type { CatalogueItem } from './catalogueItem.ts'
import type { CatalogueRow } from './catalogueRow.ts'
import { cleanText, toId } from './cleanText.ts'
import type { DecimalMark } from './parseAmount.ts'
import { parseTime } from './parseTime.ts'
import { plainText } from './plainText.ts'
import type { Refusals } from './refusals.ts'
import { toCurrency } from './toCurrency.ts'
import { toPrice } from './toPrice.ts'

/** What `toItem` goes by, beside the row. */
export interface ItemContext {
  mark: DecimalMark
  /** Epoch ms: which sale counts. */
  now: number
  /** ISO 4217, for a file that names none. */
  currency?: string
  refused: Refusals
  dropped: Refusals
}

/**
 * The item of a row, or undefined when it has no id or no title (counted as refused). An empty title or category is taken from
 * `above` when both are of one group.
 */
export function toItem(row: CatalogueRow, above: CatalogueItem | undefined, context: ItemContext): CatalogueItem | undefined {
  const { refused, dropped } = context
  const cell = (field: keyof CatalogueRow['cells']): string => row.cells[field] ?? ''
  const itemId = toId(cell('item_id'))
  if (itemId === undefined) {
    const remedy = 'give every row an id of 1 to 200 characters'
    refused.add('an id that is empty or too long', remedy, row.place('item_id'), cell('item_id'))
    return undefined
  }
  const groupId = toId(cell('item_group_id')) ?? itemId
  const same = above?.groupId === groupId && cell('item_group_id') !== '' ? above : undefined
  const title = words(cell('title'), 300) || same?.title
  if (!title) {
    refused.add('no title', 'give every row a title', row.place('title'), cell('title'))
    return undefined
  }
  const item: CatalogueItem = { itemId, groupId, title, available: toAvailable(cell('availability')) }
  const price = toPrice(row, context.mark, context.now, dropped)
  if (price !== undefined) item.price = price.value
  if (price?.listPrice !== undefined) item.listPrice = price.listPrice
  const currency = price?.currency ?? toCurrency(cell('currency')) ?? context.currency
  if (currency !== undefined) item.currency = currency
  for (const [field, name] of [['price_at', 'priceAt'], ['first_sold', 'firstSoldAt']] as const) {
    if (cell(field) === '') continue
    const at = parseTime(cell(field))
    if (at === undefined) dropped.add(`a ${field} that is no date`, 'write 2011-11-30', row.place(field), cell(field))
    else item[name] = at
  }
  const path = plainText(cell('category')).split('>').map(step => cleanText(step, 80)).filter(step => step !== '')
  // "Kitchen > Mugs" is a path: the department is its first step, the kind of object its last. A number is Google's own taxonomy.
  const category = (/^\d+$/.test(path[0] ?? '') ? undefined : path[0]) || same?.category
  if (category) item.category = category
  const kind = words(cell('kind'), 80) || (path.length > 1 ? path.at(-1) : undefined)
  if (kind) item.kind = kind
  for (const field of ['colour', 'motif', 'brand', 'market'] as const) {
    const value = words(cell(field), 80)
    if (value) item[field] = value
  }
  const labels = (['label_0', 'label_1', 'label_2', 'label_3', 'label_4'] as const).map(field => words(cell(field), 100))
    .filter(label => label !== '')
  if (labels.length) item.labels = labels
  if (/^\d{1,6}$/.test(cell('set_size')) && Number(cell('set_size')) > 1) item.setSize = Number(cell('set_size'))
  const url = toLink(cell('link'))
  if (url) item.url = url
  const imageUrl = toLink(cell('image_link').split(/,\s*(?=https?:)/)[0]!)
  if (imageUrl) item.imageUrl = imageUrl
  return item
}

function words(text: string, longest: number): string {
  return cleanText(plainText(text), longest)
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
