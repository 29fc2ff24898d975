/**
 * Reads comma separated text: RFC 4180, header line, LF or CRLF, quotes doubled inside quotes.
 *
 * @returns one record per line, by the names of the header; a missing cell is the empty string
 */
export function readCsv(text: string): Record<string, string>[] {
  const [header = [], ...rows] = toRows(text.replace(/^\uFEFF/, ''))
  return rows.map(row => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ''])))
}

function toRows(text: string): string[][] {
  // a cell is quoted or bare; what follows it tells whether the row goes on
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y
  const rows: string[][] = []
  let row: string[] = []
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex
    const match = cell.exec(text)
    if (!match) throw new SyntaxError(`catalogue: a stray quote at character ${at} of the csv`)
    row.push(match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'))
    if (match[3] === ',' && cell.lastIndex < text.length) continue
    if (match[3] === ',') row.push('')
    rows.push(row)
    row = []
  }
  return rows
}
