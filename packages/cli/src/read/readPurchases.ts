import { zoneClock } from '@shopside/engine'
import type { CustomerDays } from '../fit/customerDays.ts'
import { InputError } from '../inputError.ts'
import { countCurrencies } from './currencyCount.ts'
import { countLeftOut } from './leftOut.ts'
import type { RawPurchase } from './purchaseRow.ts'
import { createPurchaseCheck } from './purchaseRow.ts'
import type { FormatReaders, InputSource, InputsOptions, InputsRead } from './readInputs.ts'
import { readInputs } from './readInputs.ts'
import type { Refusals } from './refusals.ts'
import { tablePurchases, wholeValue } from './tablePurchases.ts'
import { wooPurchases } from './wooPurchases.ts'

/** How to read who bought when. */
export interface PurchasesOptions extends InputsOptions {
  /** Rows after it are refused: epoch ms. */
  latest: number
  /** Amounts that are left out of rows that stay: those in another currency than most. */
  dropped: Refusals
  /** IANA name of the store's zone: times that name a zone of their own are told in it, others are the store's. @default 'UTC' */
  timeZone?: string
  /** Prices by item id, where rows have none. */
  priceOf?: ReadonlyMap<string, number>
  /** True: a day that was worth nothing is a purchase all the same. @default false */
  keepZero?: boolean
}

/**
 * Customers and their purchase days, by the bytes of their ids; `values` are missing when one row has none, and NaN on a day with an
 * amount in another currency than most.
 */
export interface PurchasesRead extends InputsRead {
  customers: CustomerDays[]
  /** Days that were worth nothing: left out. */
  zeroDays: number
}

/**
 * Reads orders as purchase days of customers: orders of one customer and one store-local day are one.
 *
 * @throws InputError when a file cannot be read, a column is missing, or no customer is known
 */
export async function readPurchases(path: string, options: PurchasesOptions): Promise<PurchasesRead> {
  const { latest, timeZone, keepZero } = options
  const leftOut = countLeftOut()
  const [zone, own] = [zoneClock(timeZone), zoneClock()]
  const currencies = countCurrencies()
  const byCurrency = new Map<string | undefined, Map<string, Map<number, number>>>()
  let valued = true
  const check = createPurchaseCheck(latest, {
    refused: options.refused, leftOut: leftOut.add, currencies,
    onRow({ customerId, at, zoned, value, currency }) {
      const byCustomer = byCurrency.get(currency) ?? new Map<string, Map<number, number>>()
      byCurrency.set(currency, byCustomer)
      const days = byCustomer.get(customerId) ?? new Map<number, number>()
      const day = (zoned ? zone : own).day(at)
      valued &&= value !== undefined
      byCustomer.set(customerId, days.set(day, (days.get(day) ?? 0) + Math.round((value ?? 0) * wholeValue)))
    },
  })
  const table = tablePurchases(options.priceOf)
  const readers: FormatReaders<RawPurchase> = {
    generic: table, 'woocommerce-orders': wooPurchases, ga4: refuseFormat, segment: refuseFormat,
  }
  const read = await readInputs({ path, role: 'orders', options, readers, leftOut, onRow: check })
  currencies.dropRarer(options.dropped)
  const byCustomer = inMainCurrency(byCurrency, currencies.main)
  const customers: CustomerDays[] = []
  let zeroDays = 0
  for (const [, spend] of [...byCustomer].sort(([a], [b]) => a < b ? -1 : 1)) {
    const days = [...spend.keys()].filter(day => !valued || keepZero || !(spend.get(day)! <= 0)).sort((a, b) => a - b)
    zeroDays += spend.size - days.length
    if (days.length) customers.push({ days, ...(valued && { values: days.map(day => spend.get(day)! / wholeValue) }) })
  }
  if (!customers.length) {
    throw new InputError('holds no purchase of a known customer', 'give orders with a customer_id and a time', { file: path })
  }
  return { ...read, leftOut: leftOut.list(), customers, zeroDays }
}

/** Days of customers in one currency and in none said; a day with an amount in another is worth NaN. */
function inMainCurrency(
  byCurrency: Map<string | undefined, Map<string, Map<number, number>>>, main: string | undefined,
): Map<string, Map<number, number>> {
  const all = byCurrency.get(main) ?? new Map<string, Map<number, number>>()
  for (const [currency, byCustomer] of byCurrency) {
    if (currency === main) continue
    for (const [customerId, spend] of byCustomer) {
      const days = all.get(customerId) ?? new Map<number, number>()
      all.set(customerId, days)
      for (const [day, value] of spend) days.set(day, currency === undefined ? (days.get(day) ?? 0) + value : NaN)
    }
  }
  return all
}

function refuseFormat({ path }: InputSource): Promise<void> {
  const remedy = 'export its orders as a table: customer_id, time and value'
  return Promise.reject(new InputError('is a log of events, which is not read for purchases', remedy, { file: path }))
}
