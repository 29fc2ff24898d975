import type { RawPurchase } from './purchaseRow.ts'
import type { InputSource, RowSink } from './readInputs.ts'
import { isObject, readRecords } from './readRecords.ts'
import { cellOf } from './readTable.ts'
import { goneStatuses } from './wooOrders.ts'

/**
 * Purchases of WooCommerce's REST API (`wc/v3/orders`): an order's total without its tax and shipping, by e-mail, else customer
 * number.
 */
export async function wooPurchases({ path, text, customer }: InputSource, sink: RowSink<RawPurchase>): Promise<void> {
  await readRecords(path, text, {
    record(order, place) {
      const status = cellOf(order['status']).toLowerCase()
      if (goneStatuses.includes(status)) return sink.leftOut(`${status} orders`)
      const billing = isObject(order['billing']) ? cellOf(order['billing']['email']).trim() : ''
      const number = cellOf(order['customer_id'])
      const utc = cellOf(order['date_created_gmt'])
      const [total, tax, shipping] = ['total', 'total_tax', 'shipping_total'].map(field => Number(cellOf(order[field]) || 0))
      const net = Math.round((total! - tax! - shipping!) * 1000) / 1000
      sink.row({
        orderId: cellOf(order['id']),
        customerId: customer.of(billing || (number === '0' ? '' : number)),
        time: utc === '' ? cellOf(order['date_created']) : `${utc}Z`,
        unitPrice: '', quantity: '', value: String(net), currency: cellOf(order['currency']), place: () => place,
      })
    },
    broken: sink.broken,
  })
}
