import { describe, expect, it } from 'vitest'
import { cleanText, toId } from './cleanText.ts'
import { parseAmount, sniffDecimalMark } from './parseAmount.ts'
import { parseTime } from './parseTime.ts'

describe('times', () => {
  it.each([
    ['2011-11-10', Date.UTC(2011, 10, 10)], ['2011-11-10T08:26', Date.UTC(2011, 10, 10, 8, 26)],
    ['2011/11/10 08:26:30', Date.UTC(2011, 10, 10, 8, 26, 30)],
    ['2011-11-10 08:26:00 +0100', Date.UTC(2011, 10, 10, 7, 26)], ['2011-11-10T08:26:00.123Z', Date.UTC(2011, 10, 10, 8, 26)],
    ['2011-11-10 08:26:00 UTC', Date.UTC(2011, 10, 10, 8, 26)], ['20111110', Date.UTC(2011, 10, 10)],
    ['1320912000', 1320912000000], ['1320912000.277', 1320912000277], ['2011-11-10 08:26:00+00', Date.UTC(2011, 10, 10, 8, 26)],
    ['1320912000000', 1320912000000], ['2012-02-29', Date.UTC(2012, 1, 29)],
  ])('reads %s', (text, at) => expect(parseTime(text)).toBe(at))

  it.each([
    '', 'now', '0000-00-00', '2026-02-30', '2011-02-29', '10/11/2026', '8640000000000001', '-1', '9999-12-31T23:59:59Z',
    '2011-11-10T25:00', '2011-13-01', '١٢',
  ])('refuses %j', text => expect(parseTime(text)).toBeUndefined())
})

describe('amounts', () => {
  it.each([
    ['12.90', 12.9], ['12,90', 12.9], ['1,299.00', 1299], ['1.299,00', 1299], ['1,299', 1299], ['0.1', 0.1], ['7', 7],
    ['1 299,50', 1299.5], ["1'299.50", 1299.5],
  ])('reads %s', (text, value) => expect(parseAmount(text, '.')).toEqual({ value }))

  it.each([
    ['12.90 GBP', 12.9, 'GBP'], ['£4.25', 4.25, 'GBP'], ['9,99 €', 9.99, 'EUR'], ['HK$1,299.00', 1299, 'HKD'],
    ['EUR 5', 5, 'EUR'],
  ])('reads %s with its currency', (text, value, currency) => expect(parseAmount(text, '.')).toEqual({ value, currency }))

  it('lets the column decide what one separator before three digits means', () => {
    expect(parseAmount('1.299', ',')).toEqual({ value: 1299 })
    expect(parseAmount('1.299', '.')).toEqual({ value: 1.299 })
    expect(sniffDecimalMark(['1.299', '12,90', '3,5'])).toBe(',')
    expect(sniffDecimalMark(['1,299', '12.90'])).toBe('.')
  })

  it('names no currency for a bare dollar sign', () => expect(parseAmount('$5', '.')).toEqual({ value: 5 }))

  it.each(['', 'NaN', '1e309', '-1', '12.50<script>', '0x1F', '٣٫٥', '9007199254740992', 'true', '1.2.3', '1,2,3', '.', ','])(
    'refuses %j', text => expect(parseAmount(text, '.')).toBeUndefined())
})

describe('text and ids', () => {
  it('keeps ids as they stand, apart from blanks around them', () => {
    for (const id of ['0', '007', '1e3', '__proto__', 'SKU-1', 'cafe\u0301', '../../etc/passwd', 'p,1']) {
      expect(toId(` ${id} `)).toBe(id)
    }
  })

  it('refuses ids that are empty, too long or hold control characters', () => {
    for (const id of ['', '  ', '9'.repeat(201), 'a\nb', 'a\0b']) expect(toId(id)).toBeUndefined()
  })

  it('puts a title on one line and cuts it between characters', () => {
    expect(cleanText(' Ros\u00e9\n  mug\t', 300)).toBe('Ros\u00e9 mug')
    expect(cleanText('🌿'.repeat(200), 301)).toBe('🌿'.repeat(150))
  })
})
