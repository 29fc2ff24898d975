import { describe, expect, it } from 'vitest'
import { toId } from './id.ts'
import { toItem } from './item.ts'
import { toCurrency, toPrice, toQuantity } from './money.ts'
import { toSearchTerm } from './searchTerm.ts'
import { toText } from './text.ts'
import { toUrl } from './url.ts'

const base = 'https://shop.example.com/p/1'

describe('boundary fields', () => {
  it('keeps hostile text letter by letter and drops what is no text', () => {
    for (const text of ["<img src=x onerror=alert(1)>", '{{7*7}}', 'Price $& $1', '&lt;b&gt;', '__proto__', 'Charger \u202egpj.exe']) {
      expect(toText(text)).toBe(text)
    }
    for (const value of [null, undefined, true, ['Red'], { type: 'div' }, '  \u3000 ', Number.NaN]) {
      expect(toText(value)).toBeUndefined()
    }
  })

  it('cuts between letters as people see them, and ends in an ellipsis', () => {
    expect(toText('Long name '.repeat(20000))).toHaveLength(200)
    expect(toText('ab👨‍👩‍👧', 4)).toBe('ab…')
    expect(toText('Line\u2028sep\r\n\tTab')).toBe('Line sep Tab')
  })

  it('keeps look-alike ids apart and refuses what is no id', () => {
    expect(toId(0)).toBe('0')
    expect(toId('1e3')).toBe('1e3')
    expect(toId('caf\u00e9')).not.toBe(toId('cafe\u0301'))
    for (const value of ['', ' ', '9'.repeat(5000), {}, Number.NaN, 1.5, null]) expect(toId(value)).toBeUndefined()
  })

  it.each(
    ['NaN', '1e309', -1, '12.50<script>', '1.234,56', '0x1F', 9007199254740992, {}, '٣٫٥', true, ''],
  )('has no price in %s', value => {
    expect(toPrice(value)).toBeUndefined()
  })

  it('reads prices, currencies and quantities that are plain', () => {
    expect(toPrice('12.75')).toBe(12.75)
    expect(toPrice(0)).toBe(0)
    expect(toCurrency('eur')).toBe('EUR')
    expect(toCurrency('EURO')).toBeUndefined()
    expect(toQuantity('12')).toBe(12)
    for (const value of [0, -1, 1.5, '1e3', 1e7]) expect(toQuantity(value)).toBeUndefined()
  })

  it('takes an item for sold out by a plain no alone', () => {
    expect(toItem({ item_id: 'a', in_stock: false }, { base })).toEqual({ item_id: 'a', in_stock: false })
    for (const in_stock of [true, 'false', 0, null, '']) {
      expect(toItem({ item_id: 'a', in_stock }, { base })).toEqual({ item_id: 'a' })
    }
  })

  it.each([
    'javascript:alert(1)', ' java\tscr\nipt:alert(1)', '\u0001javascript:alert(1)', 'data:image/svg+xml,<svg/>',
    '//evil.example.org/p',
    '/\\evil.example.org/p', 'https://shop.example.com@evil.example.org/', 'https://shop.example.com.evil.example.org/',
    'blob:https://shop.example.com/0f', 'http://[::1', 'ftp://shop.example.com/p', 'http://shop.example.com/p', 7, null,
    `/a?${'b=c&'.repeat(9000)}`,
    'https:evil.example.org/p', 'https:/evil.example.org/p', ' \thttp\ns:evil.example.org', 'https:\\\\evil.example.org',
  ])('follows no link to %s', value => {
    expect(toUrl(value, base)).toBeUndefined()
  })

  it('keeps the shop\'s own addresses and the hosts that it named', () => {
    expect(toUrl('/p/2?size=7', base)).toBe('https://shop.example.com/p/2?size=7')
    expect(toUrl('https://cdn.example.net/1.jpg', base, ['cdn.example.net'])).toBe('https://cdn.example.net/1.jpg')
    expect(toUrl('/p/1" onmouseover="x', base)).toBe('https://shop.example.com/p/1%22%20onmouseover=%22x')
  })

  it('takes addresses, telephone and card numbers out of a search', () => {
    expect(toSearchTerm('jane.doe+test@example.com shoes size 7')).toBe('shoes size 7')
    expect(toSearchTerm('call me +44 7700 900123')).toBe('call me')
    expect(toSearchTerm('4111 1111 1111 1111')).toBeUndefined()
  })

  it.each([
    ['size 7 in 38', 'size 7 in 38'],
    ['4 x 100 g tea 2026', '4 x 100 g tea 2026'],
    ['mug jane%40example.com red', 'mug red'],
    ['mug jane%2540example.com', 'mug'],
    ['mug jane＠example.com', 'mug'],
    ['ring (030) 123.45.67 soon', 'ring ( soon'],
    ['ring 030%20123%204567', 'ring'],
    ['\u0664\u0661\u0661\u0661 \u0661\u0661\u0661\u0661 \u0661\u0661\u0661\u0661 \u0661\u0661\u0661\u0661 mug', 'mug'],
    ['5012345678900', undefined],
  ])('makes of the search %s: %s', (said, kept) => {
    expect(toSearchTerm(said)?.replace(/\s+/g, ' ')).toBe(kept)
  })

  it('leaves nothing of an address or a number, wherever the cut falls', () => {
    for (let length = 60; length <= 140; length++) {
      expect(toSearchTerm(`${'a '.repeat(length / 2)}jane.doe@example.com`)).not.toContain('jane')
      expect(toSearchTerm(`${'a '.repeat(length / 2)}+44 7700 900123`)).not.toMatch(/\d/)
    }
  })

  it('reads texts that never end in a time that does not grow with them', () => {
    for (const unit of ['a', '@', '1', '%40', '1 ', '\u0301', '\u200d']) {
      const long = unit.repeat(100_000)
      const startedAt = performance.now()
      for (const read of [toText, toSearchTerm, toId]) read(long)
      toUrl(`/${long.slice(0, 2047)}`, base)
      // A thousand times what it takes, for machines that are busy; a pattern that grows with the square takes longer still.
      expect(performance.now() - startedAt, JSON.stringify(unit)).toBeLessThan(2000)
      // The reason: everything behind four times the limit is cut before any pattern looks at it.
      expect(toText(long)).toBe(toText(long.slice(0, 801)))
    }
  })
})
