import { InputError } from './inputError.ts'
import type { InputOptions } from './inputOptions.ts'
import { learnNorms } from './learnNorms.ts'
import type { PastOrder } from './evaluate/history.ts'
import { knownOrders } from './report/shop/knownOrders.ts'
import type { Refusal } from './read/refusals.ts'
import type { Replayed } from './report/shop/replayCustomers.ts'
import { replayCustomers } from './report/shop/replayCustomers.ts'

/** What `report` is told. */
export interface ReportOptions extends Omit<InputOptions, 'events'> {
  orders: string
  /** Months that are told, the newest last. @default 13 */
  months?: number
}

/** Who the customers are today, and how they moved. */
export interface ShopReport extends Replayed {
  /** Orders of known customers, and those of guests, who are in nothing that follows. */
  orders: number
  guestOrders: number
  /** Prices in another currency than most: not known. */
  dropped: Refusal[]
  /** ISO 4217 of the orders. */
  currency?: string
  seconds: number
}

/**
 * Replays every known customer through the engine that runs on their device, judged by norms of the same orders. Times are taken
 * as the file writes them, by the store's own clock.
 *
 * @throws InputError as `build`
 */
export async function report(options: ReportOptions): Promise<ShopReport> {
  const startedAt = performance.now()
  const { months = 13 } = options
  let known: PastOrder[] = []
  let all = 0
  const { norms, items, orders: read } = await learnNorms(options, async database => {
    known = await knownOrders(database)
    all = (await database.numbers('SELECT count(*) FROM shop_order'))[0]![0]!
  })
  if (known.length === 0)
    throw new InputError('no order has a customer', 'give orders with a customer_id', { file: options.orders })
  return {
    ...replayCustomers(known, { norms, items, months }),
    orders: known.length,
    guestOrders: all - known.length,
    dropped: read?.dropped ?? [],
    ...(norms.currency !== undefined && { currency: norms.currency }),
    seconds: (performance.now() - startedAt) / 1000,
  }
}
