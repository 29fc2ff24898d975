import { describe, expect, it } from 'vitest'
import { check } from '../check.ts'
import { temporaryFolder, writeFile } from '../testing/smallShop.ts'
import { parseJson } from './parseJson.ts'

const folder = temporaryFolder()

describe('JSON with long numbers', () => {
  it('keeps every digit of a whole number beyond 2^53, and nothing else becomes a text', () => {
    expect(parseJson('{"id":12345678901234567890,"ids":[ -9007199254740993,9007199254740991],"at":1700000000000000}'))
      .toEqual({ id: '12345678901234567890', ids: ['-9007199254740993', 9007199254740991], at: 1700000000000000 })
    const text = '{"a \\" 12345678901234567890":"x, 12345678901234567890","b":0.12345678901234567890,"c":12345678901234567890e2}'
    expect(parseJson(text)).toEqual(JSON.parse(text))
  })

  it('says where a fault is in the text as it stands', () => {
    const text = '[12345678901234567890, 12345678901234567891, nope]'
    const faultOf = (read: (json: string) => unknown): string => {
      try {
        return String(read(text))
      } catch (error) {
        return (error as Error).message
      }
    }
    expect(faultOf(parseJson)).toBe(faultOf(JSON.parse))
  })

  it('makes two items of two ids that are one number, in a document, in lines and in their orders', async () => {
    const items = ['{"id":12345678901234567890,"title":"Mug"}', '{"id":12345678901234567891,"title":"Bowl"}']
    const orders = writeFile(folder, 'orders.jsonl', '{"order_id":1,"sku":12345678901234567891,"time":"2011-11-10"}\n')
    for (const catalogue of [
      writeFile(folder, 'items.json', `[${items.join(',')}]`), writeFile(folder, 'items.jsonl', items.join('\n')),
    ]) {
      const { inputs, matches } = await check({ catalogue, orders })
      expect(inputs[0]).toMatchObject({ taken: 2, dropped: [] })
      expect(matches[0]).toMatchObject({ rows: 1, matched: 1 })
    }
  })
})
