import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BrokenRecord, CsvRecord } from './csvRecords.ts'
import { columnOfCell, createCsvSplitter, sniffDelimiter } from './csvRecords.ts'

type Read = CsvRecord | BrokenRecord

function recordsOf(text: string, delimiter = ',', piece: number = text.length || 1): Read[] {
  const split = createCsvSplitter(delimiter, 'it.csv')
  const read: Read[] = []
  const characters = piece < text.length ? [...text] : [text]
  for (let at = 0; at < characters.length; at += piece) read.push(...split(characters.slice(at, at + piece).join(''), false))
  return [...read, ...split('', true)]
}

const cellsOf = (text: string, delimiter?: string): (string[] | undefined)[] =>
  recordsOf(text, delimiter).map(record => record.cells)

const someCell = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', '\r\n', ' ', '🌿', ';') }), fc.string({ minLength: 1 }),
).map(text => text.replace(/\r(?!\n)/g, ''))

describe('csv records', () => {
  it('gives back what was written, with the line of each, in whatever pieces it arrives', () => {
    const row = fc.record({
      cells: fc.array(someCell, { minLength: 2, maxLength: 4 }), blank: fc.nat(2), end: fc.constantFrom('\n', '\r\n'),
    })
    const rows = fc.array(row, { maxLength: 8 })
    fc.assert(fc.property(rows, fc.integer({ min: 1, max: 30 }), fc.boolean(), (written, piece, whole) => {
      let text = ''
      const lines: number[] = []
      for (const { cells, blank, end } of written) {
        text += end.repeat(blank)
        lines.push(text.split('\n').length)
        text += cells.map(value => `"${value.replaceAll('"', '""')}"`).join(',') + end
      }
      const read = recordsOf(whole ? text : text.replace(/\r?\n$/, ''), ',', piece)
      const cells = written.map(record => record.cells.map(cell => cell.replaceAll('\r\n', '\n')))
      expect(read.map(record => record.cells)).toEqual(cells)
      expect(read.map(record => record.line)).toEqual(lines)
    }), { numRuns: 80 })
  })

  it('names the line on which a record starts, counting line breaks in quotes', () => {
    const records = recordsOf('a,b\n\n"x\ny",2\r\nlast,row')
    expect(records.map(({ line, cells }) => [line, cells])).toEqual([[1, ['a', 'b']], [3, ['x\ny', '2']], [5, ['last', 'row']]])
    const windows = recordsOf('a,b\r\n\r\n  \r\n"x\r\ny\r\nz",2\r\nlast,row\r\n')
    expect(windows.map(({ line, cells }) => [line, cells?.[0]])).toEqual([[1, 'a'], [4, 'x\ny\nz'], [7, 'last']])
  })

  it('gives up a record whose quote is never closed, and reads on at the next line', () => {
    expect(cellsOf('a,b\nsku2,"unterminated,9.99\nc,d')).toEqual([['a', 'b'], undefined, ['c', 'd']])
    expect(cellsOf('a,b\nsku2,"unterminated,9.99')).toEqual([['a', 'b'], undefined])
    const twice = cellsOf('a,b\n1,"open\n2,"x"\n3,"y"\n4,"open\n5,e')
    expect(twice).toEqual([['a', 'b'], undefined, ['3', 'y'], undefined, ['5', 'e']])
  })

  it('names line and column of the quote that is never closed, also after a cell of several lines', () => {
    for (const piece of [1, 4, 100]) {
      const records = recordsOf('a,b\r\n\r\n"é\r\n🌿","open\r\nc,d\r\n', ',', piece)
      expect(records.map(({ cells, line }) => [line, cells])).toEqual([[1, ['a', 'b']], [4, undefined], [5, ['c', 'd']]])
      expect(records[1]).toMatchObject({ column: 5 })
    }
  })

  it('gives up a record whose quote was closed by the quote of a later row, and reads on', () => {
    const records = recordsOf('a,b,c\n1,"open,2\n2,"Jug",2\n3,"""Tom""\nis well",4\n')
    expect(records.map(record => record.cells)).toEqual([['a', 'b', 'c'], undefined, ['3', '"Tom"\nis well', '4']])
    expect(records[1]).toMatchObject({ line: 2, column: 3 })
    expect(records[2]).toMatchObject({ line: 4 })
  })

  it('holds no more than a bounded part of the file for a quote that is never closed', () => {
    const split = createCsvSplitter(',', 'it.csv')
    const piece = `${'x'.repeat(199)},y\n`.repeat(1000)
    const read = split('a,b\n1,"open,', false)
    for (let pieces = 1; pieces <= 10; pieces++) {
      read.push(...split(piece, false))
      // A million characters are held at most: five of these pieces, give or take the one at hand.
      expect(read.length).toBeGreaterThan((pieces - 6) * 1000)
    }
    // A quote at last: it does not close the one that was given up.
    read.push(...split('6,"z"\n', true))
    expect(read.pop()).toMatchObject({ cells: ['6', 'z'], line: 2 + 10 * 1000 })
    expect(read.length).toBe(2 + 10 * 1000 - 1)
    expect(read[1]).toEqual({ cells: undefined, line: 2, column: 3 })
    expect(read.at(-1)).toMatchObject({ cells: ['x'.repeat(199), 'y'], line: 1 + 10 * 1000 })
  })

  it('reads the same in one piece as in many', () => {
    const text = `a,b\n${`${'x'.repeat(199)},y\n`.repeat(10)}3,"open\n${`${'x'.repeat(199)},y\n`.repeat(5000)}6,"z"\n`
    const [whole, pieces] = [recordsOf(text), recordsOf(text, ',', 120_011)]
    expect(whole.flatMap(({ cells, line }) => cells ? [] : [line])).toEqual([12])
    expect(whole.length).toBe(1 + 10 + 1 + 5000 + 1)
    // As text: to compare thousands of objects takes seconds.
    expect(JSON.stringify(pieces)).toBe(JSON.stringify(whole))
  })

  it('refuses a row without an end, and takes one of a hundred thousand cells', () => {
    expect(() => recordsOf(`a,b\n${'x'.repeat(1_100_000)}`)).toThrow(expect.objectContaining({
      message: 'a row of more than 1000000 characters', place: { file: 'it.csv', line: 2 },
    }))
    expect(cellsOf(`a,b\n${'x,'.repeat(100_000)}\nc,d`).map(cells => cells?.length)).toEqual([2, 100_001, 2])
  })

  it('keeps a quote inside a bare cell', () => {
    expect(cellsOf('6" plate,2\n')).toEqual([['6" plate', '2']])
  })

  it('keeps rows that are shorter or longer than the header', () => {
    expect(cellsOf('a;b\n1\n1;2;3\n;\n', ';')).toEqual([['a', 'b'], ['1'], ['1', '2', '3'], ['', '']])
  })

  it('finds the delimiter of the header, whatever stands in quotes', () => {
    expect(sniffDelimiter('id;title;price')).toBe(';')
    expect(sniffDelimiter('"a,b,c,d"\tprice\tid')).toBe('\t')
    expect(sniffDelimiter('id')).toBe(',')
  })

  it('says in which column a cell starts', () => {
    expect(columnOfCell('ab,"c,d",e', ',', 2)).toBe(10)
    expect(columnOfCell('ab', ',', 1)).toBe(3)
    expect(columnOfCell('é🌿\t"x"\tlast\n', '\t', 2)).toBe(9)
    expect(columnOfCell('ab,c', ',', 0)).toBe(1)
  })

  it('says in which column every cell starts, whatever is in the cells before', () => {
    fc.assert(fc.property(fc.array(someCell, { minLength: 1, maxLength: 5 }), fc.nat(4), (cells, cell) => {
      fc.pre(cell < cells.length)
      const written = cells.map(value => `"${value.replaceAll('"', '""')}"`)
      expect(columnOfCell(`${written.join(';')}\n`, ';', cell)).toBe(written.slice(0, cell).join(';').length + (cell ? 2 : 1))
    }))
  })
})
