import { describe, expect, it } from 'vitest'
import { report } from './report.ts'
import { printShopReport } from './report/shop/printShopReport.ts'
import { shopPage } from './report/shop/shopPage.ts'
import { catalogue, folder } from './testing/buildShop.ts'
import { runMain } from './testing/runMain.ts'
import { writeFile } from './testing/smallShop.ts'

const day = 864e5
const start = Date.UTC(2011, 0, 1, 12)
const date = (at: number): string => new Date(at).toISOString().slice(0, 16)
/** 30 customers: ten order every 10 days until the end, ten from the 27th on stop after 90 days, ten order once at the start; and one guest. */
const rows = Array.from({ length: 30 }, (_, n) => {
  const [times, after] = n < 10 ? [20, 0] : n < 20 ? [10, 26] : [1, 0]
  return Array.from({ length: times }, (_, turn) => `${n}-${turn},P000,${date(start + (after + turn * 10) * day)},C${n},1,2.50`)
}).flat()
const orders = writeFile(
  folder,
  'report.csv',
  `order_id,item_id,time,customer_id,quantity,unit_price\n${rows.join('\n')}\nguest,P001,2011-02-01,,1,1\n`,
)
const found = await report({ orders, catalogue, now: Date.UTC(2012, 0) })

describe('shopside report', () => {
  it('counts every customer in one stage at the end of each month', () => {
    expect(found).toMatchObject({ customers: 30, orders: 310, guestOrders: 1, currency: 'GBP' })
    // All gaps are 10 days, so that 11 days without an order are too long; the best fifth ordered 20 times.
    const stages = ['loyal', 'active', 'new', 'casual', 'at-risk', 'lapsed'].map(id => found.members.get(id)?.at(-1) ?? 0)
    expect(stages).toEqual([10, 0, 0, 0, 0, 20])
    for (const month of found.ends.keys()) {
      expect(
        ['loyal', 'active', 'new', 'casual', 'at-risk', 'lapsed'].reduce(
          (sum, id) => sum + (found.members.get(id)?.[month] ?? 0),
          0,
        ),
      ).toBe(30)
    }
    expect(found.ends.map(end => new Date(end).toISOString().slice(0, 10))).toEqual([
      '2011-01-31',
      '2011-02-28',
      '2011-03-31',
      '2011-04-30',
      '2011-05-31',
      '2011-06-30',
      '2011-07-10',
    ])
  })

  it('counts those who lapse in a month without an order of theirs', () => {
    // The last orders of ten are of 27 April.
    expect(found.members.get('lapsed')).toEqual([10, 10, 10, 10, 20, 20, 20])
  })

  it('counts changes of stage at the times they happen, also between the ends of months', () => {
    expect(found.moves).toEqual([
      { from: 'active', to: 'lapsed', times: 10 },
      { from: 'active', to: 'loyal', times: 10 },
      { from: 'new', to: 'active', times: 10 },
    ])
  })

  it('prints a table and a page that needs nothing else', () => {
    const text = printShopReport(found)
    for (const words of ['30 of 310 orders; 1 order of guests left out', 'Loyal', 'Frequent buyer', 'rfm', 'Active to lapsed'])
      expect(text).toContain(words)
    const page = shopPage(found)
    expect(page).toContain('<svg')
    expect(page).not.toMatch(/<script|https?:|src=|href=|C1\b/)
  })

  it('refuses orders without customers with a remedy', async () => {
    const guests = writeFile(folder, 'guests.csv', 'order_id,item_id,time\n1,P000,2011-01-01\n')
    expect(await runMain('report', '--orders', guests)).toMatchObject({
      code: 1,
      err: expect.stringContaining('give more orders, with a customer_id'),
    })
  })
})
