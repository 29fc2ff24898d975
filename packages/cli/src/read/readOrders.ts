import { basename } from 'node:path'
import type { Place } from '../inputError.ts'
import { InputError } from '../inputError.ts'
import { toId } from './cleanText.ts'
import { findColumns, orderAliases } from './columns.ts'
import type { OrderField } from './columns.ts'
import { parseTime } from './parseTime.ts'
import type { Refusals } from './refusals.ts'
import { readTable } from './readTable.ts'
import type { TableOptions } from './readTable.ts'

type Field = OrderField

/** One order line. `customerId` is empty for a guest. */
export interface OrderLine {
  orderId: string
  itemId: string
  customerId: string
  /** Epoch ms. */
  at: number
  /** Units, above 0. */
  quantity: number
}

/** How to read orders. */
export interface OrdersOptions extends TableOptions {
  refused: Refusals
  named?: ReadonlyMap<string, string>
  /** Rows after it are refused: epoch ms. A wrong clock must not make everything else old. */
  latest: number
}

/** What an order file held, beside its lines. */
export interface OrdersRead {
  rows: number
  /** Lines of returns and cancellations (a quantity of 0 or less, a price is not looked at): left out, not refused. */
  returns: number
}

/**
 * Reads an order history, one line at a time. A row without a time or customer takes those of the row above when both are of one
 * order (Shopify writes them once per order).
 *
 * @throws InputError when the file cannot be read or a required column is missing
 */
export async function readOrders(path: string, options: OrdersOptions, onLine: (line: OrderLine) => void): Promise<OrdersRead> {
  const file = basename(path)
  const { refused } = options
  let columns: Record<Field, number> | undefined
  let rows = 0
  let returns = 0
  let above = { orderId: '', customerId: '', time: '', at: 0 }
  const refuse = (reason: string, remedy: string, place: Place, value: string): void => refused.add(reason, remedy, place, value)
  await readTable(path, options, {
    header(names) {
      columns = findColumns<Field>(names, orderAliases, ['order_id', 'item_id', 'time'], options.named ?? new Map(), file)
      return Object.values(columns).filter(at => at >= 0)
    },
    row(cells, place) {
      rows++
      const at = columns!
      const cell = (field: Field): string => at[field] < 0 ? '' : cells[at[field]]!.trim()
      const orderId = toId(cell('order_id'))
      if (orderId === undefined) {
        const remedy = 'give every row its order id'
        return refuse('an order id that is empty or too long', remedy, place(at.order_id), cell('order_id'))
      }
      const itemId = toId(cell('item_id'))
      if (itemId === undefined) {
        return refuse('an item id that is empty or too long', 'give every row its item id', place(at.item_id), cell('item_id'))
      }
      const same = above.orderId === orderId
      const time = cell('time') || (same ? above.time : '')
      const when = time === above.time ? above.at : parseTime(time)
      if (when === undefined || when === 0) {
        return refuse('a time that is none', 'write 2011-11-30 or 2011-11-30T08:26', place(at.time), time)
      }
      if (when > options.latest) {
        return refuse('a time that has not come yet', 'check the clock or the date format', place(at.time), time)
      }
      const customerId = cell('customer_id') || (same ? above.customerId : '')
      above = { orderId, customerId, time, at: when }
      const units = cell('quantity')
      const quantity = units === '' ? 1 : Number(/^-?\d{1,9}([.,]\d+)?$/.test(units) ? units.replace(',', '.') : NaN)
      if (Number.isNaN(quantity)) return refuse('a quantity that is no number', 'write 1 or more', place(at.quantity), units)
      if (quantity <= 0) returns++
      else onLine({ orderId, itemId, customerId, at: when, quantity })
    },
    broken(reason, remedy, place, value) {
      rows++
      refuse(reason, remedy, place, value)
    },
  })
  if (rows === 0) throw new InputError('has a header and no rows', 'export it again, with its rows', { file, line: 1 })
  return { rows, returns }
}
