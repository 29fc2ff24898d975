import { readFileSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { personas } from '../shop/personas.ts'
import { readOrders } from './readOrders.ts'

const header = 'order_id,line_no,time,customer_id,country,sku,quantity,unit_price\n'

describe('readOrders', () => {
  it('counts distinct customers, never units, and an order without customer as one shopper', () => {
    const { customers } = readOrders(gzipSync(`${header}1,1,2011-11-01T09:00,7,UK,A,80995,1
2,1,2011-11-02T09:00,7,UK,A,1,1
3,1,2011-11-02T09:00,,UK,A,1,1
4,1,2011-11-02T09:00,,UK,A,1,1
5,1,2011-09-01T09:00,9,UK,A,1,1`), new Set())
    expect(customers.get('A')).toBe(3)
  })

  it('keeps the orders of those asked for, oldest first, with all their lines', () => {
    const { orders } = readOrders(gzipSync(`${header}2,1,2011-11-02T09:00,7,UK,A,1,2.5
1,1,2011-01-01T09:00,7,UK,A,6,2.1
1,2,2011-01-01T09:00,7,UK,B,1,1
3,1,2011-01-01T09:00,8,UK,B,1,1
`), new Set(['7']))
    expect([...orders.keys()]).toEqual(['7'])
    expect(orders.get('7')?.map(({ id, lines }) => [id, lines.length])).toEqual([['1', 2], ['2', 1]])
    expect(orders.get('7')?.[1]).toEqual(
      { id: '2', at: Date.UTC(2011, 10, 2, 9), lines: [{ itemId: 'A', quantity: 1, price: 2.5 }] },
    )
  })

  it('reads the real file, which has no quoted cell and the orders of everybody one can be', () => {
    const file = readFileSync(new URL('../data/orders.csv.gz', import.meta.url))
    expect(gunzipSync(file).includes('"')).toBe(false)
    const { orders, customers } = readOrders(file, new Set(personas.map(({ id }) => id)))
    expect([...orders.keys()].sort()).toEqual(personas.map(({ id }) => id).sort())
    expect(orders.get('18058')).toHaveLength(1)
    expect(customers.size).toBeGreaterThan(2000)
  })
})
