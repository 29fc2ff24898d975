import { createReadStream, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { TextDecoder } from 'node:util'
import { createGunzip } from 'node:zlib'
import type { Place } from '../inputError.ts'
import { InputError } from '../inputError.ts'
import { columnOfCell, createCsvSplitter, sniffDelimiter } from './csvRecords.ts'
import { readWithDuckDb } from './readWithDuckDb.ts'

/** What becomes of a table: called in the file's order. */
export interface TableHandler {
  /** Column names, once, before any row. Returns the columns that will be looked at; no other is kept. */
  header(names: string[]): number[]
  /** One row. `place(cell)` says where a cell starts. */
  row(cells: string[], place: (cell: number) => Place): void
  /** A row that cannot be read at all. `value` says how, without the row's text: it may hold somebody's name. */
  broken(reason: string, remedy: string, place: Place, value: string): void
}

/** How to read it. */
export interface TableOptions {
  /** Any label of the WHATWG encoding standard. @default 'utf-8' */
  encoding?: string
  /** Bytes of the file read so far, of all. */
  onProgress?: (bytes: number, total: number) => void
}

const delimited = /\.(csv|tsv|txt)(\.gz)?$/i
/** Characters after which the delimiter is guessed without having seen the end of the header. */
const longestHeader = 100_000
const structured = /\.(parquet|jsonl|ndjson|json)(\.gz)?$/i

/**
 * Reads CSV, TSV or text with bars or semicolons, packed with gzip or not; JSONL and Parquet through DuckDB.
 * Byte order mark, CRLF, quotes and line breaks in quotes are understood.
 *
 * @throws InputError when the file is missing, a folder, empty, of an unknown kind, wrongly encoded or not unpackable
 */
export async function readTable(path: string, options: TableOptions, handler: TableHandler): Promise<void> {
  const file = basename(path)
  const total = sizeOf(path, file)
  if (structured.test(path)) return readWithDuckDb(path, handler)
  if (!delimited.test(path)) {
    throw new InputError(
      'unknown kind of file', 'give a .csv, .tsv, .jsonl or .parquet file (.csv.gz and .tsv.gz as well)', { file },
    )
  }
  const packed = await isGzip(path)
  const raw = createReadStream(path, { highWaterMark: 1 << 18 })
  const stream = packed ? raw.pipe(createGunzip({ chunkSize: 1 << 18 })) : raw
  if (packed) raw.on('error', error => stream.destroy(error))
  const text = createText(options.encoding ?? 'utf-8', file)
  const reader = createReader(file, handler)
  try {
    for await (const chunk of stream) {
      reader.push(text.decode(chunk as Uint8Array), false)
      options.onProgress?.(raw.bytesRead, total)
    }
    reader.push(text.decode(), true)
  } catch (error) {
    if (error instanceof InputError) throw error
    const code = (error as NodeJS.ErrnoException).code ?? ''
    if (!packed || !code.startsWith('Z_')) throw error
    throw new InputError(
      `cannot be unpacked (${(error as Error).message})`, 'the file is cut short or damaged: copy it again',
      { file, line: text.line() }, error,
    )
  } finally {
    raw.destroy()
  }
}

function sizeOf(path: string, file: string): number {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) throw new InputError('no such file', 'check the path', { file: path })
  if (stat.isDirectory()) throw new InputError('is a folder', 'name the file in it', { file: path })
  if (stat.size === 0) throw new InputError('is empty', 'export it again, with a header line', { file })
  return stat.size
}

async function isGzip(path: string): Promise<boolean> {
  const handle = await open(path)
  try {
    const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0)
    return buffer[0] === 0x1f && buffer[1] === 0x8b
  } finally {
    await handle.close()
  }
}

/** Bytes to text, failing with the line and column of the first byte that is not in the encoding. */
function createText(encoding: string, file: string): { decode(bytes?: Uint8Array): string; line(): number } {
  let decoder: TextDecoder
  try {
    decoder = new TextDecoder(encoding, { fatal: true })
  } catch (error) {
    throw new InputError(`unknown encoding ${encoding}`, 'for example utf-8, windows-1252, utf-16le, shift_jis', undefined, error)
  }
  let line = 1
  let first = true
  return {
    decode(bytes) {
      const start = first && bytes ? `${bytes[0]},${bytes[1]}` : ''
      first = false
      if ((start === '255,254' || start === '254,255') && /^utf-?8$/i.test(encoding)) {
        const wide = start === '255,254' ? 'utf-16le' : 'utf-16be'
        throw new InputError('is UTF-16, not UTF-8', `pass --encoding ${wide} or save it as UTF-8`, { file, line: 1, column: 1 })
      }
      try {
        const text = bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode()
        for (let at = -1; (at = text.indexOf('\n', at + 1)) >= 0;) line++
        return text
      } catch (error) {
        const before = new TextDecoder(encoding).decode(bytes).split('\ufffd', 1)[0]!.split('\n')
        throw new InputError(`is not ${encoding}`, 'save it as UTF-8, or name its encoding, for example --encoding windows-1252',
          { file, line: line + before.length - 1, column: before.at(-1)!.length + 1 }, error)
      }
    },
    line: () => line,
  }
}

function createReader(file: string, handler: TableHandler): { push(piece: string, last: boolean): void } {
  let held = ''
  let delimiter = ''
  let width = 0
  let split: ReturnType<typeof createCsvSplitter> | undefined
  return {
    push(piece, last) {
      if (!split) {
        held += piece
        if (!last && held.length < longestHeader && !/\S.*\n/.test(held)) return
        delimiter = sniffDelimiter(held.replace(/^\s+/, '').split('\n', 1)[0]!)
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
    },
  }
}
