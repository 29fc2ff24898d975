import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { InputError } from '../inputError.ts'
import { exportedTables } from '../sql/warehouseTables.ts'
import type { ExportedTable } from '../sql/warehouseTables.ts'
import type { CatalogueItem } from '../read/catalogueItem.ts'
import { statOf } from '../read/statOf.ts'
import type { Database } from './database.ts'
import { readItems } from './readItems.ts'

/** Columns that hold item numbers of the warehouse; -1 stands for no item. */
const itemColumns = ['item', 'a', 'b']

/** What was found in a folder of tables. */
export interface LoadedTables {
  items: CatalogueItem[]
  /** Rows by table; those of items that the catalogue does not hold are not in. */
  rows: Record<string, number>
}

/**
 * Takes the tables that a warehouse has counted (`shopside sql`): one CSV (packed or not) or Parquet file each. Its item
 * numbers become those of the catalogue, by item id; rows of other items are left out.
 *
 * @throws InputError when a table is missing or has other columns
 */
export async function loadTables(
  database: Database, folder: string, catalogue: readonly CatalogueItem[] | undefined,
): Promise<LoadedTables> {
  const stat = statOf(folder)
  if (!stat?.isDirectory()) throw new InputError('is no folder', 'name the folder with the exported tables', { file: folder })
  const sources = new Map<ExportedTable, string>()
  for (const table of Object.keys(exportedTables) as ExportedTable[]) {
    const source = findTable(folder, table)
    if (source) sources.set(table, source)
  }
  const names = sources.get('item_no')
  if (!names) {
    const found = readdirSync(folder).slice(0, 5).join(', ') || 'nothing'
    throw new InputError(
      `item_no.csv is missing (found ${found})`, 'run what `shopside sql` prints and export every table that it lists',
      { file: folder },
    )
  }
  await checkColumns(database, 'item_no', names, folder)
  await database.connection.run(`CREATE OR REPLACE TABLE their_item AS SELECT item AS theirs, item_id, category FROM ${names}`)
  if (!catalogue) await database.addFrom('catalogue_input', `SELECT item_id, '' AS category FROM their_item`)
  const items = await readItems(database, catalogue)
  await database.load('item_no', `(
    SELECT i.item, i.item_id, coalesce(t.category, 0) AS category
    FROM item_no AS i LEFT JOIN their_item AS t ON t.item_id = i.item_id)`)
  const rows: Record<string, number> = { item_no: items.length }
  for (const table of Object.keys(exportedTables) as ExportedTable[]) {
    if (table === 'item_no') continue
    const source = sources.get(table)
    if (source) {
      await checkColumns(database, table, source, folder)
      await database.load(table, renumbered(table, source))
      const [[count]] = await database.numbers(`SELECT count(*) FROM ${table}`) as [[number]]
      rows[table] = count
    } else if (!exportedTables[table].ofEvents) {
      throw new InputError(`${table}.csv is missing`, 'export every table that `shopside sql` lists', { file: folder })
    }
  }
  return { items, rows }
}

/** `source` with our item numbers instead of theirs. */
function renumbered(table: ExportedTable, source: string): string {
  const columns = exportedTables[table].columns.map(([name]) => name)
  const numbers = columns.filter(name => itemColumns.includes(name))
  const joins = numbers.map(name => `
    JOIN (
      SELECT t.theirs, i.item FROM their_item AS t JOIN item_no AS i ON i.item_id = t.item_id UNION ALL SELECT -1, -1
    ) AS by_${name}
      ON by_${name}.theirs = found.${name}`)
  const picked = columns.map(name => numbers.includes(name) ? `by_${name}.item AS ${name}` : `found.${name}`)
  return `(SELECT ${picked.join(', ')} FROM ${source} AS found ${joins.join('')}) AS renumbered`
}

function findTable(folder: string, table: string): string | undefined {
  for (const ending of ['.parquet', '.csv', '.csv.gz']) {
    const path = join(folder, table + ending)
    if (!existsSync(path)) continue
    const literal = `'${path.replaceAll('\'', '\'\'')}'`
    if (ending === '.parquet') return `read_parquet(${literal})`
    const types = exportedTables[table as ExportedTable].columns.map(([name, type]) => `'${name}': '${type}'`)
    const how = `header = true, auto_detect = false, delim = ',', quote = '"', escape = '"'`
    return `read_csv(${literal}, ${how}, columns = {${types.join(', ')}})`
  }
  return undefined
}

async function checkColumns(database: Database, table: ExportedTable, source: string, folder: string): Promise<void> {
  const columns = exportedTables[table].columns.map(([name]) => name)
  try {
    await database.numbers(
      `SELECT count(*) FROM (SELECT ${columns.join(', ')} FROM ${source}) AS found WHERE ${columns[0]} IS NULL`)
  } catch (error) {
    throw new InputError(
      `${table} cannot be read (${String((error as Error).message).split('\n', 1)[0]})`,
      `export it with a header and the columns ${columns.join(', ')}, in this order`, { file: folder }, error,
    )
  }
}
