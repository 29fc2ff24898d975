import { expect, it } from 'vitest'
import { readCsv } from './readCsv.ts'

it('reads quotes, commas and line ends inside quotes', () => {
  expect(readCsv('a,b\r\n"x ""y"", z","two\nlines"\r\n')).toEqual([{ a: 'x "y", z', b: 'two\nlines' }])
})

it('keeps empty cells, also the last', () => {
  expect(readCsv('a,b,c\n1,,\n')).toEqual([{ a: '1', b: '', c: '' }])
})

it('refuses a stray quote', () => {
  expect(() => readCsv('a\nx"y\n')).toThrow(SyntaxError)
})
