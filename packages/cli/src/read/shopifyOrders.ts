import { basename } from 'node:path'
import type { Aliases } from './columns.ts'
import { findColumns } from './columns.ts'
import type { RawLine } from './lineCheck.ts'
import type { InputSource, RowSink } from './readInputs.ts'
import { readTable } from './readTable.ts'

type Field = 'order_id' | 'item_id' | 'time' | 'customer_id' | 'quantity' | 'price' | 'list_price' | 'status' | 'cancelled' | 'currency'

/** Header names of Shopify's orders CSV. Stock is counted by SKU there: the file knows no variant numbers. */
const aliases: Aliases<Field> = {
  order_id: ['name'], item_id: ['lineitemsku'], time: ['createdat', 'paidat'], customer_id: ['email'],
  quantity: ['lineitemquantity'], price: ['lineitemprice'], list_price: ['lineitemcompareatprice'],
  status: ['financialstatus'], cancelled: ['cancelledat'], currency: ['currency'],
}

/**
 * Shopify's orders CSV: one row per line item, the order's own fields on its first row alone. Cancelled, voided and wholly
 * refunded orders are left out (of one refunded in part the file does not say which line).
 */
export async function readShopifyOrders({ path, kind, text, named, customer }: InputSource, sink: RowSink<RawLine>): Promise<void> {
  let columns: Record<Field, number> | undefined
  let order = { orderId: '', time: '', customerId: '', currency: '', gone: '' }
  await readTable(path, kind, text, {
    header(names) {
      columns = findColumns<Field>(names, aliases, ['order_id', 'item_id', 'time'], named, 'orders', basename(path))
      return Object.values(columns).filter(at => at >= 0)
    },
    row(cells, place) {
      const at = columns!
      const cell = (field: Field): string => at[field] < 0 ? '' : cells[at[field]]!.trim()
      const orderId = cell('order_id')
      if (orderId !== order.orderId || orderId === '') {
        const gone = cell('cancelled') !== '' ? 'cancelled orders'
          : /^(voided|refunded|expired)$/i.test(cell('status')) ? `${cell('status').toLowerCase()} orders` : ''
        order = { orderId, time: cell('time'), customerId: customer.of(cell('customer_id')), currency: cell('currency'), gone }
      }
      if (order.gone !== '') return sink.leftOut(order.gone)
      const { gone: _gone, ...own } = order
      sink.row({
        ...own, itemId: cell('item_id'), quantity: cell('quantity'), price: cell('price'), listPrice: cell('list_price'),
        place: field => place(Math.max(0, at[field])),
      })
    },
    broken: sink.broken,
  })
}
