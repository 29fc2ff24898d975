import { basename } from 'node:path'
import type { Place } from '../inputError.ts'
import { findColumns } from './columns.ts'
import type { Aliases } from './columns.ts'
import { parseJson } from './parseJson.ts'
import type { JsonRecord } from './readRecords.ts'
import { isObject } from './readRecords.ts'
import { cellOf, readTable } from './readTable.ts'
import type { TextOptions } from './readText.ts'
import type { FileKind } from './sniffFile.ts'
import type { TableHandler } from './tableHandler.ts'

/** One row of a Segment warehouse table, as far as it is looked at. Empty: not there. */
export interface SegmentRow {
  /** `order_completed`, `product_viewed` … */
  event: string
  time: string
  userId: string
  anonymousId: string
  orderId: string
  /**
   * The row's own product, or the list in `products` (JSON text in a warehouse). SKU before product id, as the e-commerce spec
   * has it.
   */
  items: { itemId: string; quantity: string }[]
  place: (cell: 'time' | 'order_id' | 'item_id' | 'quantity') => Place
}

type Field =
  | 'event' | 'time' | 'user_id' | 'anonymous_id' | 'order_id' | 'products' | 'sku' | 'product_id' | 'variant' | 'quantity'

const aliases: Aliases<Field> = {
  event: ['event'], time: ['originaltimestamp', 'timestamp', 'sentat', 'receivedat'], user_id: ['userid'],
  anonymous_id: ['anonymousid'], order_id: ['orderid'], products: ['products'], sku: ['sku'], product_id: ['productid'],
  variant: ['variantid'], quantity: ['quantity'],
}

/**
 * A table of a Segment warehouse (`order_completed`, `product_viewed`, `product_added`, `tracks`), as CSV, JSONL or Parquet.
 * Without a column `event` the file's name is the event.
 *
 * @param wanted the column that holds the item id, by `--map`
 */
export async function readSegmentTable(
  source: { path: string; kind: FileKind; text: TextOptions; wanted: string | undefined }, onRow: (row: SegmentRow) => void,
  broken: TableHandler['broken'],
): Promise<void> {
  const file = basename(source.path)
  const named = new Map(source.wanted === undefined ? [] : [['sku', source.wanted]])
  let columns: Record<Field, number> | undefined
  await readTable(source.path, source.kind, source.text, {
    header(names) {
      columns = findColumns<Field>(names, aliases, ['time'], named, 'events', file)
      return Object.values(columns).filter(at => at >= 0)
    },
    row(cells, place) {
      const at = columns!
      const cell = (field: Field): string => at[field] < 0 ? '' : cells[at[field]]!.trim()
      const items = cell('products') === '' ? [{ itemId: cell('sku') || cell('product_id'), quantity: cell('quantity') }]
        : productsOf(cell('products'), source.wanted)
      if (!items) {
        const remedy = 'export the column as Segment stored it'
        broken('products that are no JSON list', remedy, place(at.products), `${cell('products').length} characters`)
        return
      }
      onRow({
        event: cell('event') || file.replace(/\..*$/, ''), time: cell('time'), userId: cell('user_id'),
        anonymousId: cell('anonymous_id'), orderId: cell('order_id'), items,
        place: field => place(field === 'item_id' ? at.products < 0 ? at.sku : at.products : at[field]),
      })
    },
    broken,
  })
}

function productsOf(text: string, wanted: string | undefined): SegmentRow['items'] | undefined {
  let list: unknown
  try {
    list = parseJson(text)
  } catch {
    // Cut off, or written by another tool: the caller counts the row.
    return undefined
  }
  if (!Array.isArray(list)) return undefined
  const idOf = (product: JsonRecord): string =>
    wanted === undefined ? cellOf(product['sku']) || cellOf(product['product_id']) : cellOf(product[wanted])
  return list.filter(isObject).map(product => ({ itemId: idOf(product).trim(), quantity: cellOf(product['quantity']) }))
}
