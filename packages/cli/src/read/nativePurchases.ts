import { basename } from 'node:path'
import type { DuckDBConnection, DuckDBResult } from '@duckdb/node-api'
import type { CustomerDays } from '../fit/customerDays.ts'
import { findColumns } from './columns.ts'
import { createCustomerKey } from './customerKey.ts'
import { recognise } from './format.ts'
import type { LeftOut } from './leftOut.ts'
import { listInputs } from './listInputs.ts'
import { hashed } from './nativeRules.ts'
import { isPlainId, isUsualTime, timeOf } from './nativeSql.ts'
import { hasTwoTexts, openNativeTable } from './nativeTable.ts'
import type { PurchaseField } from './purchaseRow.ts'
import type { PurchasesOptions, PurchasesRead } from './readPurchases.ts'
import { purchaseAliases, wholeValue } from './tablePurchases.ts'

/**
 * Purchase days of a large clean table, counted by DuckDB: seconds instead of a minute for a million rows, and the same figures
 * as `readPurchases`, for sums are of whole numbers.
 *
 * @returns undefined when the file must be read the other way: another format, times with zones, a row that only it can judge
 */
export async function nativePurchases(
  connection: DuckDBConnection, path: string, options: PurchasesOptions,
): Promise<PurchasesRead | undefined> {
  const [file, ...more] = listInputs(path)
  if (file === undefined || more.length || options.priceOf || !/^utf-?8$/i.test(options.encoding ?? 'utf-8')) return undefined
  const recognised = await recognise(file, 'orders', options)
  if (recognised.format !== 'generic') return undefined
  const found = findColumns<PurchaseField>(
    recognised.names, purchaseAliases, ['customer_id', 'time'], options.named ?? new Map<string, string>(), 'orders',
    basename(file))
  const amount = found.unit_price >= 0 ? found.unit_price : found.line_value
  // A state of the order, or a total that counts once, hangs on the rows above.
  if (found.status >= 0 || found.cancelled >= 0 || (amount < 0 && found.order_value >= 0)) return undefined
  try {
    const table = await openNativeTable(connection, file, recognised)
    if (!table) return undefined
    const cell = (at: number): string => at < 0 ? `''` : table.cell(at)
    if (found.currency >= 0 && await hasTwoTexts(connection, table, found.currency)) return undefined
    const { salt } = await createCustomerKey(file)
    const units = found.unit_price >= 0 ? `CASE WHEN quantity = '' THEN 1 ELSE TRY_CAST(quantity AS DOUBLE) END` : '1'
    const isReturn = `quantity <> '' AND TRY_CAST(quantity AS DOUBLE) <= 0`
    const cells = `SELECT ${cell(found.customer_id)} AS customer, ${cell(found.time)} AS time,
      ${cell(found.quantity)} AS quantity, ${cell(amount)} AS amount, ${cell(found.order_id)} AS order_id FROM ${table.source}`
    const clear = [
      // A time with a zone is for the other way.
      `usual AND NOT ends_with(time, 'Z')`, isPlainId('customer'), `regexp_full_match(quantity, '-?\\d*') AND strlen(quantity) < 9`,
      amount < 0 ? 'true' : `regexp_full_match(amount, '\\d+(\\.\\d+)?') AND strlen(amount) < 10`,
      // An order's customer and time are those of its first row: on the others they may be missing.
      found.order_id < 0 ? 'true' : `time <> ''`,
    ]
    const judged = `SELECT *, ${isUsualTime('time')} AS usual FROM (${cells})`
    const [counts] = (await connection.runAndReadAll(
      `SELECT count(*), count(*) FILTER (NOT (${clear.join(' AND ')} AND ${timeOf('time')} BETWEEN 86400000 AND ${options.latest})
        IS NOT FALSE), count(*) FILTER (customer = ''), count(*) FILTER (customer <> '' AND ${isReturn})
      FROM (${judged})`)).getRows()
    const [rows, unclear, guests, returns] = counts!.map(Number) as [number, number, number, number]
    if (unclear > 0 || rows === 0) return undefined
    const days = `SELECT ${hashed('customer', salt)} AS customer, CAST(floor(${timeOf('time')} / 86400000.0) AS INTEGER) AS day,
      sum(CAST(round(${amount < 0 ? '0' : `TRY_CAST(amount AS DOUBLE) * ${units}`} * ${wholeValue}) AS BIGINT)) AS value
      FROM (${judged}) WHERE customer <> '' AND NOT (${isReturn}) GROUP BY 1, 2`
    const result = await connection.stream(
      `SELECT CAST(dense_rank() OVER (ORDER BY customer COLLATE "C") AS INTEGER), day, CAST(value AS DOUBLE)
      FROM (${days}) ORDER BY 1, 2`)
    const { customers, zeroDays } = await toCustomers(result, amount >= 0, options.keepZero === true)
    if (!customers.length) return undefined
    const leftOut: LeftOut[] = [{ reason: 'orders of guests', rows: guests }, { reason: 'returns', rows: returns }]
    return {
      rows, files: [{ path: file, recognised }], customers, zeroDays,
      leftOut: leftOut.filter(({ rows: some }) => some > 0).sort((a, b) => b.rows - a.rows),
    }
  } catch {
    // DuckDB refuses what is not strictly formed. The other way reads it, or says where it is broken.
    return undefined
  }
}

/** Rows of customer, day and value, by customer and day, as purchase days. */
async function toCustomers(
  result: DuckDBResult, valued: boolean, keepZero: boolean,
): Promise<Pick<PurchasesRead, 'customers' | 'zeroDays'>> {
  const customers: CustomerDays[] = []
  let zeroDays = 0
  let own: { days: number[]; values: number[] } = { days: [], values: [] }
  let before = -1
  for await (const rows of result.yieldRows()) {
    for (const [customer, day, value] of rows as [number, number, number][]) {
      if (customer !== before) {
        own = { days: [], values: [] }
        before = customer
      }
      if (valued && !keepZero && value <= 0) {
        zeroDays++
        continue
      }
      if (own.days.length === 0) customers.push(valued ? own : { days: own.days })
      own.days.push(day)
      own.values.push(value / wholeValue)
    }
  }
  return { customers, zeroDays }
}
