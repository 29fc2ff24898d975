import type { SizeLine } from './judgeSizes.ts'

const start = '<!-- sizes: written by `pnpm size --write`, compared by a test -->'
const end = '<!-- /sizes -->'

/** The README's table of sizes: brotli kilobytes of each line, to a tenth. Two lines a row: there are many, and the README is short. */
export function sizeTable(lines: SizeLine[]): string {
  const cells = lines.map(line => `| ${line.name} | ${(line.bytes / 1000).toFixed(1)} kB `)
  const half = Math.ceil(cells.length / 2)
  const rows = cells.slice(0, half).map((cell, place) => `${cell}${cells[half + place] ?? '| | '}|`)
  return ['| file of the script tag | brotli | | brotli |', '|---|---|---|---|', ...rows].join('\n')
}

/** The README with its table replaced. @throws Error when the marks around the table are gone */
export function withSizeTable(readme: string, table: string): string {
  const from = readme.indexOf(start)
  const to = readme.indexOf(end)
  if (from < 0 || to < from) throw new Error(`README.md has lost the marks around its sizes: ${start} … ${end}`)
  return `${readme.slice(0, from)}${start}\n${table}\n${readme.slice(to)}`
}
