import { expect, it } from 'vitest'
import { temporaryFolder, writeFile } from '../testing/smallShop.ts'
import { readHeader, readTable } from './readTable.ts'

const folder = temporaryFolder()

it.each([
  ['sep=;\n', ';'], ['sep=;\r\n', ';'], ['\ufeff"sep=,"\r\n', ','], ['SEP=\t\n', '\t'],
])('a first line %j names the delimiter, and the next one is the header', async (line, delimiter) => {
  const rows = [['id', 'title, a; b; c; d', 'note'], ['1', 'x', 'y']]
  const quoted = rows.map(cells => cells.map(cell => `"${cell}"`).join(delimiter)).join('\n')
  const path = writeFile(folder, 'told.csv', `${line}${quoted}\n`)
  const seen: unknown[] = []
  await readTable(path, 'table', {}, {
    header(names) {
      seen.push(names)
      return [0]
    },
    row: (cells, place) => void seen.push(cells, place(0)),
    broken: reason => void seen.push(reason),
  })
  expect(seen).toEqual([...rows, { file: 'told.csv', line: 3, column: 1 }])
  expect(await readHeader(path, {})).toEqual({ names: rows[0], delimiter })
})

it('a header that only starts like it is a header', async () => {
  const path = writeFile(folder, 'sep.csv', 'sep=;b\n1;2\n')
  expect(await readHeader(path, {})).toEqual({ names: ['sep=', 'b'], delimiter: ';' })
})
