import { basename } from 'node:path'
import type { Place } from '../inputError.ts'
import { InputError } from '../inputError.ts'
import { columnOfCell, createCsvSplitter, sniffDelimiter } from './csvRecords.ts'
import { readParquet } from './readParquet.ts'
import type { JsonRecord } from './readRecords.ts'
import { readRecords } from './readRecords.ts'
import type { TextOptions } from './readText.ts'
import { readText } from './readText.ts'
import type { FileKind } from './sniffFile.ts'
import type { TableHandler } from './tableHandler.ts'

/** Characters after which the delimiter is guessed without having seen the end of the header. */
const longestHeader = 100_000
/** The first line of a CSV by which spreadsheets are told the delimiter. */
export const separatorLine: RegExp = /^"?sep=([,;\t|])"?(?=\r?\n)/i
/** Objects whose fields make the header of a JSON file: an optional field is seldom missing from all of them. */
export const headerRecords = 1000

/**
 * Reads CSV, TSV or text with bars or semicolons, JSON or JSONL of flat objects, or Parquet. Byte order mark, CRLF, quotes and
 * line breaks in quotes are understood.
 *
 * @throws InputError as `readText`; when there is no header, or XML in place of a table
 */
export async function readTable(path: string, kind: FileKind, options: TextOptions, handler: TableHandler): Promise<void> {
  const file = basename(path)
  if (kind === 'parquet') return readParquet(path, handler)
  if (kind === 'json') return readFlatJson(path, options, handler)
  if (kind === 'xml') throw new InputError('is XML, where a table is wanted', 'give CSV, JSONL or Parquet', { file })
  const push = createReader(file, handler)
  await readText(path, options, push)
}

/** The header of a delimited file, and the delimiter it uses; its rows are not read. */
export async function readHeader(path: string, options: TextOptions): Promise<{ names: string[]; delimiter: string }> {
  let names: string[] | undefined
  let delimiter = ','
  const push = createReader(basename(path), {
    header(all) {
      names ??= all
      return []
    },
    row: () => {},
    broken: () => {},
  }, mark => delimiter = mark)
  const { encoding } = options
  await readText(path, encoding === undefined ? {} : { encoding }, (piece, last) => {
    push(piece, last)
    return names === undefined
  })
  return { names: names ?? [], delimiter }
}

function createReader(
  file: string, handler: TableHandler, onDelimiter?: (delimiter: string) => void,
): (piece: string, last: boolean) => void {
  let held = ''
  let delimiter = ''
  let width = 0
  let split: ReturnType<typeof createCsvSplitter> | undefined
  return (piece, last) => {
    if (!split) {
      held += piece
      if (!last && held.length < longestHeader && !/\S.*\n/.test(held)) return
      const told = separatorLine.exec(held)
      // Its line stays, blank, so that all others keep their numbers.
      if (told) held = held.slice(told[0].length)
      delimiter = told?.[1] ?? sniffDelimiter(held.replace(/^\s+/, '').split('\n', 1)[0]!)
      onDelimiter?.(delimiter)
      split = createCsvSplitter(delimiter, file)
      piece = held
    }
    for (const record of split(piece, last)) {
      if (!record.cells) {
        const { line, column } = record
        const remedy = 'close it with ", or double it inside a cell'
        handler.broken('a quote that is never closed', remedy, { file, line, column }, '"')
        continue
      }
      const { cells, line, text } = record
      const place = (cell: number): Place => ({ file, line, column: columnOfCell(text, delimiter, cell) })
      if (!width) {
        width = cells.length
        handler.header(cells)
      } else if (cells.length < width || cells.some((cell, at) => at >= width && cell.trim() !== '')) {
        const remedy = `write ${width} cells, and put cells that hold the delimiter in quotes`
        const at = place(Math.min(width, cells.length))
        handler.broken('more or fewer cells than the header', remedy, at, `${cells.length} cells`)
      } else handler.row(cells, place)
    }
    if (last && !width) throw new InputError('is empty', 'export it again, with a header line', { file })
  }
}

async function readFlatJson(path: string, options: TextOptions, handler: TableHandler): Promise<void> {
  let held: { record: JsonRecord; place: Place }[] | undefined = []
  let names: string[] = []
  const hand = ({ record, place }: { record: JsonRecord; place: Place }): void => {
    const cells = names.map(name => Object.hasOwn(record, name) ? cellOf(record[name]) : '')
    handler.row(cells, cell => ({ ...place, column: cell + 1 }))
  }
  const start = (): void => {
    names = [...new Set(held!.flatMap(({ record }) => Object.keys(record)))]
    if (!names.length) throw new InputError('holds no object', 'give one object a line', { file: basename(path) })
    handler.header(names)
    held!.forEach(hand)
    held = undefined
  }
  await readRecords(path, options, {
    record(record, place) {
      if (!held) return hand({ record, place })
      held.push({ record, place })
      if (held.length === headerRecords) start()
    },
    broken: (...broken) => handler.broken(...broken),
  })
  if (held) start()
}

/** A JSON value as a cell holds it: nothing for null, JSON for what is nested. */
export function cellOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
