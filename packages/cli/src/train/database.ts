import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DuckDBConnection, DuckDBType } from '@duckdb/node-api'
import { BIGINT, DOUBLE, DuckDBDataChunk, DuckDBInstance, VARCHAR } from '@duckdb/node-api'
import type { EventRow } from '../read/eventRow.ts'
import type { SqlName } from '../sql/readSql.ts'
import { readSql } from '../sql/readSql.ts'

/** An order line: its item by id, whether the catalogue knows it or not. `customerId` is empty for a guest. */
export interface OrderRow {
  orderId: string
  itemId: string
  customerId: string
  at: number
  quantity: number
  /** What one unit cost, and its price before reductions; absent: not known. */
  price?: number
  listPrice?: number
  /** ISO 4217 of both; absent: not said. */
  currency?: string
}

/** A row of `catalogue_input`: empty texts where the feed says nothing. */
export interface CatalogueRow {
  itemId: string
  category: string
}

/** The tables that rows come in. */
export type InputTable = 'catalogue_input' | 'alias_input' | 'order_input' | 'event_input'

const inputColumns: Readonly<Record<InputTable, string>> = {
  catalogue_input: 'item_id VARCHAR, category VARCHAR',
  alias_input: 'other_id VARCHAR, item_id VARCHAR',
  order_input: 'order_id VARCHAR, item_id VARCHAR, customer_id VARCHAR, at_ms BIGINT, quantity DOUBLE, price DOUBLE, list_price DOUBLE, currency VARCHAR',
  event_input: 'session_id VARCHAR, at_ms BIGINT, event VARCHAR, item_id VARCHAR, customer_id VARCHAR',
}
/**
 * Where rows are kept: DuckDB numbers the rows of a table as they come, so the lines of an order and the events of one time need
 * no column for their place. (To number them while a file is read would read it with one thread.)
 */
const keptIn: Readonly<Record<InputTable, string>> = {
  catalogue_input: 'catalogue_input', alias_input: 'alias_input', order_input: 'order_row', event_input: 'event_kept',
}

/** The counting engine: a DuckDB of this run, which spills to a temporary folder. Customer ids go in and never come out. */
export interface Database {
  /** For what reads files natively. Tables must be made by `make`. */
  readonly connection: DuckDBConnection
  addItem(row: CatalogueRow): void
  /** Another id by which orders and events may name an item. */
  addAlias(otherId: string, itemId: string): void
  /** Adds an order line. */
  add(row: OrderRow): void
  /** Takes the prices of order lines in another currency for not known: `in_other` is true of them. */
  keepCurrency(main: string): Promise<void>
  /** Adds an event; rows of one time keep the order in which they were added. */
  addEvent(row: EventRow): void
  /** Takes out every visit that has a row at or after `at`, epoch ms. */
  forgetVisitsFrom(at: number): Promise<void>
  /** Frees the rows of orders, once the arrays hold them. */
  forgetOrders(): Promise<void>
  /** Adds the rows of a SELECT of columns of the input table (others are NULL): all or, where it fails, none. @returns rows added */
  addFrom(table: InputTable, select: string): Promise<number>
  /** Runs `<name>.sql`, which makes the table `<name>`, unless it has been loaded. All rows must have been added. */
  make(name: SqlName, values?: Record<string, number>): Promise<void>
  /** Takes a table that another engine has counted: what `make` would have made. `source`: what stands after FROM. */
  load(name: SqlName, source: string): Promise<void>
  /** Whether a table was loaded. */
  loaded(name: SqlName): boolean
  /** Rows of a query, as numbers; a bigint that is too large for a number does not occur in counts. */
  numbers(query: string): Promise<(number | null)[][]>
  /** First column of a query, as texts. */
  texts(query: string): Promise<string[]>
  /**
   * Columns of a query over millions of rows, without a value for each: INTEGER (or smaller), BIGINT as bigints, DOUBLE; none
   * NULL.
   */
  read(query: string, take: (columns: readonly ArrayLike<number>[], rows: number) => void): Promise<void>
  close(): void
}

/** How the engine may run; the bytes of the model depend on neither. */
export interface DatabaseOptions {
  threads: number
  /** Memory of the counting engine; beyond it, it spills. @default what DuckDB takes: 80 % of the machine */
  memoryBytes?: number
}

const chunkRows = 2048
/**
 * What the engine is told of its memory: it counts its own pages, and the process holds more (26 million order lines under a limit
 * of 1 GB: 1.9 GB, of which Node's own are 0.2).
 */
const toldShare = 0.75

const columnTypes: Readonly<Record<InputTable, readonly DuckDBType[]>> = {
  catalogue_input: [VARCHAR, VARCHAR],
  alias_input: [VARCHAR, VARCHAR],
  order_input: [VARCHAR, VARCHAR, VARCHAR, BIGINT, DOUBLE, DOUBLE, DOUBLE, VARCHAR],
  event_input: [VARCHAR, BIGINT, VARCHAR, VARCHAR, VARCHAR],
}

/** Opens the counting engine with empty input tables. */
export async function openDatabase({ threads, memoryBytes }: DatabaseOptions): Promise<Database> {
  const folder = mkdtempSync(join(tmpdir(), 'shopside-count-'))
  // A file, not memory: there columns are held packed (5 million order lines of 213 MB: 44 MB), and none of them is spilled.
  const instance = await DuckDBInstance.create(join(folder, 'count.duckdb'), {
    threads: String(threads), temp_directory: folder, autoinstall_known_extensions: 'false', autoload_known_extensions: 'false',
    ...(memoryBytes === undefined ? {} : { memory_limit: `${Math.round(memoryBytes * toldShare / 1e6)}MB` }),
  })
  const connection = await instance.connect()
  for (const table of Object.keys(inputColumns) as InputTable[]) {
    await connection.run(`CREATE TABLE ${keptIn[table]} (${inputColumns[table]})`)
  }
  await connection.run(`CREATE VIEW order_input AS SELECT rowid AS seq, *, false AS in_other FROM order_row`)
  await connection.run(`CREATE VIEW event_input AS SELECT rowid AS seq, * FROM event_kept`)
  const catalogue = await openTable(connection, 'catalogue_input')
  const aliases = await openTable(connection, 'alias_input')
  const orders = await openTable(connection, 'order_input')
  const events = await openTable(connection, 'event_input')
  const taken = new Set<SqlName>()
  const finish = (): void => {
    for (const table of [catalogue, aliases, orders, events]) table.flush()
  }

  return {
    connection,
    addItem: ({ itemId, category }) => catalogue.add([itemId, category]),
    addAlias: (otherId, itemId) => aliases.add([otherId, itemId]),
    add: ({ orderId, itemId, customerId, at, quantity, price = null, listPrice = null, currency = null }) =>
      orders.add([orderId, itemId, customerId, BigInt(Math.round(at)), quantity, price, listPrice, currency]),
    addEvent: ({ sessionId, at, event, itemId, customerId }) =>
      events.add([sessionId, BigInt(Math.round(at)), event, itemId, customerId]),
    async keepCurrency(main) {
      const isOther = `coalesce(currency <> '${main}', false)`
      const known = (column: string): string => `CASE WHEN NOT ${isOther} THEN ${column} END AS ${column}`
      await connection.run(`CREATE OR REPLACE VIEW order_input AS SELECT rowid AS seq,
        * REPLACE (${known('price')}, ${known('list_price')}), ${isOther} AS in_other FROM order_row`)
    },
    async forgetVisitsFrom(at) {
      finish()
      await connection.run(
        `DELETE FROM event_kept WHERE session_id IN (SELECT session_id FROM event_kept WHERE at_ms >= ${Math.round(at)})`)
    },
    async forgetOrders() {
      await connection.run(
        'DROP TABLE IF EXISTS basket; DROP TABLE IF EXISTS shop_order; DROP VIEW IF EXISTS order_line; DROP VIEW order_input; '
          + 'TRUNCATE order_row')
    },
    async addFrom(table, select) {
      finish()
      const added = await connection.run(`INSERT INTO ${keptIn[table]} BY NAME SELECT * FROM (${select}) AS found`)
      return added.rowsChanged
    },
    async make(name, values) {
      finish()
      if (taken.has(name)) return
      // No table hangs on the order of its rows, and to keep it would take memory that cannot be spilled.
      await connection.run('SET preserve_insertion_order = false')
      await connection.run(readSql(name, values))
      await connection.run('SET preserve_insertion_order = true')
    },
    async load(name, source) {
      await connection.run(`CREATE OR REPLACE TABLE ${name} AS SELECT * FROM ${source}`)
      taken.add(name)
    },
    loaded: name => taken.has(name),
    async numbers(query) {
      finish()
      const result = await connection.runAndReadAll(query)
      return result.getRows().map(row => row.map(value => value === null ? null : Number(value)))
    },
    async texts(query) {
      finish()
      const texts: string[] = []
      for await (const rows of (await connection.stream(query)).yieldRows()) for (const [text] of rows) texts.push(String(text))
      return texts
    },
    async read(query, take) {
      finish()
      const result = await connection.stream(query)
      for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
        const columns = Array.from({ length: chunk.columnCount }, (_, column) => itemsOf(chunk!, column))
        take(columns, chunk.rowCount)
      }
    },
    close() {
      connection.closeSync()
      instance.closeSync()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Rows on their way into a table, a chunk at a time. */
async function openTable(connection: DuckDBConnection, table: InputTable): Promise<{ add(row: unknown[]): void; flush(): void }> {
  const appender = await connection.createAppender(keptIn[table])
  const types = columnTypes[table]
  let held: unknown[][] = []
  const push = (): void => {
    if (!held.length) return
    const chunk = DuckDBDataChunk.create(types)
    chunk.setColumns(types.map((_, column) => held.map(row => row[column] as string)))
    appender.appendDataChunk(chunk)
    held = []
  }
  return {
    add(row) {
      held.push(row)
      if (held.length === chunkRows) push()
    },
    flush() {
      push()
      appender.flushSync()
    },
  }
}

/** A column's own typed array where the vector has one: no value object for each of millions of rows. */
function itemsOf(chunk: DuckDBDataChunk, column: number): ArrayLike<number> {
  const { items } = chunk.getColumnVector(column) as { items?: unknown }
  if (items instanceof Int32Array || items instanceof Float64Array) return items
  return chunk.getColumnValues(column).map(Number)
}
