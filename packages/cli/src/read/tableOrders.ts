import { basename } from 'node:path'
import { findColumns, orderAliases } from './columns.ts'
import type { OrderField } from './columns.ts'
import type { RawLine } from './lineCheck.ts'
import type { InputSource, RowSink } from './readInputs.ts'
import { readTable } from './readTable.ts'

/**
 * Order lines of any table whose columns are found by name. A row without a time goes on with the order of the row above, if it
 * names the same: it takes its time and customer (exports that write them once per order).
 */
export async function readTableOrders({ path, kind, text, named, customer }: InputSource, sink: RowSink<RawLine>): Promise<void> {
  let columns: Record<OrderField, number> | undefined
  let above = { orderId: '', customerId: '', time: '', currency: '' }
  await readTable(path, kind, text, {
    header(names) {
      columns = findColumns<OrderField>(names, orderAliases, ['order_id', 'item_id', 'time'], named, 'orders', basename(path))
      return Object.values(columns).filter(at => at >= 0)
    },
    row(cells, place) {
      const at = columns!
      const cell = (field: OrderField): string => at[field] < 0 ? '' : cells[at[field]]!.trim()
      const orderId = cell('order_id')
      const time = cell('time')
      const same = time === '' && above.orderId === orderId
      if (!same) above = { orderId, time, customerId: customer.of(cell('customer_id')), currency: cell('currency') }
      sink.row({
        ...above, customerId: same && cell('customer_id') !== '' ? customer.of(cell('customer_id')) : above.customerId,
        itemId: cell('item_id'), quantity: cell('quantity'), price: cell('price'), listPrice: cell('list_price'),
        currency: cell('currency') || above.currency, place: field => place(Math.max(0, at[field])),
      })
    },
    broken: sink.broken,
  })
}
