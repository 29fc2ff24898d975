import type { CsvError, Options } from 'csv-parse'
import { Parser } from 'csv-parse'
import { parse } from 'csv-parse/sync'
import { InputError } from '../inputError.ts'

/** One record of a delimited text: its cells, the line it starts on (from 1), and its own text for finding a cell again. */
export interface CsvRecord {
  cells: string[]
  line: number
  text: string
}

/**
 * A row with a quote that was never closed, or that only a quote of a later row closed. It is given up; reading goes on after
 * it. Line and column (characters), from 1, of the quote.
 */
export interface BrokenRecord {
  cells: undefined
  line: number
  column: number
}

/**
 * Takes the next piece and gives the records that ended in it.
 *
 * @throws InputError for a row without an end
 */
export type CsvSplitter = (piece: string, last: boolean) => (CsvRecord | BrokenRecord)[]

/**
 * Bound of one record, in characters, so that a quote that is never closed does not take the whole file into memory. Above the
 * longest honest row: a description with a picture in it reaches some hundred thousand.
 */
const longestRecord = 1_000_000

/** A quote inside a bare cell (`6" plate`) is a character. */
function dialect(delimiter: string): Options {
  return { delimiter, record_delimiter: '\n', relax_column_count: true, relax_quotes: true, skip_empty_lines: true }
}

/**
 * csv-parse over a text that arrives in pieces (of whole characters, as TextDecoder gives them), with the line of every record.
 * CRLF reads as LF, in cells as well. Blank lines are left out. Knows nothing of headers.
 *
 * @param file name for the error message
 */
export function createCsvSplitter(delimiter: string, file: string): CsvSplitter {
  /** What no record was made of yet. */
  let held = ''
  /** Line on which `held` starts. */
  let line = 1
  let halfBreak = ''
  let parser = createParser(delimiter)

  const toRecord = ({ record: cells, raw }: Read): CsvRecord | BrokenRecord | undefined => {
    const text = raw.startsWith('\n') ? raw.replace(/^\n+/, '') : raw
    const start = line + raw.length - text.length
    line += countLineBreaks(raw)
    if (!/\S/.test(text)) return undefined
    const torn = findTorn(cells, text, delimiter)
    if (torn < 0) return { cells, line: start, text }
    return { cells: undefined, line: start, column: columnOfCell(text, delimiter, torn) }
  }
  /** Cuts the row with the open quote off `held`, which starts with it. csv-parse took all that follows for its cell. */
  const giveUp = (error: CsvError): BrokenRecord => {
    const { ends, open } = readEnds(rawOf(error), delimiter)
    if (!open) {
      if (error.code !== 'CSV_MAX_RECORD_SIZE') throw error
      const problem = `a row of more than ${longestRecord} characters`
      throw new InputError(problem, 'end every row with a line break, LF or CRLF', { file, line }, error)
    }
    const quote = held.indexOf('"', ends.length ? toCharacters(held, ends.at(-1)! + 1) : 0)
    const before = held.slice(0, quote)
    const broken = { cells: undefined, line: line + countLineBreaks(before), column: quote - before.lastIndexOf('\n') }
    const end = held.indexOf('\n', quote)
    line = broken.line + 1
    held = end < 0 ? '' : held.slice(end + 1)
    return broken
  }
  const readAll = (text: string): Read[] => parse(text, { ...dialect(delimiter), raw: true }) as unknown as Read[]
  return (piece, last) => {
    const records: (CsvRecord | BrokenRecord)[] = []
    const take = (read: Read): void => {
      const record = toRecord(read)
      if (record) records.push(record)
    }
    let text = halfBreak + piece
    halfBreak = !last && text.endsWith('\r') ? '\r' : ''
    text = (halfBreak ? text.slice(0, -1) : text).replaceAll('\r\n', '\n')
    held += text
    for (;;) {
      parser.write(text)
      let used = 0
      for (let read = parser.read() as Read | null; read !== null; read = parser.read() as Read | null) {
        take(read)
        used += read.raw.length
      }
      held = held.slice(used)
      if (!parser.errored) break
      records.push(giveUp(parser.errored as CsvError))
      parser = createParser(delimiter)
      text = held
    }
    while (last && held !== '') {
      try {
        readAll(held).forEach(take)
        held = ''
      } catch (error) {
        // At the end of a text the dialect forgives everything but an open quote. What came before it is not handed out.
        const raw = rawOf(error as CsvError)
        readAll(held.slice(0, held.length - raw.length)).forEach(take)
        held = raw
        records.push(giveUp(error as CsvError))
      }
    }
    return records
  }
}

/** What csv-parse gives for a record with the option `raw`: `raw` are its characters and the blank lines before it. */
interface Read {
  record: string[]
  raw: string
}

/** The characters of the record that csv-parse was at, with the blank lines before it. */
function rawOf(error: CsvError): string {
  return String(error['raw'])
}

function createParser(delimiter: string): Parser {
  const parser = new Parser({ ...dialect(delimiter), raw: true, max_record_size: longestRecord })
  // `errored` is looked at after each piece; without a listener Node would end the process as well.
  parser.on('error', () => {})
  return parser
}

function countLineBreaks(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  return count
}

/**
 * Number of a cell whose quote was closed by the quote of a later row, or -1: csv-parse then keeps the opening quote in the cell.
 * A cell may honestly start with one (`"""Tom"""`), so a strict reading has to refuse the record as well.
 */
function findTorn(cells: readonly string[], text: string, delimiter: string): number {
  const torn = cells.findIndex(cell => cell.startsWith('"') && cell.includes('\n'))
  if (torn < 0) return -1
  try {
    parse(text, { ...dialect(delimiter), relax_quotes: false })
    return -1
  } catch (error) {
    // A quote inside a bare cell is refused here too; that one is allowed.
    return (error as CsvError).code === 'CSV_INVALID_CLOSING_QUOTE' ? torn : -1
  }
}

/** Where each cell ends, in bytes of UTF-8, up to the one whose quote is open at the end of the text, if there is one. */
function readEnds(text: string, delimiter: string): { ends: number[]; open: boolean } {
  const ends: number[] = []
  try {
    parse(text, { ...dialect(delimiter), cast: (_, { bytes }) => void ends.push(bytes) })
    return { ends, open: false }
  } catch {
    // The dialect forgives everything else.
    return { ends, open: true }
  }
}

function toCharacters(text: string, bytes: number): number {
  return Buffer.from(text).toString('utf8', 0, bytes).length
}

/** Column (character, from 1) where a cell starts; the end of the record when there is no such cell. */
export function columnOfCell(record: string, delimiter: string, cell: number): number {
  const { ends } = readEnds(record, delimiter)
  return toCharacters(record, cell === 0 ? 0 : cell < ends.length ? ends[cell - 1]! + 1 : ends.at(-1) ?? 0) + 1
}

/** The delimiter that a header line uses: comma, semicolon, tab or bar, whichever is most frequent outside quotes. */
export function sniffDelimiter(header: string): string {
  const bare = header.replace(/"(?:[^"]|"")*"/g, '')
  let best = ','
  for (const mark of [',', ';', '\t', '|']) if (bare.split(mark).length > bare.split(best).length) best = mark
  return best
}
