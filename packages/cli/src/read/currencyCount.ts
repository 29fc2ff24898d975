import type { Place } from '../inputError.ts'
import type { Refusals } from './refusals.ts'

/** Counts what currencies the amounts of orders are in. It holds one entry for each currency, however many rows there are. */
export interface CurrencyCount {
  /** An amount in a currency. Rows of one order that follow each other are one order; `orderId` may be empty. */
  add(currency: string, orderId: string, place: Place): void
  /** The currency of most orders, the first of equals; undefined when no amount has one. */
  readonly main: string | undefined
  /** True when there is a second one: its amounts are not known, for they are never converted. */
  readonly isMixed: boolean
  /** Counts every row in another currency than `main`. */
  dropRarer(dropped: Refusals): void
}

/** An empty count. */
export function countCurrencies(): CurrencyCount {
  const found = new Map<string, { orders: number; rows: number; place: Place }>()
  let last = { currency: '', orderId: '' }
  const mainOf = (): string | undefined => {
    let main: string | undefined
    for (const [currency, { orders }] of found) if (main === undefined || orders > found.get(main)!.orders) main = currency
    return main
  }
  return {
    add(currency, orderId, place) {
      const known = found.get(currency) ?? { orders: 0, rows: 0, place }
      known.rows++
      if (orderId === '' || orderId !== last.orderId || currency !== last.currency) known.orders++
      last = { currency, orderId }
      found.set(currency, known)
    },
    get main() {
      return mainOf()
    },
    get isMixed() {
      return found.size > 1
    },
    dropRarer(dropped) {
      const main = mainOf()
      for (const [currency, { rows, place }] of found) {
        if (currency === main) continue
        const reason = `an amount in ${currency}, where most orders are in ${main}: the order counts, its amount is not known`
        for (let row = 0; row < rows; row++) dropped.add(reason, 'give one currency a file', place, currency)
      }
    },
  }
}
