import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cdnowOrders } from './testing/cdnow/readCdnow.ts'
import { runMain } from './testing/runMain.ts'
import { temporaryFolder, writeFile } from './testing/smallShop.ts'

const folder = temporaryFolder()
const params = join(folder, 'params.json')
const orders = writeFile(folder, 'cdnow.csv', [
  'customer_id,time,units,value',
  ...cdnowOrders().map(({ customerId, day, units, value }) =>
    `${customerId},${new Date(day * 864e5).toISOString().slice(0, 10)},${units},${value}`), '',
].join('\n'))
const fitted = await runMain(
  'fit', '--orders', orders, '--until', '1997-09-30', '--zero-orders', '--out', params, '--margin', '0.4')

describe('shopside fit', () => {
  it('prints what it fitted, what came after, and how well it told it', () => {
    expect([fitted.code, fitted.err]).toEqual([0, ''])
    for (const words of [
      '6,919 rows, 1997-01-01 to 1998-06-30', '2,357 customers', '946 customers bought again', 'log-likelihood -9582.1357',
      'log-likelihood -4055.9177', 'holdout of 39 weeks', 'actual 1,882', 'correlation 0.627', 'AUC', 'seconds',
    ]) {
      expect(fitted.out).toContain(words)
    }
  })

  it('writes parameters that score reads', () => {
    expect(JSON.parse(readFileSync(params, 'utf8'))).toMatchObject({
      format: 'shopside-cltv', model: 'mbg-nbd', margin: 0.4, horizonWeeks: 52, annualRate: 0.1, priorOnly: false,
      repeatBuyers: 946,
      calibration: expect.any(Number), fittedTo: Date.UTC(1997, 8, 30),
    })
  })

  it('leaves guests, returns, cancelled orders and days of nothing out, and merges the orders of a store\'s day', async () => {
    const file = writeFile(folder, 'small.csv', [
      'order_id,customer_id,created_at,quantity,unit_price,status', '1,A,2026-01-01T23:30:00Z,2,3.50,paid', '1,,,1,4,',
      '2,A,2026-01-02T08:00:00Z,1,1,paid', '3,,2026-01-02,1,9,paid', '4,B,2026-01-03,-1,9,paid', '5,B,2026-01-03,1,9,refunded',
      '6,B,2026-01-03,1,0,paid', '7,C,2026-01-09,1,2,paid', '',
    ].join('\n'))
    const run = async (...more: string[]) => JSON.parse((await runMain('fit', '--orders', file, '--json', ...more)).out)
    const utc = await run()
    expect([utc.customers, utc.purchases, utc.zeroDays, utc.cltv.priorOnly]).toEqual([2, 3, 1, true])
    expect(utc.leftOut).toEqual(expect.arrayContaining([
      { reason: 'orders of guests', rows: 1 }, { reason: 'returns', rows: 1 }, { reason: 'refunded orders', rows: 1 },
    ]))
    expect((await run('--time-zone', 'Europe/Berlin')).purchases).toBe(2)
  })

  it.each([
    [['--orders', orders, '--model', 'pareto'], '--model pareto is none'],
    [['--orders', orders, '--until', '1996-01-01'], 'the orders begin on 1997-01-01'],
    [['--orders', orders, '--time-zone', 'Mars'], '--time-zone Mars is not known'],
    [['--orders', orders, '--margin', '40'], '--margin "40" is not from 0 to 1'],
    [['--orders', writeFile(folder, 'guests.csv', 'customer_id,time\n,2026-01-01\n')], 'holds no purchase of a known customer'],
    [['--orders', writeFile(folder, 'bare.csv', 'order_id,time\n1,2026-01-01\n')], 'no column for customer_id'],
  ])('says what is wrong with %j', async (argv, problem) => {
    const { code, err } = await runMain('fit', ...argv)
    expect(code).toBe(1)
    expect(err).toContain(problem)
  })
})

describe('shopside score', () => {
  const customers = writeFile(folder, 'customers.csv', 'ID,x,t_x,T,zbar\n1,2,30.43,38.86,22.35\n"a,b",0,0,38.86,0\n')

  it('prints a row for each customer, with the horizon beside', async () => {
    const { code, out } = await runMain('score', '--params', params, '--customers', customers)
    const [header, first, second] = out.trim().split('\n')
    expect(code).toBe(0)
    expect(header).toBe('id,x,t_x,T,m,p_alive,churn,expected_orders,expected_spend,lifetime_value,horizon_weeks,annual_rate')
    expect(first).toMatch(/^1,2,30\.43,38\.86,22\.35,0\.7\d+,0\.3\d+,1\.\d+,24\.6\d+,\d+\.\d+,52,0\.1$/)
    expect(second).toMatch(/^"a,b",0,0,38\.86,,0\.\d+,0\.\d+,0\.\d+,35\.\d+,\d+\.\d+,52,0\.1$/)
  })

  it('prints JSON lines over another horizon', async () => {
    const { out } = await runMain('score', '--params', params, '--customers', customers, '--json', '--horizon', '13')
    const [first] = out.trim().split('\n').map(line => JSON.parse(line))
    expect(first).toMatchObject({ id: '1', x: 2, t_x: 30.43, T: 38.86, m: 22.35, horizon_weeks: 13, annual_rate: 0.1 })
    const year = JSON.parse((await runMain('score', '--params', params, '--customers', customers, '--json')).out.split('\n')[0]!)
    expect(first.churn).toBeGreaterThan(year.churn)
    expect(first.lifetime_value).toBeLessThan(year.lifetime_value)
  })

  it.each([
    ['x,t_x,T\n1.5,1,2\n', 'rows.csv:2:1: x 1.5 is no whole number'],
    ['x,t_x,T\n1,3,2\n', 'rows.csv:2:3: t_x 3 is beyond T 2'],
    ['x,t_x,T\n0,1,2\n', 'rows.csv:2:3: t_x 1 without a repeat'],
    ['x,t_x,T\n1,1,2\n1,1,-3\n', 'rows.csv:3:5: "-3" is no T'],
    ['x,T\n1,2\n', 'no column for t_x'],
    ['x,t_x,T\n', 'has a header and no rows'],
  ])('stops at a row that cannot be: %j', async (text, problem) => {
    const { code, err } = await runMain('score', '--params', params, '--customers', writeFile(folder, 'rows.csv', text))
    expect(code).toBe(1)
    expect(err).toContain(problem)
  })

  it('takes no parameters that can make no sense', async () => {
    const bad = writeFile(folder, 'bad.json', '{"model":"mbg-nbd","r":-1}')
    expect((await runMain('score', '--params', bad, '--customers', customers)).err).toContain('r: is missing, or no parameter of a fit')
    const none = await runMain('score', '--params', join(folder, 'none.json'), '--customers', customers)
    expect(none.err).toContain('no such file')
  })
})
