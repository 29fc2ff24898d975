import { tmpdir } from 'node:os'
import type { DuckDBValue } from '@duckdb/node-api'
import { BIGINT, DOUBLE, DuckDBDataChunk, DuckDBInstance, INTEGER, VARCHAR } from '@duckdb/node-api'
import type { SqlName } from '../sql/readSql.ts'
import { readSql } from '../sql/readSql.ts'

/** A row of order_line: `item` is the place in the catalogue, -1 when it is not there. */
export interface OrderRow {
  orderId: string
  item: number
  customerId: string
  at: number
  quantity: number
}

/** The counting engine: an in-memory DuckDB that spills to the temporary folder. Customer ids go in and never come out. */
export interface Database {
  /** Adds a row to order_line. */
  add(row: OrderRow): void
  /** Runs `<name>.sql`, which makes the table `<name>`. All rows must have been added. */
  make(name: SqlName, values?: Record<string, number>): Promise<void>
  /** Rows of a query, as numbers; a bigint that is too large for a number does not occur in counts. */
  numbers(query: string): Promise<(number | null)[][]>
  close(): void
}

const chunkRows = 2048

/** @param threads how many DuckDB may use; the bytes of the model do not depend on it */
export async function openDatabase(threads: number): Promise<Database> {
  const instance = await DuckDBInstance.create(':memory:', {
    threads: String(threads), temp_directory: `${tmpdir()}/shopside-duckdb-${process.pid}`,
    autoinstall_known_extensions: 'false', autoload_known_extensions: 'false',
  })
  const connection = await instance.connect()
  await connection.run(
    'CREATE TABLE order_line (order_id VARCHAR, item INTEGER, customer_id VARCHAR, at_ms BIGINT, quantity DOUBLE)',
  )
  const appender = await connection.createAppender('order_line')
  let open = true
  let held: OrderRow[] = []

  const flush = (): void => {
    if (!held.length) return
    const chunk = DuckDBDataChunk.create([VARCHAR, INTEGER, VARCHAR, BIGINT, DOUBLE])
    chunk.setColumns([
      held.map(row => row.orderId), held.map(row => row.item), held.map(row => row.customerId),
      held.map(row => BigInt(Math.round(row.at))), held.map(row => row.quantity),
    ])
    appender.appendDataChunk(chunk)
    held = []
  }
  const finish = (): void => {
    if (!open) return
    flush()
    appender.closeSync()
    open = false
  }

  return {
    add(row) {
      held.push(row)
      if (held.length === chunkRows) flush()
    },
    async make(name, values) {
      finish()
      await connection.run(readSql(name), values as Record<string, DuckDBValue> | undefined)
    },
    async numbers(query) {
      finish()
      const result = await connection.runAndReadAll(query)
      return result.getRows().map(row => row.map(value => value === null ? null : Number(value)))
    },
    close() {
      finish()
      connection.closeSync()
      instance.closeSync()
    },
  }
}
