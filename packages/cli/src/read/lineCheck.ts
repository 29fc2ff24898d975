import type { Place } from '../inputError.ts'
import { toId } from './cleanText.ts'
import type { OrderField } from './columns.ts'
import type { CurrencyCount } from './currencyCount.ts'
import type { Amount } from './parseAmount.ts'
import { parseAmount } from './parseAmount.ts'
import { parseTime } from './parseTime.ts'
import type { Refusals } from './refusals.ts'
import { shownValue } from './shownValue.ts'
import { toCurrency } from './toCurrency.ts'

/** One order line. `customerId` is empty for a guest. */
export interface OrderLine {
  orderId: string
  itemId: string
  customerId: string
  /** Epoch ms. */
  at: number
  /** Units, above 0. */
  quantity: number
  /** What one unit cost, and its price before reductions, where the row says so. */
  price?: number
  listPrice?: number
  /** ISO 4217 of both, where the row says it. */
  currency?: string
}

/** A field that a line may be refused for. */
type PlacedField = Exclude<OrderField, 'list_price'>

/** An order line as a reader found it: text, trimmed. */
export interface RawLine {
  orderId: string
  itemId: string
  /** Hashed already where it was an address. */
  customerId: string
  time: string
  /** Empty: one unit. */
  quantity: string
  /** What is no amount is not known. */
  price?: string
  listPrice?: string
  /** Of both, where a column says it. */
  currency?: string
  place: (field: PlacedField) => Place
}

/** Judges order lines, whatever they were read from. */
export interface LineCheck {
  /** Hands a good line on, counts a bad one. */
  line(raw: RawLine): void
  /** Lines of returns: a quantity of 0 or less. Left out, not refused. */
  readonly returns: number
}

/**
 * A check of order lines: two ids, a time that has come, a quantity.
 *
 * @param latest rows after it are refused: epoch ms. A wrong clock must not make everything else old.
 */
export function createLineCheck(
  refused: Refusals, latest: number, currencies: CurrencyCount, onLine: (line: OrderLine) => void,
): LineCheck {
  let returns = 0
  let known = { time: '', at: 0 }
  return {
    get returns() {
      return returns
    },
    line({ orderId: order, itemId: item, customerId, time, quantity: units, price, listPrice, currency: column = '', place }) {
      const refuse = (field: PlacedField, reason: string, remedy: string, value: string): void =>
        refused.add(reason, remedy, place(field), shownValue(value))
      const orderId = toId(order)
      if (orderId === undefined) {
        return refuse('order_id', 'an order id that is empty or too long', 'give every row its order id', order)
      }
      const itemId = toId(item)
      if (itemId === undefined) {
        return refuse('item_id', 'an item id that is empty or too long', 'give every row its item id', item)
      }
      // Lines of one order share their time: it is read once.
      const at = time === known.time ? known.at : parseTime(time)
      if (at === undefined || at === 0) {
        return refuse('time', 'a time that is none', 'write 2011-11-30 or 2011-11-30T08:26', time)
      }
      if (at > latest) return refuse('time', 'a time that has not come yet', 'check the clock or the date format', time)
      known = { time, at }
      const written = /^-?\d+([.,]\d+)?$/.test(units) && units.length < 30
      const quantity = units === '' ? 1 : written ? Number(units.replace(',', '.')) : NaN
      if (!(Math.abs(quantity) < 1e9)) return refuse('quantity', 'a quantity that is no number', 'write 1 or more', units)
      if (quantity <= 0) returns++
      else {
        const [paid, before] = [toLinePrice(price), toLinePrice(listPrice)]
        const currency = paid?.value || before?.value ? paid?.currency ?? before?.currency ?? toCurrency(column) : undefined
        if (currency !== undefined) currencies.add(currency, orderId, place(column === '' ? 'price' : 'currency'))
        onLine({
          orderId, itemId, customerId, at, quantity, ...(paid && { price: paid.value }), ...(before && { listPrice: before.value }),
          ...(currency !== undefined && { currency }),
        })
      }
    },
  }
}

/** A price in any form of an amount. Lines are read one by one: `1,299` is a thousand and `1.299` is not, whatever the column has. */
function toLinePrice(text: string | undefined): Amount | undefined {
  return text === undefined ? undefined : parseAmount(text, '.')
}
