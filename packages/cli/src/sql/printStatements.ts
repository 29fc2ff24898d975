import { basketDefaults } from '../tune/basketGrid.ts'
import { afterValues, pairValues, viewPairValues, viewPurchaseValues, viewWeightValues } from './tableValues.ts'
import { exportedTables } from './warehouseTables.ts'
import type { ExportedTable } from './warehouseTables.ts'
import { readSql } from './readSql.ts'
import type { SqlName } from './readSql.ts'

/** Engines that the statements are run on by a test. */
export type Dialect = 'duckdb' | 'postgres'
export const dialects: readonly Dialect[] = ['duckdb', 'postgres']

/**
 * Tables that the exported ones are counted from, in the order in which they are made; they hold customers and stay where they
 * are.
 */
const inner: readonly SqlName[] = [
  'item_no', 'item_name', 'order_line', 'shop_order', 'basket', 'event_row', 'view_visit', 'view_click', 'view_weight',
]

/** Input tables, as the warehouse must bring them: views on its own tables will do. */
const inputs = `-- Counting for Shopside, to be run where the orders are. Nothing that is exported holds a customer, an order or a visit.
--
-- Bring these as tables or views first; empty ones where there is nothing (a catalogue, other ids, orders or events):
--   catalogue_input(item_id text, category text)                   one row per item; empty: the items are those that occur
--   alias_input(other_id text, item_id text)                       other ids (SKU, variant number) by which orders name an item
--   order_input(order_id text, seq bigint, item_id text, customer_id text, at_ms bigint, quantity double precision)
--                                                                  one row per line; seq: place of the line; customer_id null or '' for a guest;
--                                                                  at_ms: time in milliseconds since 1970, UTC; no returns (quantity above 0)
--   event_input(session_id text, seq bigint, at_ms bigint, event text, item_id text, customer_id text)
--                                                                  event: 'view', 'cart' or 'purchase'; seq tells events of one time apart
--
-- Then export each table named at the end as <table>.csv (with a header) or <table>.parquet into one folder, and run
--   shopside build --tables FOLDER --catalog FILE --out model
`

/** Every statement that makes the exported tables, for a warehouse that holds the input tables. */
export function printStatements(dialect: Dialect): string {
  const { halfLifeDays, lengthPower } = basketDefaults
  const values: Partial<Record<SqlName, Record<string, number>>> = {
    pair: pairValues({ halfLifeDays, lengthPower }), bought_after: afterValues, view_weight: viewWeightValues(),
    view_pair: viewPairValues,
    view_purchase: viewPurchaseValues,
  }
  const tables = Object.keys(exportedTables) as ExportedTable[]
  const names = [...inner, ...tables.filter(table => table !== 'item_no')]
  const statements = names.map(name => readSql(name, values[name] ?? {}).trimEnd())
  return `${inputs}-- Dialect: ${dialect}.\n\n${statements.join('\n\n')}\n\n-- Export:\n${tables.map(table => {
    const columns = exportedTables[table].columns.map(([column]) => column).join(', ')
    return `--   SELECT ${columns} FROM ${table}${exportedTables[table].ofEvents ? '   (with events only)' : ''}\n`
  }).join('')}`
}
