import { basename } from 'node:path'
import type { Aliases } from './columns.ts'
import { findColumns } from './columns.ts'
import type { PurchaseField, RawPurchase } from './purchaseRow.ts'
import type { InputSource, RowSink } from './readInputs.ts'
import { readTable } from './readTable.ts'

/** Amounts are added up in ten thousandths: sums of whole numbers are the same in any order, and in any engine. */
export const wholeValue = 1e4

/** Header names of plain exports and of Shopify's orders CSV. */
export const purchaseAliases: Aliases<PurchaseField> = {
  customer_id: ['customerid', 'customer', 'userid', 'clientid', 'shopperid', 'buyerid', 'email'],
  time: [
    'time', 'orderedat', 'createdat', 'date', 'orderdate', 'invoicedate', 'timestamp', 'datetime', 'paidat', 'orderat', 'at',
  ],
  order_id: ['orderid', 'invoiceno', 'invoice', 'ordernumber', 'orderno', 'transactionid', 'order', 'name'],
  item_id: [
    'itemid', 'sku', 'lineitemsku', 'variantsku', 'productid', 'variantid', 'stockcode', 'productcode', 'product', 'item',
  ],
  quantity: ['quantity', 'qty', 'lineitemquantity', 'units', 'count'],
  unit_price: ['unitprice', 'lineitemprice', 'price', 'itemprice'],
  line_value: ['linevalue', 'linetotal', 'value', 'amount', 'revenue', 'sales', 'spend', 'dollars'],
  order_value: ['ordervalue', 'ordertotal', 'subtotal', 'total', 'grandtotal', 'totalprice'],
  status: ['status', 'financialstatus', 'orderstatus'],
  cancelled: ['cancelledat', 'canceledat'],
  currency: ['currency', 'currencycode', 'ordercurrency'],
}

const goneStatus = /^(voided|refunded|expired|cancelled|canceled|failed)$/i

/**
 * Purchases of any table whose columns are found by name: one row an order, or one a line of it. A row's worth is its units
 * times their price, else its own value; an order's total counts on the first of its rows. Customer, time and,
 * where a row names none, currency of an order are those of its first row.
 *
 * @param priceOf prices of the catalogue, where the rows have none
 */
export function tablePurchases(
  priceOf: ReadonlyMap<string, number> | undefined,
): (source: InputSource, sink: RowSink<RawPurchase>) => Promise<void> {
  return async ({ path, kind, text, named, customer }, sink) => {
    let columns: Record<PurchaseField, number> | undefined
    let above = { orderId: '', customerId: '', time: '', currency: '', gone: '' }
    await readTable(path, kind, text, {
      header(names) {
        columns = findColumns<PurchaseField>(names, purchaseAliases, ['customer_id', 'time'], named, 'orders', basename(path))
        return Object.values(columns).filter(at => at >= 0)
      },
      row(cells, place) {
        const at = columns!
        const cell = (field: PurchaseField): string => at[field] < 0 ? '' : cells[at[field]]!.trim()
        const orderId = cell('order_id')
        const isFirst = orderId === '' || orderId !== above.orderId
        if (isFirst) {
          const gone = cell('cancelled') !== '' ? 'cancelled' : goneStatus.exec(cell('status'))?.[0].toLowerCase() ?? ''
          above = { orderId, customerId: customer.of(cell('customer_id')), time: cell('time'), currency: cell('currency'), gone }
        }
        if (above.gone !== '') return sink.leftOut(`${above.gone} orders`)
        const listed = at.unit_price < 0 ? priceOf?.get(cell('item_id')) : undefined
        sink.row({
          orderId, customerId: above.customerId, time: above.time, quantity: cell('quantity'),
          unitPrice: at.unit_price < 0 ? listed === undefined ? '' : String(listed) : cell('unit_price'),
          // A total that is written on every line of an order is worth it once.
          value: at.line_value >= 0 ? cell('line_value') : at.order_value < 0 ? '' : isFirst ? cell('order_value') || '0' : '0',
          // A price of the catalogue is in the catalogue's.
          currency: listed === undefined ? cell('currency') || above.currency : '',
          place: field => place(Math.max(0, at[field])),
        })
      },
      broken: sink.broken,
    })
  }
}
