import { basename } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { DuckDBInstance } from '@duckdb/node-api'
import { InputError } from '../inputError.ts'

/** A column of a Parquet file: its name and its type as DuckDB writes it. */
export interface ParquetColumn {
  name: string
  type: string
}

/** `read_parquet` of one file, as a table of SQL. */
export function parquetSource(path: string): string {
  return `read_parquet('${path.replaceAll("'", "''")}')`
}

/** A name as SQL writes it. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/**
 * A column as text, as a CSV would hold it. A column of numbers with gaps is written as floats by common tools: 22423.0 is
 * 22423. Nested values as JSON.
 */
export function parquetCell({ name, type }: ParquetColumn): string {
  const column = quoteName(name)
  if (/^(STRUCT|MAP|UNION)|\[/.test(type)) return `CAST(to_json(${column}) AS VARCHAR)`
  if (/^(DOUBLE|FLOAT)/.test(type)) {
    const whole = `${column} = trunc(${column}) AND abs(${column}) < 1e15`
    return `CASE WHEN ${whole} THEN CAST(CAST(${column} AS BIGINT) AS VARCHAR) ELSE CAST(${column} AS VARCHAR) END`
  }
  return `CAST(${column} AS VARCHAR)`
}

/** The columns of a file. */
export async function describeParquet(connection: DuckDBConnection, path: string): Promise<ParquetColumn[]> {
  const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${parquetSource(path)}`)
  return described.getRows().map(row => ({ name: String(row[0]), type: String(row[1]) }))
}

/**
 * Runs `use` with a DuckDB of its own, and closes it.
 *
 * @throws InputError in place of what DuckDB says of a broken file
 */
export async function withDuckDb<Result>(path: string, use: (connection: DuckDBConnection) => Promise<Result>): Promise<Result> {
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '1', autoinstall_known_extensions: 'false', autoload_known_extensions: 'false',
  })
  const connection = await instance.connect()
  try {
    return await use(connection)
  } catch (error) {
    if (error instanceof InputError) throw error
    const [problem] = String((error as Error).message).split('\n', 1)
    const place = { file: basename(path) }
    const remedy = 'check that the file is whole and of the kind its name says'
    throw new InputError(`cannot be read (${problem})`, remedy, place, error)
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}
