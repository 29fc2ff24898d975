import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { DuckDBConnection } from '@duckdb/node-api'
import { DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { temporaryFolder, writeFile } from '../testing/smallShop.ts'
import { openNativeEvents, openNativeOrders } from './nativeSource.ts'
import { readEvents } from './readEvents.ts'
import { readOrders } from './readOrders.ts'
import { createRefusals } from './refusals.ts'

const latest = Date.UTC(2026, 10, 23)
const folder = temporaryFolder()
let instance: DuckDBInstance
let connection: DuckDBConnection
beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:', { threads: '2' })
  connection = await instance.connect()
})
afterAll(() => {
  connection.closeSync()
  instance.closeSync()
})

async function rowsOf(select: string): Promise<unknown[]> {
  return (await connection.runAndReadAll(select)).getRowsJson().map(row => (row as unknown[]).map(value => String(value)))
}

/** Both ways of one file of orders; `native` is undefined where the file is left to the other way. */
async function bothOrders(path: string): Promise<{ native: unknown; other: unknown }> {
  const [refused, otherRefused] = [createRefusals(), createRefusals()]
  const lines: string[][] = []
  const read = await readOrders(path, { refused: otherRefused, latest }, line => void lines.push(
    [
      line.orderId, line.itemId, line.customerId, String(line.at), String(line.quantity), String(line.price ?? null),
      String(line.listPrice ?? null),
    ],
  ))
  const source = await openNativeOrders(connection, path, { refused, latest })
  const quantities = (row: unknown): unknown =>
    (row as string[]).map((value, at) => at >= 4 && value !== 'null' ? String(Number(value)) : value)
  return {
    native: source && {
      rows: source.rows, kept: source.kept, leftOut: source.leftOut, refused: refused.list(),
      lines: (await rowsOf(source.select)).map(quantities),
    },
    other: { rows: read.rows, kept: lines.length, leftOut: read.returns, refused: otherRefused.list(), lines },
  }
}

async function bothEvents(path: string): Promise<{ native: unknown; other: unknown }> {
  const [refused, otherRefused] = [createRefusals(), createRefusals()]
  const lines: string[][] = []
  const read = await readEvents(path, { refused: otherRefused, latest }, row => void lines.push(
    [row.sessionId, String(row.at), row.event, row.itemId, row.customerId],
  ))
  const source = await openNativeEvents(connection, path, { refused, latest })
  return {
    native: source && { rows: source.rows, refused: refused.list(), lines: await rowsOf(source.select), leftOut: source.leftOut },
    other: {
      rows: read.rows, refused: otherRefused.list(), lines, leftOut: read.leftOut.reduce((sum, { rows }) => sum + rows, 0),
    },
  }
}

const quoted = (cell: string): string => /[",\n\r]|^ | $/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
const csv = (header: string, rows: readonly (readonly string[])[]): string =>
  `${[header, ...rows.map(row => row.map(quoted).join(','))].join('\n')}\n`

const anId = fc.oneof(
  { weight: 900, arbitrary: fc.stringMatching(/^[A-Z]\d{1,3}$/) },
  { weight: 90, arbitrary: fc.constantFrom('', ' A1 ', 'Café 7', 'x'.repeat(201), '007', '1e3', '日本', 'a b') },
  { weight: 1, arbitrary: fc.constantFrom('a\u00a0', '😀', 'a"b', 'a\tb') },
)
const aTime = fc.oneof(
  {
    weight: 900, arbitrary: fc.constantFrom(
      '2011-11-10', '2011-11-10T08:26', '2011-11-10 08:26:30', '2011-11-10 08:26:30 UTC', '2011-11-10T08:26:30.123Z',
      '1320912000',
      '1320912000000', '2011-11-10T08:26:30+01:00', '2011/11/10 08:26', '2011-11-10 08:26:00-05:30', '1320912000.75',
      ' 2011-11-10',
      '2011-11-10 08:26:00+02', '2012-02-29',
    ),
  },
  {
    weight: 90, arbitrary: fc.constantFrom(
      'soon', '2011-02-30', '2031-01-01', '1969-01-01', '0001-01-01', '2011-13-01', '-1', '2011-11-10T08:61', '9999999999999',
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom('', '10/11/2011', '20111110', '2011-11-10T08:26:60', '2011-11-10T24:00', '12') },
)
const aCustomer = fc.constantFrom('', 'C1', 'C2', 'Ann@Example.org', 'ann@example.org', 'Jörg')
const aQuantity = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('1', '12', '2,5', '') }, fc.constantFrom('0', '-3', 'two', '1e3', '1234567890'),
)

const cleanOrders: [string, string, string, string, string][] = [
  ['O1', 'A1', '2011-11-10', 'C1', '2'], ['O1', 'A2', '2011-11-10', 'C1', '2,5'], ['O2', 'A1', 'soon', '', '1'],
]

describe('a file that DuckDB reads by itself', () => {
  it('gives the order lines and counts of the other way, or is left to it', async () => {
    const rows = fc.array(fc.tuple(anId, anId, aTime, aCustomer, aQuantity), { minLength: 20, maxLength: 80 })
    let native = 0
    let number = 0
    await fc.assert(fc.asyncProperty(rows, fc.boolean(), async (lines, packed) => {
      const text = csv('order_id,sku,time,customer_id,quantity', lines)
      const name = `orders${number++ % 4}.csv${packed ? '.gz' : ''}`
      const both = await bothOrders(writeFile(folder, name, packed ? gzipSync(text) : text))
      if (both.native === undefined) return
      native++
      expect(both.native).toEqual(both.other)
    }), { numRuns: 5, examples: [[cleanOrders, false], [cleanOrders, true]] })
    // Not a test of the fallback alone: the two examples are clean.
    expect(native).toBeGreaterThanOrEqual(2)
  })

  it('gives the events and counts of the other way, or is left to it', async () => {
    const anEvent = fc.constantFrom('view', 'add_to_cart', 'Product Viewed', 'purchase', 'scroll', '')
    const rows = fc.array(fc.tuple(anId, aTime, anEvent, anId, aCustomer), { minLength: 20, maxLength: 80 })
    let native = 0
    await fc.assert(fc.asyncProperty(rows, async lines => {
      const text = csv('session_id,timestamp,event,sku,customer_id', lines)
      const both = await bothEvents(writeFile(folder, 'events.csv', text))
      if (both.native === undefined) return
      native++
      expect(both.native).toEqual(both.other)
    }), { numRuns: 4, examples: [
      [[['V1', '1320912000', 'view', 'A1', ''], ['V1', '2011-11-10', 'purchase', 'A2', 'C1'], ['V2', 'soon', 'view', 'A1', '']]],
    ] })
    expect(native).toBeGreaterThanOrEqual(1)
  })

  it('has prices, and leaves forms that stand for more than digits to the other way', async () => {
    const pricesOf = async (name: string, text: string): Promise<{ native: boolean; prices: string[][] }> => {
      const { native, other } = await bothOrders(writeFile(folder, name, text))
      if (native !== undefined) expect(native).toEqual(other)
      return { native: native !== undefined, prices: (other as { lines: string[][] }).lines.map(line => line.slice(4)) }
    }
    const header = 'order_id,item_id,time,quantity,unit_price,list_price'
    const plain = await pricesOf('priced.csv', csv(header, [
      ['1', 'A', '2011-11-10', '1', '2.50', '3'], ['2', 'A', '2011-11-10', '2', '1,5', ''], ['3', 'A', '2011-11-10', '3', '0', '-1'],
    ]))
    expect(plain).toEqual({ native: true, prices: [['1', '2.5', '3'], ['2', '1.5', 'null'], ['3', '0', 'null']] })
    const written = await pricesOf('written.csv', csv(header, [
      ['1', 'A', '2011-11-10', '1', '£2', '1,850.00'], ['2', 'A', '2011-11-10', '2', '1.234,56 €', '1,850'],
      ['3', 'A', '2011-11-10', '3', 'ask us', '0,125'],
    ]))
    expect(written).toEqual({ native: false, prices: [['1', '2', '1850'], ['2', '1234.56', '1850'], ['3', 'null', '0.125']] })
    const lines = await pricesOf('priced.jsonl', [
      '{"order_id":1,"sku":"A","time":"2011-11-10","quantity":2,"unit_price":18.5}',
      '{"order_id":2,"sku":"A","time":"2011-11-10","quantity":2.5,"unit_price":"18.50"}',
      '{"order_id":3,"sku":"A","time":"2011-11-10","quantity":-1,"unit_price":7}', '',
    ].join('\n'))
    expect(lines).toEqual({ native: true, prices: [['2', '18.5', 'null'], ['2.5', '18.5', 'null']] })
  })

  it('may be JSONL or Parquet', async () => {
    const lines = writeFile(folder, 'orders.jsonl', [
      '{"order_id":1,"sku":"A1","time":"2011-11-10","quantity":2}',
      '{"order_id":2,"sku":22423,"time":1320912000,"customer_id":null}',
      '{"order_id":3,"sku":"","time":"2011-11-10"}', '',
    ].join('\n'))
    const json = await bothOrders(lines)
    expect(json.native).toEqual(json.other)
    const parquet = `${folder}/orders.parquet`
    await connection.run(`COPY (SELECT 1.0::DOUBLE AS order_id, 22423.0::DOUBLE AS sku, TIMESTAMP '2011-11-10 08:26:00' AS time
      UNION ALL SELECT 2, NULL, TIMESTAMP '2011-11-10 08:26:00' UNION ALL SELECT 3, 7, TIMESTAMPTZ '2031-11-10 08:26:00+00') TO '${parquet}'`)
    const columns = await bothOrders(parquet)
    expect(columns.native).toEqual(columns.other)
    expect(columns.native).toMatchObject({ rows: 3, kept: 1, lines: [['1', '22423', '', '1320913560000', '1', 'null', 'null']] })
  })

  it('names line and column of a refused row as the other way does, whatever stands in the cells before', async () => {
    const both = await bothOrders(writeFile(folder, 'place.csv', csv('title,order_id,sku,time', [
      ['Mug "large", red', '1', 'A', '2011-11-10'], ['é🌿, small', '2', 'B', 'soon'], ['Tin', '3', 'C', 'later'],
      ['Tin', '4', 'C', '2011-11-10'],
      ['Tin', '5', 'C', '2011-11-10'],
    ])))
    expect(both.native).toEqual(both.other)
    expect(both.native).toMatchObject({ refused: [{ rows: 2, example: 'place.csv:3:18: "soon"' }] })
  })

  it('hands all rows on in one go where none is bad, and no row where one is', async () => {
    const good = '1,A,2011-11-10,2\n1,B,2011-11-10,-1\n2,A,2011-11-11,1\n'
    const insertInto = (table: string) => async (select: string): Promise<number> => {
      await connection.run(`CREATE TABLE ${table} (order_id VARCHAR, item_id VARCHAR)`)
      return (await connection.run(`INSERT INTO ${table} SELECT order_id, item_id FROM (${select})`)).rowsChanged
    }
    const open = (rows: string, table: string) => openNativeOrders(
      connection, writeFile(folder, `${table}.csv`, `order_id,sku,time,quantity\n${rows}`),
      { refused: createRefusals(), latest, insert: insertInto(table) })
    const rowsOf = async (table: string) => (await connection.runAndReadAll(`SELECT * FROM ${table}`)).getRowsJson()

    expect(await open(good, 'clean')).toMatchObject({ inserted: true, rows: 3, kept: 2, leftOut: 1 })
    expect(await rowsOf('clean')).toEqual([['1', 'A'], ['2', 'A']])
    expect(await open(`${good}3,A,soon,1\n`, 'bad')).toMatchObject({ inserted: false, rows: 4, kept: 2, leftOut: 1 })
    expect(await rowsOf('bad')).toEqual([])
  })

  it('may hold quotes after blanks inside cells, however long it is', async () => {
    const rows = Array.from({ length: 15_000 }, (_, at) => `Mug "no" ${at},${at},A,2011-11-10`)
    const path = writeFile(folder, 'long.csv', `title,order_id,sku,time\n${rows.join('\n')}\n`)
    const source = await openNativeOrders(connection, path, { refused: createRefusals(), latest })
    expect(source).toMatchObject({ rows: 15_000, kept: 15_000 })
  })

  it.each([
    ['a quote that is never closed', 'order_id,sku,time\n1,"A,2011-11-10\n2,B,2011-11-10\n'],
    ['a blank before a quote', 'order_id,sku,time\n1, "A",2011-11-10\n'],
    ['cells that are too many', 'order_id,sku,time\n1,A,2011-11-10\n2,B,2011-11-10,x\n'],
    ['rows that go on with the order above', 'order_id,sku,time\n1,A,2011-11-10\n1,B,\n'],
    ['an entry that is no object', '{"order_id":"1","sku":"A","time":"2011-11-10"}\n7\n'],
    ['a quantity that is written with a fraction of nothing', '{"order_id":1,"sku":"A","time":"2011-11-10","quantity":2.0}\n'],
    ['a number that is written with a fraction', '{"order_id":1.0,"sku":"A","time":"2011-11-10"}\n'],
    ['an id of more digits than a number holds', '{"order_id":1,"sku":12345678901234567890,"time":"2011-11-10"}\n'],
    ['a line that names the delimiter', 'sep=;\norder_id;sku;time\n1;A;2011-11-10\n'],
    ['events without sessions', 'visitorid,timestamp,itemid\n1,1320912000,A\n'],
  ])('is not one with %s', async (what, text) => {
    const path = writeFile(folder, `left-${createHash('md5').update(what).digest('hex')}`, text)
    const refused = createRefusals()
    const events = what.startsWith('events')
    const source = await (events ? openNativeEvents : openNativeOrders)(connection, path, { refused, latest })
    expect([source, refused.total]).toEqual([undefined, 0])
  })
})
