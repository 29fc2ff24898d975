/** One line of the table: figures are shares, 0..1. */
export interface Row {
  data?: string
  method: string
  /** Bytes of what is learnt, after brotli; absent for what holds everything in memory. */
  bytes?: number
  figures: Readonly<Record<string, number>>
}

/** Rows under each other; a new head where the figures are others. Shares in percent. */
export function printRows(rows: readonly Row[]): string {
  const lines: string[] = []
  let head = ''
  for (const { data = '', method, bytes, figures } of rows) {
    const names = Object.keys(figures).map(name => name.padStart(13)).join('')
    if (names !== head) lines.push('', `${''.padEnd(78)}${'bytes'.padStart(12)}${names}`)
    head = names
    const cells = Object.values(figures).map(share => (share * 100).toFixed(2).padStart(13)).join('')
    lines.push(
      `${`${data}: ${method}`.padEnd(78)}${(bytes === undefined ? '-' : bytes.toLocaleString('en-GB')).padStart(12)}${cells}`,
    )
  }
  return lines.join('\n')
}
