import { namedColumn } from './columns.ts'
import type { RawLine } from './lineCheck.ts'
import type { InputSource, RowSink } from './readInputs.ts'
import type { JsonRecord } from './readRecords.ts'
import { isObject, readRecords } from './readRecords.ts'
import { cellOf } from './readTable.ts'

/** Statuses of the REST API under which nobody bought anything, or not yet. */
export const goneStatuses: readonly string[] = ['pending', 'failed', 'cancelled', 'refunded', 'trash', 'checkout-draft', 'auto-draft']

/**
 * Orders of WooCommerce's REST API (`wc/v3/orders`), as JSON pages or JSONL. The item id is the variation's number, else the
 * product's, else its SKU; `--map item_id=sku` (or `product_id`) chooses. Shoppers are told apart by e-mail, else by customer
 * number.
 */
export async function readWooOrders({ path, text, named, customer }: InputSource, sink: RowSink<RawLine>): Promise<void> {
  const wanted = namedColumn(named, 'orders', 'item_id')
  await readRecords(path, text, {
    record(order, place) {
      const lines = Array.isArray(order['line_items']) ? order['line_items'].filter(isObject) : []
      const status = cellOf(order['status']).toLowerCase()
      const utc = cellOf(order['date_created_gmt'])
      const time = utc === '' ? cellOf(order['date_created']) : utc
      const billing = isObject(order['billing']) ? cellOf(order['billing']['email']).trim() : ''
      const number = cellOf(order['customer_id'])
      const customerId = customer.of(billing || (number === '0' ? '' : number))
      for (const line of lines) {
        if (goneStatuses.includes(status)) sink.leftOut(`${status} orders`)
        else {
          sink.row({
            orderId: cellOf(order['id']), itemId: wanted === undefined ? ownId(line) : cellOf(line[wanted]).trim(), customerId,
            time, quantity: cellOf(line['quantity']), price: cellOf(line['price']),
            currency: cellOf(order['currency']), place: () => place,
          })
        }
      }
      if (!lines.length) sink.leftOut('orders without line items')
    },
    broken: sink.broken,
  })
}

/** 0 stands for "no variation", and for a product that was deleted since. */
function ownId(line: JsonRecord): string {
  const numbers = [cellOf(line['variation_id']), cellOf(line['product_id'])]
  return numbers.find(id => id !== '' && id !== '0') ?? cellOf(line['sku']).trim()
}
