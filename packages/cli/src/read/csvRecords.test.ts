import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnOfCell, createCsvSplitter, sniffDelimiter } from './csvRecords.ts'

const cellsOf = (text: string, delimiter = ','): (string[] | undefined)[] => createCsvSplitter(delimiter).push(text, true).map(record => record.cells)

describe('csv records', () => {
  it('gives back what was written, in whatever pieces it arrives', () => {
    const cell = fc.oneof(fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', ' ', '🌿', ';') }), fc.string({ minLength: 1 }))
      .map(text => text.replaceAll('\r', ''))
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 8 })
    fc.assert(fc.property(rows, fc.integer({ min: 1, max: 30 }), fc.constantFrom('\n', '\r\n'), (written, piece, end) => {
      const text = written.map(row => row.map(value => `"${value.replaceAll('"', '""')}"`).join(',') + end).join('')
      const splitter = createCsvSplitter(',')
      const read: (string[] | undefined)[] = []
      for (let at = 0; at < text.length; at += piece) read.push(...splitter.push(text.slice(at, at + piece), false).map(record => record.cells))
      read.push(...splitter.push('', true).map(record => record.cells))
      expect(read).toEqual(written)
    }))
  })

  it('names the line on which a record starts, counting line breaks in quotes', () => {
    const records = createCsvSplitter(',').push('a,b\n\n"x\ny",2\r\nlast,row', true)
    expect(records.map(record => [record.line, record.cells])).toEqual([[1, ['a', 'b']], [3, ['x\ny', '2']], [5, ['last', 'row']]])
  })

  it('gives up a record whose quote is never closed, and reads on at the next line', () => {
    expect(cellsOf('a,b\nsku2,"unterminated,9.99\nc,d')).toEqual([['a', 'b'], undefined, ['c', 'd']])
  })

  it('keeps a quote inside a bare cell', () => {
    expect(cellsOf('6" plate,2\n')).toEqual([['6" plate', '2']])
  })

  it('finds the delimiter of the header, whatever stands in quotes', () => {
    expect(sniffDelimiter('id;title;price')).toBe(';')
    expect(sniffDelimiter('"a,b,c,d"\tprice\tid')).toBe('\t')
    expect(sniffDelimiter('id')).toBe(',')
  })

  it('says in which column a cell starts', () => {
    expect(columnOfCell('ab,"c,d",e', ',', 2)).toBe(10)
    expect(columnOfCell('ab', ',', 1)).toBe(3)
  })
})
