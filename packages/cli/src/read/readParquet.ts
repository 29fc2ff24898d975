import { basename } from 'node:path'
import { describeParquet, parquetCell, parquetSource, quoteName, withDuckDb } from './parquet.ts'
import { parseJson } from './parseJson.ts'
import type { JsonRecord, RecordHandler } from './readRecords.ts'
import type { TableHandler } from './tableHandler.ts'

/** Parquet as a table: only the columns that the handler asked for are read. `line` is the row's number. */
export async function readParquet(path: string, handler: TableHandler): Promise<void> {
  const file = basename(path)
  await withDuckDb(path, async connection => {
    const columns = await describeParquet(connection, path)
    const wanted = handler.header(columns.map(column => column.name))
    const cells = columns.map((column, at) => wanted.includes(at) ? parquetCell(column) : `''`)
    const result = await connection.stream(`SELECT ${cells.join(', ')} FROM ${parquetSource(path)}`)
    let line = 0
    for await (const rows of result.yieldRows()) {
      for (const row of rows) {
        line++
        const at = line
        handler.row(row.map(value => value === null ? '' : String(value)), cell => ({ file, line: at, column: cell + 1 }))
      }
    }
  })
}

/** Parquet with nested columns as objects, the columns of `names` alone. `line` is the row's number. */
export async function readParquetRecords(path: string, names: readonly string[], handler: RecordHandler): Promise<void> {
  const file = basename(path)
  await withDuckDb(path, async connection => {
    const present = (await describeParquet(connection, path)).filter(column => names.includes(column.name))
    const fields = present.map(({ name }) => `'${name.replaceAll("'", "''")}': ${quoteName(name)}`)
    const result = await connection.stream(`SELECT CAST(to_json({${fields.join(', ')}}) AS VARCHAR) FROM ${parquetSource(path)}`)
    let line = 0
    for await (const rows of result.yieldRows()) {
      for (const [json] of rows) {
        line++
        handler.record(parseJson(String(json)) as JsonRecord, { file, line })
      }
    }
  })
}

/** Column names of a file, without reading its rows. */
export async function parquetNames(path: string): Promise<string[]> {
  return withDuckDb(path, async connection => (await describeParquet(connection, path)).map(column => column.name))
}
