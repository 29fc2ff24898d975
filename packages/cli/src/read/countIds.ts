import type { DuckDBConnection } from '@duckdb/node-api'
import type { Recognised } from './format.ts'
import type { LeftOut } from './leftOut.ts'
import { openNativeEvents, openNativeOrders } from './nativeSource.ts'
import { withDuckDb } from './parquet.ts'
import { readEvents } from './readEvents.ts'
import type { OrdersOptions } from './readOrders.ts'
import { readOrders } from './readOrders.ts'
import { statOf } from './statOf.ts'

/** How often each item occurs in a file of orders or events. */
export interface CountedIds {
  rows: number
  /** Rows that count: the sum of `rowsOf`. */
  taken: number
  rowsOf: ReadonlyMap<string, number>
  /** Rows that name a customer. */
  known: number
  /** Epoch ms of the oldest and newest row that counts; 0 when there is none. */
  oldest: number
  newest: number
  leftOut: readonly LeftOut[]
  files: { path: string; recognised: Recognised }[]
}

/** Files from this size on are counted by DuckDB where it can read them. */
const nativeFromBytes = 32e6

/** Counts the ids of a file. @throws InputError as `readOrders` and `readEvents` */
export async function countIds(role: 'orders' | 'events', path: string, options: OrdersOptions): Promise<CountedIds> {
  const stat = statOf(path)
  const native = stat?.isFile() && stat.size >= nativeFromBytes
    ? await withDuckDb(path, connection => countNatively(connection, role, path, options)) : undefined
  if (native) return native
  const rowsOf = new Map<string, number>()
  let [taken, known, oldest, newest] = [0, 0, 0, 0]
  const count = ({ itemId, customerId, at }: { itemId: string; customerId: string; at: number }): void => {
    rowsOf.set(itemId, (rowsOf.get(itemId) ?? 0) + 1)
    taken++
    if (customerId !== '') known++
    oldest = oldest === 0 ? at : Math.min(oldest, at)
    newest = Math.max(newest, at)
  }
  const read = role === 'orders' ? await readOrders(path, options, count) : await readEvents(path, options, count)
  const returned = 'returns' in read ? Number(read.returns) : 0
  const returns = returned ? [{ reason: 'returns (a quantity of 0 or less)', rows: returned }] : []
  return { rows: read.rows, taken, rowsOf, known, oldest, newest, leftOut: [...returns, ...read.leftOut], files: read.files }
}

async function countNatively(
  connection: DuckDBConnection, role: 'orders' | 'events', path: string, options: OrdersOptions,
): Promise<CountedIds | undefined> {
  const source = await (role === 'orders' ? openNativeOrders : openNativeEvents)(connection, path, options)
  if (!source) return undefined
  const query = `SELECT item_id, count(*), count(*) FILTER (WHERE customer_id <> ''), min(at_ms), max(at_ms)
    FROM (${source.select}) GROUP BY 1`
  const rows = (await connection.runAndReadAll(query)).getRows()
    .map(([id, ...counts]) => ({ id: String(id), counts: counts.map(Number) as [number, number, number, number] }))
  const left = source.leftOut ? [{ reason: 'returns (a quantity of 0 or less)', rows: source.leftOut }] : []
  return {
    rows: source.rows, taken: source.kept, rowsOf: new Map(rows.map(({ id, counts }) => [id, counts[0]])),
    known: rows.reduce((sum, { counts }) => sum + counts[1], 0),
    oldest: rows.reduce((oldest, { counts }) => Math.min(oldest, counts[2]), rows.length ? Infinity : 0),
    newest: rows.reduce((newest, { counts }) => Math.max(newest, counts[3]), 0),
    leftOut: role === 'orders' ? left : source.reasons, files: source.files,
  }
}
