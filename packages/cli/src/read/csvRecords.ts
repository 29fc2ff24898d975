/** One record of a delimited text: its cells, the line it starts on (from 1), and its own text for finding a cell again. */
export interface CsvRecord {
  cells: string[]
  line: number
  text: string
}

/** A quote that was never closed: the record is given up and reading goes on at the next line. */
export interface BrokenRecord {
  cells: undefined
  line: number
  text: string
}

/** A quoted cell longer than this has lost its closing quote. Characters. */
const longestRecord = 100_000

/**
 * Splits a delimited text (RFC 4180: quotes, doubled quotes, line breaks in quotes; LF or CRLF) that arrives in pieces.
 * Blank lines are left out. Knows nothing of headers.
 */
export function createCsvSplitter(delimiter: string): { push(piece: string, last: boolean): (CsvRecord | BrokenRecord)[] } {
  let held = ''
  let line = 1
  return {
    push(piece, last) {
      const text = held + piece
      const records: (CsvRecord | BrokenRecord)[] = []
      let at = 0
      let quote = text.indexOf('"')
      while (at < text.length) {
        if (quote >= 0 && quote < at) quote = text.indexOf('"', at)
        let end = endOfRecord(text, at, quote, delimiter)
        const open = end < 0
        if (open && !last && text.length - at < longestRecord) break
        // Without a closing quote, or at the end of a file without a last line break.
        if (open) end = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at)
        const record = text.slice(at, text[end - 1] === '\r' ? end - 1 : end)
        const cells = splitRecord(record, delimiter)
        if (record.trim() !== '') records.push({ cells, line, text: record } as CsvRecord | BrokenRecord)
        for (let seen = at; (seen = text.indexOf('\n', seen)) >= 0 && seen <= end; seen++) line++
        at = end + 1
      }
      held = text.slice(at)
      return records
    },
  }
}

/** Position of the line break that ends the record at `at`, or -1 when it is not in `text`; `quote` is the next quote or -1. */
function endOfRecord(text: string, at: number, quote: number, delimiter: string): number {
  const newline = text.indexOf('\n', at)
  if (newline >= 0 && (quote < 0 || quote > newline)) return newline
  for (let i = at; i < text.length; i++) {
    const first = i === at || text[i - 1] === delimiter
    if (text[i] === '"' && first) {
      i = closingQuote(text, i)
      if (i < 0) return -1
    } else if (text[i] === '\n') return i
  }
  return -1
}

/** Position of the quote that closes the one at `open`, or -1. */
function closingQuote(text: string, open: number): number {
  for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 2)) if (text[at + 1] !== '"') return at
  return -1
}

/** Cells of one record, or undefined when a quote stays open. */
function splitRecord(record: string, delimiter: string): string[] | undefined {
  if (!record.includes('"')) return record.split(delimiter)
  const cells: string[] = []
  for (const [from, to] of cellRanges(record, delimiter)) {
    if (to < 0) return undefined
    const cell = record.slice(from, to)
    cells.push(cell.startsWith('"') ? unquote(cell) : cell)
  }
  return cells
}

/** Text after the closing quote is kept as it stands: `"a"b` reads `ab`. */
function unquote(cell: string): string {
  const close = closingQuote(cell, 0)
  return cell.slice(1, close).replaceAll('""', '"') + cell.slice(close + 1)
}

/** Start and end of every cell, quotes included; an end of -1 means a quote stays open. */
function cellRanges(record: string, delimiter: string): [number, number][] {
  const ranges: [number, number][] = []
  for (let from = 0; from <= record.length;) {
    const close = record[from] === '"' ? closingQuote(record, from) : from - 1
    if (record[from] === '"' && close < 0) return [...ranges, [from, -1]]
    const next = record.indexOf(delimiter, close + 1)
    ranges.push([from, next < 0 ? record.length : next])
    if (next < 0) break
    from = next + delimiter.length
  }
  return ranges
}

/** Column (character, from 1) where a cell starts; the end of the record when there is no such cell. */
export function columnOfCell(record: string, delimiter: string, cell: number): number {
  return (cellRanges(record, delimiter)[cell]?.[0] ?? record.length) + 1
}

/** The delimiter that a header line uses: comma, semicolon, tab or bar, whichever is most frequent outside quotes. */
export function sniffDelimiter(header: string): string {
  const bare = header.replace(/"(?:[^"]|"")*"/g, '')
  let best = ','
  for (const mark of [',', ';', '\t', '|']) if (bare.split(mark).length > bare.split(best).length) best = mark
  return best
}
