import { basename } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { parse } from 'csv-parse/sync'
import type { Place } from '../inputError.ts'
import { columnOfCell } from './csvRecords.ts'
import type { Recognised } from './format.ts'
import { literal } from './nativeSql.ts'
import { describeParquet, parquetCell, parquetSource } from './parquet.ts'
import { parseLine } from './readRecords.ts'
import { separatorLine } from './readTable.ts'
import { readBytes, readText } from './readText.ts'

/** A file as a table of SQL. */
export interface NativeTable {
  /** What stands after FROM. */
  source: string
  /** The text of a column (SQL): trimmed, '' for nothing. By the column's place in the header. */
  cell(column: number): string
  /**
   * Where row `row` (from 1) has its cells, as the other way says it; undefined when the row's text is not where it should be.
   */
  place(row: number, cells: ReadonlyMap<number, string>): Promise<((column: number) => Place) | undefined>
}

/** True when a column holds more than one text, without regard to case: nothing is none. */
export async function hasTwoTexts(connection: DuckDBConnection, { source, cell }: NativeTable, column: number): Promise<boolean> {
  const query = `SELECT count(DISTINCT upper(${cell(column)})) > 1 FROM ${source} WHERE ${cell(column)} <> ''`
  return (await connection.runAndReadAll(query)).getRows()[0]![0] === true
}

/** The file as DuckDB may read it, or undefined when its text could mean something else to the other way. */
export async function openNativeTable(
  connection: DuckDBConnection, path: string, { kind, names, delimiter = ',' }: Recognised,
): Promise<NativeTable | undefined> {
  const file = basename(path)
  // `trim` costs more than all other checks together, and hardly a cell needs it.
  const trimmed = (column: string): string =>
    `CASE WHEN starts_with(${column}, ' ') OR ends_with(${column}, ' ') THEN trim(${column}) ELSE coalesce(${column}, '') END`
  const byRow = (row: number) => Promise.resolve((column: number): Place => ({ file, line: row, column: column + 1 }))
  if (kind === 'parquet') {
    const columns = await describeParquet(connection, path)
    return { source: parquetSource(path), cell: at => trimmed(parquetCell(columns[at]!)), place: byRow }
  }
  if (kind === 'json') {
    if (!await isPlainJsonLines(path)) return undefined
    const types = names.map(name => `${literal(name)}: 'JSON'`).join(', ')
    const options = `format = 'newline_delimited', maximum_object_size = 16777216, columns = {${types}}`
    const source = `read_json(${literal(path)}, ${options})`
    // JSON text of a string is quoted, and of a number with its fraction: the other way reads 1.0 as 1, so it is left to it.
    const number = '(0|-?[1-9]\\d{0,14}|-?(0|[1-9]\\d{0,8})\\.\\d{0,5}[1-9])'
    const cell = (at: number): string => {
      const column = `"${names[at]!.replaceAll('"', '""')}"`
      return trimmed(`CASE WHEN ${column} IS NULL OR json_type(${column}) = 'NULL' THEN ''
        WHEN json_type(${column}) IN ('VARCHAR', 'BOOLEAN') OR regexp_full_match(CAST(${column} AS VARCHAR), '${number}')
        THEN ${column} ->> '$' ELSE chr(127) END`)
    }
    return { source, cell, place: byRow }
  }
  if (separatorLine.test(`${await lineAt(path, 1)}\n`)) return undefined
  if (new Set(names).size === 0 || await hasQuoteAfterBlank(path, delimiter)) return undefined
  const types = names.map((_, at) => `'c${at}': 'VARCHAR'`).join(', ')
  const options = [
    'header = true', 'auto_detect = false', `delim = ${literal(delimiter)}`, `quote = '"'`, `escape = '"'`, 'strict_mode = true',
    'null_padding = false', 'max_line_size = 4000000', `columns = {${types}}`,
  ]
  return {
    source: `read_csv(${literal(path)}, ${options.join(', ')})`,
    cell: at => trimmed(`c${at}`),
    async place(row, cells) {
      const text = await lineAt(path, row + 1)
      const found = text === undefined ? undefined : cellsOf(text, delimiter)
      if (!found || ![...cells].every(([column, value]) => found[column]?.trim() === value)) return undefined
      return column => ({ file, line: row + 1, column: columnOfCell(text!, delimiter, column) })
    },
  }
}

/** True when the first line is an object that is a row itself: no list, and none that wraps one. */
async function isPlainJsonLines(path: string): Promise<boolean> {
  const line = await lineAt(path, 1)
  const value = line === undefined ? undefined : parseLine(line)
  return typeof value === 'object' && value !== null && !Object.values(value).some(Array.isArray)
}

/**
 * True when a quote stands after a delimiter and a blank: DuckDB takes it for the start of a quoted cell, csv-parse for a
 * character. Looks at every byte, which is a tenth of the time that counting them takes.
 */
async function hasQuoteAfterBlank(path: string, delimiter: string): Promise<boolean> {
  const starts = [delimiter.charCodeAt(0), newLine]
  let tail = Buffer.alloc(0)
  let found = false
  await readBytes(path, {}, chunk => {
    const bytes = Buffer.concat([tail, chunk])
    for (const pair of [' "', '\t"']) {
      // What lies in the tail was looked at with all that stood before it.
      for (let at = bytes.indexOf(pair, Math.max(0, tail.length - 1)); at >= 0 && !found; at = bytes.indexOf(pair, at + 1)) {
        let before = at
        while (before >= 0 && (bytes[before] === blank || bytes[before] === tab)) before--
        found = before < 0 || starts.includes(bytes[before]!)
      }
    }
    // A run of blanks that is longer than this is taken for the start of a cell: the other way knows.
    tail = bytes.subarray(Math.max(0, bytes.length - 64))
    return !found
  })
  return found
}

const [newLine, blank, tab] = [10, 32, 9]

/** A line of a text, from 1, without its end; undefined when there are fewer. */
async function lineAt(path: string, wanted: number): Promise<string | undefined> {
  let line = 1
  let held = ''
  let result: string | undefined
  await readText(path, {}, (piece, last) => {
    let from = 0
    for (let end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', from)) {
      if (line === wanted) {
        result = (held + piece.slice(from, end)).replace(/\r$/, '')
        return false
      }
      line++
      held = ''
      from = end + 1
    }
    if (line === wanted) held += piece.slice(from)
    if (last && line === wanted && held !== '') result = held
    return true
  })
  return result
}

function cellsOf(line: string, delimiter: string): string[] | undefined {
  try {
    return (parse(line, { delimiter, relax_quotes: true }) as string[][])[0]
  } catch {
    // A quoted cell with a line break: the row does not stand on one line.
    return undefined
  }
}
