import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { temporaryFolder, writeFile } from '../testing/smallShop.ts'
import { openDatabase } from '../train/database.ts'
import { nativePurchases } from './nativePurchases.ts'
import type { PurchasesOptions } from './readPurchases.ts'
import { readPurchases } from './readPurchases.ts'
import { createRefusals } from './refusals.ts'

const folder = temporaryFolder()
const options = (more: Partial<PurchasesOptions> = {}): PurchasesOptions =>
  ({ refused: createRefusals(), dropped: createRefusals(), latest: Date.UTC(2026, 10, 1), ...more })
const day = (text: string): number => Date.parse(text) / 86_400_000
const customersOf = async (text: string, name = 'orders.csv', more?: Partial<PurchasesOptions>) =>
  (await readPurchases(writeFile(folder, name, text), options(more))).customers

describe('readPurchases', () => {
  it('takes units times their price, before a line\'s or an order\'s own value', async () => {
    const head = 'customer_id,time,quantity,unit_price,line_value,order_value\n'
    expect(await customersOf(`${head}A,2026-01-01,2,3.50,99,99\n`)).toEqual([{ days: [day('2026-01-01')], values: [7] }])
    expect(await customersOf('customer_id,time,quantity,line_value\nA,2026-01-01,2,"1,299.00"\n')).toEqual(
      [{ days: [day('2026-01-01')], values: [1299] }])
  })

  it('counts a total that is written on every line of an order once', async () => {
    const head = 'order_id,email,created_at,lineitem_quantity,total\n'
    const text = `${head}1,A@x.example,2026-01-01,1,10\n1,,,1,10\n2,a@X.example,2026-01-01,1,5\n`
    expect(await customersOf(text)).toEqual([{ days: [day('2026-01-01')], values: [15] }])
  })

  it('takes prices from the catalogue where rows have none, and no values where one price is missing', async () => {
    const text = 'customer_id,time,sku,quantity\nA,2026-01-01,X,2\nA,2026-01-05,Y,1\n'
    const priceOf = new Map([['X', 3], ['Y', 4]])
    const days = [day('2026-01-01'), day('2026-01-05')]
    expect(await customersOf(text, 'bare.csv', { priceOf })).toEqual([{ days, values: [6, 4] }])
    priceOf.delete('Y')
    expect(await customersOf(text, 'bare.csv', { priceOf })).toEqual([{ days }])
  })

  it('reads orders of WooCommerce without tax and shipping', async () => {
    const order = (id: number, status: string, more: object) => JSON.stringify({
      id, status, date_created_gmt: '2026-01-01T23:30:00', total: '26.00', total_tax: '1.00', shipping_total: '5.00',
      customer_id: 7, billing: { email: '' }, line_items: [{ product_id: 1, quantity: 1 }], ...more,
    })
    const text = [order(1, 'completed', {}), order(2, 'cancelled', {}), order(3, 'processing', { customer_id: 0 })].join('\n')
    const found = await customersOf(text, 'woo.jsonl', { timeZone: 'Europe/Berlin' })
    expect(found).toEqual([{ days: [day('2026-01-02')], values: [20] }])
  })
})

describe('amounts in more than one currency', () => {
  const row = (customer: string, date: string, value: string, currency: string): string =>
    `${customer},2026-01-${date},${value},${currency}\n`
  const text = `customer_id,time,order_value,currency\n${row('A', '01', '20', 'EUR')}${row('A', '02', '3000', 'JPY')}`
    + `${row('B', '01', '30', 'eur')}${row('B', '02', '0', 'JPY')}${row('B', '03', '12', '')}${row('A', '03', '9000', 'jpy')}`
    + `${row('', '03', '9000', 'JPY')}${row('C', '01', '40', 'EUR')}${row('C', '01', '4000', 'JPY')}${row('D', '01', '5', 'EUR')}`

  it('keeps the days of the rarer one without their values, and counts its rows by their places', async () => {
    const dropped = createRefusals()
    const found = await customersOf(text, 'mixed.csv', { dropped })
    expect(found).toEqual([
      { days: ['2026-01-01', '2026-01-02', '2026-01-03'].map(day), values: [20, NaN, NaN] },
      { days: ['2026-01-01', '2026-01-03'].map(day), values: [30, 12] },
      { days: [day('2026-01-01')], values: [NaN] }, { days: [day('2026-01-01')], values: [5] },
    ])
    expect(dropped.list()).toEqual([{
      reason: 'an amount in JPY, where most orders are in EUR: the order counts, its amount is not known', rows: 3,
      remedy: 'give one currency a file', example: 'mixed.csv:3:19: "JPY"',
    }])
  })

  it('takes what an amount names before the column, and what the order\'s first row says for its others', async () => {
    const dropped = createRefusals()
    const head = 'name,email,created_at,lineitem_price,currency\n'
    const orders = '1,a@x.example,2026-01-01,10,EUR\n1,,,5,\n2,b@x.example,2026-01-01,900,JPY\n2,,,100,\n3,c@x.example,2026-01-01,7 EUR,JPY\n'
    const values = (await customersOf(head + orders, 'named.csv', { dropped })).flatMap(customer => customer.values)
    expect(values.toSorted((a, b) => a! - b!)).toEqual(expect.arrayContaining([15, 7, NaN]))
    expect(dropped.list().map(({ rows, example }) => [rows, example])).toEqual([[2, 'named.csv:4:30: "JPY"']])
  })

  it('is said of orders of WooCommerce, and of nothing that the catalogue prices', async () => {
    const dropped = createRefusals()
    const order = (id: number, currency: string): string => JSON.stringify({
      id, status: 'completed', currency, date_created_gmt: `2026-01-0${id}T08:00:00`, total: '26', customer_id: 7, line_items: [],
    })
    const [customer] = await customersOf([order(1, 'USD'), order(2, 'CAD'), order(3, 'USD')].join('\n'), 'two.jsonl', { dropped })
    expect([customer!.values, dropped.list()[0]!.example]).toEqual([[26, NaN, 26], 'two.jsonl:2: "CAD"'])
    const listed = 'customer_id,time,sku,currency\nA,2026-01-01,X,EUR\nA,2026-01-05,X,JPY\n'
    expect((await customersOf(listed, 'listed.csv', { priceOf: new Map([['X', 3]]) }))[0]!.values).toEqual([3, 3])
  })
})

describe('nativePurchases', () => {
  let database: Awaited<ReturnType<typeof openDatabase>>
  beforeAll(async () => {
    database = await openDatabase({ threads: 2 })
  })
  afterAll(() => database.close())

  const head = 'order_id,time,customer_id,quantity,unit_price\n'
  const rows = Array.from({ length: 300 }, (_, at) => {
    const customer = at % 7 === 0 ? '' : at % 5 === 0 ? `B${at % 35}@x.example` : `C${at % 40}`
    const date = new Date(Date.UTC(2026, 0, 1 + at % 90, at % 24, 5)).toISOString().slice(0, 16)
    const price = at % 13 === 0 ? 0 : (at % 17 + 0.1 * (at % 10)).toFixed(2)
    return `${at},${date},${customer},${at % 11 === 0 ? -1 : at % 4 || ''},${price}`
  })

  it.each([
    ['with values', head + rows.join('\n'), {}],
    ['with days of nothing', head + rows.join('\n'), { keepZero: true }],
    ['with one currency', `currency,${head}${rows.map((row, at) => `${at % 3 ? 'EUR' : ''},${row}`).join('\n')}`, {}],
    ['without values', `customer_id,time\n${rows.map(row => `${row.split(',')[2]},${row.split(',')[1]}`).join('\n')}`, {}],
  ])('gives what the other way gives, %s', async (name, text, more) => {
    const path = writeFile(folder, `${name.replaceAll(' ', '-')}.csv`, `${text}\n`)
    const found = await nativePurchases(database.connection, path, options(more))
    expect(found).toEqual(await readPurchases(path, options(more)))
    expect(found!.customers.length).toBeGreaterThan(30)
  })

  it.each([
    ['a time with a zone', `${head}1,2026-01-01T08:00:00Z,A,1,2\n`], ['a price with a mark', `${head}1,2026-01-01,A,1,£2\n`],
    ['a state of the order', 'time,customer_id,status\n2026-01-01,A,paid\n'],
    ['two currencies', `currency,${head}EUR,1,2026-01-01,A,1,2\nJPY,2,2026-01-01,A,1,2\n`],
    ['a time that has not come', `${head}1,2027-01-01,A,1,2\n`],
    ['a row that takes its order\'s time', `${head}1,2026-01-01,A,1,2\n1,,,1,2\n`],
  ])('leaves %s to the other way', async (_, text) => {
    expect(await nativePurchases(database.connection, writeFile(folder, 'other.csv', text), options())).toBeUndefined()
  })
})
