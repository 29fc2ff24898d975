import Table from 'cli-table3'

/** A table with a title: numbers are shares, shown in percent; texts stand as they are. The first cell of a row is its name. */
export function printShares(title: string, columns: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const drawn = new Table({
    head: ['', ...columns], style: { head: [], border: [] }, colAligns: ['left', ...columns.map(() => 'right' as const)],
  })
  drawn.push(...rows.map(row => row.map(cell => typeof cell === 'number' ? (cell * 100).toFixed(2) : cell)))
  return `${title}\n${drawn.toString()}\n`
}
