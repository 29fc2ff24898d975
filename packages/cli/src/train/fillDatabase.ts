import type { LeftOut } from '../read/leftOut.ts'
import type { NativeSource } from '../read/nativeSource.ts'
import { openNativeEvents, openNativeOrders } from '../read/nativeSource.ts'
import { readEvents } from '../read/readEvents.ts'
import { readOrders } from '../read/readOrders.ts'
import { statOf } from '../read/statOf.ts'
import type { OrdersOptions } from '../read/readOrders.ts'
import type { Database } from './database.ts'

/**
 * Files from this size on are read by the counting engine itself where it can: a row of JavaScript for each of millions takes
 * minutes, and 500,000 rows (4 MB packed) 9 seconds instead of one. Small files are not worth its start.
 */
const nativeFromBytes = 1e6
/** A packed file of rows grows about so much (Online Retail: 4.2 MB to 33). */
const packedBy = 8

/** How to read. */
export interface FillOptions extends OrdersOptions {
  strict?: boolean
  /** Epoch ms: only what was before it is taken; what `evaluate` may know. Of a visit that reaches beyond it nothing is taken. */
  before?: number
}

/** What a file of orders or events held. */
export interface Filled {
  rows: number
  /** Rows that are rightly not counted, by reason: returns, cancelled orders, events that nothing is learnt from. */
  leftOut: readonly LeftOut[]
}

/** Order lines of a file into `order_input`. @throws InputError as `readOrders` */
export async function fillOrders(database: Database, path: string, options: FillOptions): Promise<Filled> {
  const before = options.before ?? Infinity
  if (isLarge(path)) {
    const insert = before === Infinity ? { insert: (select: string) => database.addFrom('order_input', select) } : {}
    const native = await openNativeOrders(database.connection, path, { ...options, ...insert })
    if (native) return fillNatively(database, 'order_input', native, 'returns (a quantity of 0 or less)', before)
  }
  const read = await readOrders(path, options, line => {
    if (line.at < before) database.add(line)
  })
  if (read.mainCurrency !== undefined) await database.keepCurrency(read.mainCurrency)
  const returns = read.returns ? [{ reason: 'returns (a quantity of 0 or less)', rows: read.returns }] : []
  return { rows: read.rows, leftOut: [...returns, ...read.leftOut] }
}

/** Events of a file into `event_input`. @throws InputError as `readEvents` */
export async function fillEvents(database: Database, path: string, options: FillOptions): Promise<Filled> {
  const insert = (select: string): Promise<number> => database.addFrom('event_input', select)
  const native = isLarge(path) ? await openNativeEvents(database.connection, path, { ...options, insert }) : undefined
  const filled = native
    ? await fillNatively(database, 'event_input', native, 'other kinds of events', Infinity)
    : await readEvents(path, options, event => database.addEvent(event))
  if (options.before !== undefined) await database.forgetVisitsFrom(options.before)
  return { rows: filled.rows, leftOut: filled.leftOut }
}

async function fillNatively(
  database: Database, table: 'order_input' | 'event_input', { select, rows, leftOut, reasons, inserted }: NativeSource,
  reason: string, before: number,
): Promise<Filled> {
  const taken = before === Infinity ? select : `SELECT * FROM (${select}) AS found WHERE at_ms < ${before}`
  if (!inserted) await database.addFrom(table, taken)
  return { rows, leftOut: reasons.length ? reasons : leftOut ? [{ reason, rows: leftOut }] : [] }
}

/** True for a file that is worth the counting engine's start. */
export function isLarge(path: string): boolean {
  const stat = statOf(path)
  const packed = /\.(gz|zst)$/i.test(path)
  return stat !== undefined && stat.isFile() && stat.size * (packed ? packedBy : 1) >= nativeFromBytes
}
