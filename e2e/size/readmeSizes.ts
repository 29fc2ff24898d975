import type { SizeLine } from './judgeSizes.ts'

const start = '<!-- sizes: written by `pnpm size --write`, compared by a test -->'
const end = '<!-- /sizes -->'

/** Lines in a row of the table: there are many, and the README is short. */
const perRow = 3

/** The README's table of sizes: brotli kilobytes of each line, to a tenth; read down, then across. */
export function sizeTable(lines: SizeLine[]): string {
  const cells = lines.map(line => `| ${line.name} | ${(line.bytes / 1000).toFixed(1)} kB `)
  const deep = Math.ceil(cells.length / perRow)
  const across = Array.from({ length: perRow }, (_, column) => column * deep)
  const rows = cells.slice(0, deep).map((_, place) => `${across.map(from => cells[from + place] ?? '| | ').join('')}|`)
  return ['| file of the script tag | brotli | | brotli | | brotli |', '|---|---|---|---|---|---|', ...rows].join('\n')
}

/** The README with its table replaced. @throws Error when the marks around the table are gone */
export function withSizeTable(readme: string, table: string): string {
  const from = readme.indexOf(start)
  const to = readme.indexOf(end)
  if (from < 0 || to < from) throw new Error(`README.md has lost the marks around its sizes: ${start} … ${end}`)
  return `${readme.slice(0, from)}${start}\n${table}\n${readme.slice(to)}`
}
