import type { Place } from '../inputError.ts'
import type { CurrencyCount } from './currencyCount.ts'
import { parseAmount } from './parseAmount.ts'
import { parseTime } from './parseTime.ts'
import type { Refusals } from './refusals.ts'
import { shownValue } from './shownValue.ts'
import { toCurrency } from './toCurrency.ts'

/** A field of orders that are read for who bought when and for how much. */
export type PurchaseField =
  | 'customer_id' | 'time' | 'order_id' | 'item_id' | 'quantity' | 'unit_price' | 'line_value' | 'order_value' | 'status'
  | 'cancelled' | 'currency'

/** A row as a reader found it: texts, trimmed, empty where there is nothing. */
export interface RawPurchase {
  orderId: string
  /** Hashed already where it was an address. */
  customerId: string
  time: string
  /** Worth of one unit and units, or of the row (`value`). */
  unitPrice: string
  quantity: string
  value: string
  /** Of the amounts, where a column says it. */
  currency: string
  place: (field: PurchaseField) => Place
}

/** A row that counts: a known customer bought. `value` in major units; undefined when the row does not say. */
export interface PurchaseRow {
  customerId: string
  /** Epoch ms; of a time without a zone as if it were UTC. */
  at: number
  /** The row said where its time is true; else it is the store's own. */
  zoned: boolean
  value: number | undefined
  /** ISO 4217 of `value`, where the row says it and is worth something. */
  currency: string | undefined
}

/** What becomes of rows that do not count. */
export interface PurchaseSinks {
  refused: Refusals
  leftOut: (reason: string) => void
  currencies: CurrencyCount
  onRow: (row: PurchaseRow) => void
}

/** Times that name their zone: an offset, Z, or a number of seconds or milliseconds since 1970. */
const zonedTime = /(Z|UTC|GMT|:\d\d\s*[+-]\d\d(:?\d\d)?)$|^\d{10,13}(\.\d+)?$/i

/**
 * A check of rows. Guests, and returns (fewer than no units, or less than no money), are left out: a guest is nobody who can
 * come back.
 *
 * @param latest rows after it are refused: epoch ms
 */
export function createPurchaseCheck(latest: number, { refused, leftOut, currencies, onRow }: PurchaseSinks): (raw: RawPurchase) => void {
  return ({ orderId, customerId, time, unitPrice, quantity, value, currency: column, place }) => {
    const refuse = (field: PurchaseField, reason: string, remedy: string, found: string): void =>
      refused.add(reason, remedy, place(field), shownValue(found))
    if (customerId === '') return leftOut('orders of guests')
    const at = parseTime(time)
    if (at === undefined) return refuse('time', 'a time that is none', 'write 2011-11-30 or 2011-11-30T08:26', time)
    if (at > latest) return refuse('time', 'a time that has not come yet', 'check the clock or the date format', time)
    const units = quantity === '' ? 1 : /^-?\d+([.,]\d+)?$/.test(quantity) ? Number(quantity.replace(',', '.')) : NaN
    if (!(Math.abs(units) < 1e9)) return refuse('quantity', 'a quantity that is no number', 'write 1 or more', quantity)
    const [text, field] = unitPrice === '' ? [value, 'line_value'] as const : [unitPrice, 'unit_price'] as const
    if (units <= 0 || text.startsWith('-')) return leftOut('returns')
    const amount = text === '' ? undefined : parseAmount(text, '.')
    if (text !== '' && !amount) return refuse(field, 'an amount that is none', 'write 12.90', text)
    const worth = amount && amount.value * (unitPrice === '' ? 1 : units)
    const currency = amount && worth ? amount.currency ?? toCurrency(column) : undefined
    if (currency !== undefined) currencies.add(currency, orderId, place(column === '' ? field : 'currency'))
    onRow({ customerId, at, zoned: zonedTime.test(time), value: worth, currency })
  }
}
