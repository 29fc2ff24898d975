import type { CltvNorms } from '@shopside/engine'
import { refuseMostlyBad } from './buildInputs.ts'
import type { CheckedModel } from './fit/checks/fitChecks.ts'
import { fitChecks } from './fit/checks/fitChecks.ts'
import { purchasesBetween, statsAt } from './fit/customerDays.ts'
import type { FittedCltv } from './fit/fitCltv.ts'
import { fitCltv } from './fit/fitCltv.ts'
import type { HoldoutFigures } from './fit/holdout/measureHoldout.ts'
import { measureHoldout } from './fit/holdout/measureHoldout.ts'
import { toPurchaseTable } from './fit/purchaseTable.ts'
import { InputError } from './inputError.ts'
import type { InputOptions } from './inputOptions.ts'
import type { LeftOut } from './read/leftOut.ts'
import { readCatalogue } from './read/readCatalogue.ts'
import { nativePurchases } from './read/nativePurchases.ts'
import type { PurchasesOptions, PurchasesRead } from './read/readPurchases.ts'
import { readPurchases } from './read/readPurchases.ts'
import type { Refusal } from './read/refusals.ts'
import { createRefusals } from './read/refusals.ts'
import { refuseUnknownColumns } from './read/refuseUnknownColumns.ts'
import { purchaseAliases } from './read/tablePurchases.ts'
import { openDatabase } from './train/database.ts'
import { isLarge } from './train/fillDatabase.ts'

/** What to fit to, and how. */
export interface FitOptions extends Pick<InputOptions, 'catalogue' | 'encoding' | 'named' | 'formats' | 'now'> {
  orders: string
  /** @default 'mbg-nbd' */
  model?: CltvNorms['model']
  /** Weeks that value is told for. @default 52 */
  horizonWeeks?: number
  /** Yearly discount rate. @default 0.1 */
  annualRate?: number
  /** Share of revenue that is margin. @default 1 */
  margin?: number
  /**
   * Last day that the fit may see, days since 1970. @default so many weeks before the newest order as the holdout has, else its
   * day
   */
  untilDay?: number
  /** Weeks after it that are predicted and compared. @default all that follow */
  holdoutWeeks?: number
  /** IANA name of the store's zone. @default 'UTC' */
  timeZone?: string
  /** True: orders that were worth nothing are purchases. @default false */
  keepZero?: boolean
  /** True: fits Pareto/NBD and NBD as well, to compare. @default false */
  check?: boolean
}

/** What `fit` did: everything that it prints. Days count from 1970. */
export interface FitReport extends FittedCltv {
  rows: number
  refused: Refusal[]
  /** Amounts in another currency than most. */
  dropped: Refusal[]
  leftOut: LeftOut[]
  zeroDays: number
  firstDay: number
  untilDay: number
  newestDay: number
  /** Purchase days of all customers until `untilDay`. */
  purchases: number
  holdout?: HoldoutFigures
  checks?: CheckedModel[]
  /** All of it, and of that the fit alone. */
  seconds: number
  fitSeconds: number
}

/** Fits the models of who buys again and for how much to an order history. @throws InputError */
export async function fit(options: FitOptions): Promise<FitReport> {
  const startedAt = performance.now()
  const { now = Date.now(), holdoutWeeks } = options
  await refuseUnknownColumns(options, { orders: purchaseAliases })
  const [refused, dropped] = [createRefusals(), createRefusals()]
  const reading: PurchasesOptions = {
    ...textOf(options), refused, dropped, latest: now + 864e5,
    ...(options.timeZone !== undefined && { timeZone: options.timeZone }), ...(options.keepZero && { keepZero: true }),
    ...(options.catalogue !== undefined && { priceOf: await pricesOf(options.catalogue, options) }),
  }
  const read = await readCustomers(options.orders, reading)
  refuseMostlyBad('orders', options.orders, read.rows, refused)
  const { customers } = read
  let [firstDay, newestDay] = [Infinity, -Infinity]
  for (const { days } of customers) {
    firstDay = Math.min(firstDay, days[0]!)
    newestDay = Math.max(newestDay, days.at(-1)!)
  }
  const untilDay = options.untilDay ?? newestDay - Math.round((holdoutWeeks ?? 0) * 7)
  if (untilDay <= firstDay) {
    throw new InputError(
      `the orders begin on ${dateOf(firstDay)}, and the fit would have to end on ${dateOf(untilDay)}`,
      'give a later --until, fewer --holdout-weeks or more orders', { file: options.orders },
    )
  }
  const fitAt = performance.now()
  const fitted = fitCltv(customers, { ...options, untilDay, compare: true, calibrate: true })
  const fitSeconds = (performance.now() - fitAt) / 1000
  const weeks = holdoutWeeks ?? Math.floor((newestDay - untilDay) / 7)
  const holdout = weeks > 0 && newestDay > untilDay ? measureHoldout(customers, fitted.cltv, untilDay, weeks) : undefined
  const stats = options.check ? customers.map(customer => statsAt(customer, untilDay)).filter(one => one !== undefined) : []
  const checks = options.check ? fitChecks(toPurchaseTable(stats)) : undefined
  return {
    ...fitted, rows: read.rows, refused: refused.list(), dropped: dropped.list(), leftOut: read.leftOut,
    zeroDays: read.zeroDays, firstDay, untilDay, newestDay,
    purchases: customers.reduce((sum, customer) => sum + purchasesBetween(customer, -Infinity, untilDay), 0),
    ...(holdout && { holdout }), ...(checks && { checks }), fitSeconds, seconds: (performance.now() - startedAt) / 1000,
  }
}

/** `2011-12-09` of days since 1970. */
export function dateOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}

function textOf({ encoding, named, formats }: FitOptions): Pick<FitOptions, 'encoding' | 'named' | 'formats'> {
  return { ...(encoding !== undefined && { encoding }), ...(named && { named }), ...(formats && { formats }) }
}

async function pricesOf(catalogue: string, options: FitOptions): Promise<Map<string, number>> {
  const { items } = await readCatalogue(catalogue, { ...textOf(options), refused: createRefusals(), dropped: createRefusals() })
  return new Map(items.flatMap(({ itemId, price }) => price === undefined ? [] : [[itemId, price]]))
}

/** Large tables are counted by DuckDB, where it can judge every row. */
async function readCustomers(path: string, options: PurchasesOptions): Promise<PurchasesRead> {
  if (!isLarge(path)) return readPurchases(path, options)
  const database = await openDatabase({ threads: 2, memoryBytes: 1e9 })
  try {
    return await nativePurchases(database.connection, path, options) ?? await readPurchases(path, options)
  } finally {
    database.close()
  }
}
