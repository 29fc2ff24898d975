import { basename } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { InputError } from '../inputError.ts'
import type { TableHandler } from './readTable.ts'

/**
 * Parquet, JSONL and JSON arrays, by DuckDB: only the columns that the handler asked for are read. `line` is the row's number.
 */
export async function readWithDuckDb(path: string, handler: TableHandler): Promise<void> {
  const file = basename(path)
  const literal = `'${path.replaceAll("'", "''")}'`
  const source = /\.parquet$/i.test(path) ? `read_parquet(${literal})` : `read_json_auto(${literal}, sample_size = -1)`
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await instance.connect()
  try {
    const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${source}`)
    const names = described.getRows().map(row => String(row[0]))
    const wanted = handler.header(names)
    const columns = names.map((name, at) => wanted.includes(at) ? `CAST("${name.replaceAll('"', '""')}" AS VARCHAR)` : `''`)
    const result = await connection.stream(`SELECT ${columns.join(', ')} FROM ${source}`)
    let line = 0
    for await (const rows of result.yieldRows()) {
      for (const row of rows) {
        line++
        const at = line
        handler.row(row.map(value => value === null ? '' : String(value)), cell => ({ file, line: at, column: cell + 1 }))
      }
    }
  } catch (error) {
    if (error instanceof InputError) throw error
    const [problem] = String((error as Error).message).split('\n', 1)
    throw new InputError(
      `cannot be read (${problem})`, 'check that the file is whole and of the kind its name says', { file }, error,
    )
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}
