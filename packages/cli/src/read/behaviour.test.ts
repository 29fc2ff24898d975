import { DuckDBInstance } from '@duckdb/node-api'
import { describe, expect, it } from 'vitest'
import { temporaryFolder, writeFile } from '../testing/smallShop.ts'
import type { EventRow } from './eventRow.ts'
import type { OrderLine } from './lineCheck.ts'
import type { EventsOptions } from './readEvents.ts'
import { readEvents } from './readEvents.ts'
import type { InputsRead } from './readInputs.ts'
import type { OrdersRead } from './readOrders.ts'
import { readOrders } from './readOrders.ts'
import { createRefusals } from './refusals.ts'

const folder = temporaryFolder()
const latest = Date.UTC(2026, 10, 23)

async function orders(path: string, named?: [string, string][]): Promise<OrdersRead & { lines: OrderLine[]; refused: string[] }> {
  const lines: OrderLine[] = []
  const refused = createRefusals()
  const read = await readOrders(path, { refused, latest, ...(named && { named: new Map(named) }) }, line => void lines.push(line))
  return { ...read, lines, refused: refused.list().map(({ reason, example }) => `${reason}: ${example}`) }
}

async function events(
  path: string, options: Partial<EventsOptions> = {},
): Promise<InputsRead & { seen: EventRow[]; refused: string[] }> {
  const seen: EventRow[] = []
  const refused = createRefusals()
  const read = await readEvents(path, { refused, latest, ...options }, row => void seen.push(row))
  return { ...read, seen, refused: refused.list().map(({ reason, example }) => `${reason}: ${example}`) }
}

it('Shopify orders: order fields stand on the first row, cancelled and refunded orders are left out, e-mails become hashes', async () => {
  /** Shopify help, "Exporting orders": one row per line item. */
  const text = [
    'Name,Email,Financial Status,Paid at,Fulfillment Status,Currency,Subtotal,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Cancelled at,Refunded Amount,Id',
    '#1001,Ann@Example.org,paid,2026-01-02 10:00:00 +0100,,GBP,9,2026-01-02 10:00:00 +0100,2,Mug,3.00,M-1,,0,900',
    '#1001,,,,,,,,1,Tin,3.00,T-1,,,',
    '#1002,ann@example.org,refunded,2026-01-03 10:00:00 +0100,,GBP,3,2026-01-03 10:00:00 +0100,1,Mug,3.00,M-1,,3,901',
    '#1003,bob@example.org,paid,,,GBP,3,2026-01-04 10:00:00 +0100,1,Mug,3.00,M-1,2026-01-05 10:00:00 +0100,0,902',
    '#1003,,,,,,,,1,Tin,3.00,T-1,,,',
    '#1004,bob@example.org,partially_refunded,,,GBP,3,2026-01-05 10:00:00 +0100,1,Mug,3.00,,,1,903', '',
  ].join('\n')
  const { lines, leftOut, files, refused } = await orders(writeFile(folder, 'shopify.csv', text))
  expect(files[0]!.recognised.format).toBe('shopify-orders')
  const at = Date.UTC(2026, 0, 2, 9)
  expect(lines.map(({ customerId: _, ...line }) => line)).toEqual([
    { orderId: '#1001', itemId: 'M-1', at, quantity: 2, price: 3, currency: 'GBP' },
    { orderId: '#1001', itemId: 'T-1', at, quantity: 1, price: 3, currency: 'GBP' },
  ])
  expect(lines[0]!.customerId).toMatch(/^[\da-f]{64}$/)
  expect(lines[1]!.customerId).toBe(lines[0]!.customerId)
  expect(leftOut).toEqual([{ reason: 'cancelled orders', rows: 2 }, { reason: 'refunded orders', rows: 1 }])
  expect(refused).toEqual([expect.stringContaining('an item id that is empty')])
  // The same shopper in another spelling is one shopper.
  const again = await orders(writeFile(folder, 'again.csv', `${text.split('\n', 2).join('\n')}\n#1005,ann@example.org,paid,,,GBP,3,2026-01-05,1,Mug,3,M-1,,,9\n`))
  expect(again.lines[1]!.customerId).toBe(again.lines[0]!.customerId)
})

it('WooCommerce orders of the REST API: variation before product number, status, guests', async () => {
  /** WooCommerce REST API documentation, orders: `wc/v3/orders`. */
  const order = (id: number, status: string, lines: object[], customer = 0, email = ''): object => ({
    id, status, currency: 'USD', date_created_gmt: '2026-03-22T19:28:02', customer_id: customer, billing: { email },
    line_items: lines,
  })
  const lines = [
    { product_id: 93, variation_id: 0, sku: 'A', quantity: 2 }, { product_id: 22, variation_id: 23, sku: '', quantity: 1 },
  ]
  const path = writeFile(folder, 'woo.json', JSON.stringify([
    order(727, 'processing', lines, 7), order(728, 'cancelled', lines), order(
      729, 'completed', [lines[0]!], 0, 'ann@example.org',
    ),
  ]))
  const read = await orders(path)
  expect(read.files[0]!.recognised.format).toBe('woocommerce-orders')
  expect(read.lines.map(({ orderId, itemId, quantity }) => [orderId, itemId, quantity])).toEqual(
    [['727', '93', 2], ['727', '23', 1], ['729', '93', 2]],
  )
  expect([read.lines[0]!.customerId, read.lines[2]!.customerId.length, read.lines[0]!.at]).toEqual(
    ['7', 64, Date.UTC(2026, 2, 22, 19, 28, 2)],
  )
  expect(read.leftOut).toEqual([{ reason: 'cancelled orders', rows: 2 }])
  const bySku = await orders(path, [['orders.item_id', 'sku']])
  expect(bySku.lines.map(line => line.itemId)).toEqual(['A', 'A'])
})

describe('GA4 BigQuery export', () => {
  /** Google, "BigQuery Export schema": microseconds, `event_params` by key, numbers as text in JSON. */
  const ga4 = (name: string, seconds: number, items: object[], more: object = {}): object => ({
    event_date: '20260302', event_timestamp: String(Date.UTC(2026, 2, 2, 10, 0, seconds) * 1000 + 123), event_name: name,
    user_pseudo_id: '123.456',
    event_params: [
      { key: 'ga_session_id', value: { int_value: '1700000000' } }, { key: 'page_title', value: { string_value: 'Mug' } },
    ], items, ...more,
  })
  const rows = [
    ga4('view_item', 1, [{ item_id: 'A', item_name: 'Mug', price: 3.5 }]), ga4('scroll', 2, []), ga4(
      'add_to_cart', 3, [{ item_id: 'A', quantity: '2' }],
    ),
    ga4('view_item', 4, [{ item_id: '(not set)' }]), ga4('view_item', 5, [{ item_id: 'B' }], { user_pseudo_id: null }),
    ga4(
      'purchase', 9, [{ item_id: 'A', quantity: '2' }, { item_id: 'B' }], { ecommerce: { transaction_id: 'T1' }, user_id: 'U7' },
    ),
  ]
  const at = Date.UTC(2026, 2, 2, 10)
  const lines = [
    { orderId: 'T1', itemId: 'A', customerId: 'U7', at: at + 9000, quantity: 2 },
    { orderId: 'T1', itemId: 'B', customerId: 'U7', at: at + 9000, quantity: 1 },
  ]
  const seen = [['view', 'A', 1], ['cart', 'A', 3], ['purchase', 'A', 9], ['purchase', 'B', 9]]

  it.each(['jsonl', 'parquet'])('gives orders and events, from %s', async kind => {
    let path = writeFile(folder, 'ga4.jsonl', `${rows.map(row => JSON.stringify(row)).join('\n')}\n`)
    if (kind === 'parquet') {
      const instance = await DuckDBInstance.create(':memory:')
      const connection = await instance.connect()
      await connection.run(`COPY (SELECT * REPLACE (CAST(event_timestamp AS BIGINT) AS event_timestamp) FROM read_json('${path}')) TO '${folder}/ga4.parquet'`)
      connection.closeSync()
      instance.closeSync()
      path = `${folder}/ga4.parquet`
    }
    const read = await orders(path)
    expect(read.files[0]!.recognised.format).toBe('ga4')
    expect(read.lines).toEqual(lines)
    const found = await events(path)
    expect(found.seen.map(({ event, itemId, at: when }) => [event, itemId, (when - at) / 1000])).toEqual(seen)
    expect(new Set(found.seen.map(row => row.sessionId))).toEqual(new Set(['123.456.1700000000']))
    expect(found.leftOut).toEqual(
      [{ reason: 'events without items', rows: 1 }, { reason: 'events without a visitor (no consent)', rows: 1 }],
    )
    expect(found.refused).toEqual([expect.stringContaining('an item id that is empty')])
  })
})

it('Segment warehouse tables: products as JSON text, visits made of what one browser did', async () => {
  /** Segment, "Warehouse schemas": one table an event, arrays as JSON text, context flattened. */
  const tables = temporaryFolder()
  writeFile(tables, 'order_completed.csv', [
    'id,received_at,original_timestamp,anonymous_id,user_id,event,order_id,products,context_page_url',
    'e1,2026-01-02 10:00:00,2026-01-02 09:59:00.123,an1,u1,order_completed,O1,"[{""product_id"":""P1"",""sku"":""A"",""quantity"":2},{""product_id"":""P2""}]",/',
    'e2,2026-01-02 10:00:00,2026-01-02 09:59:00,an1,u1,order_completed,O2,not json,/', '',
  ].join('\n'))
  writeFile(tables, 'product_viewed.csv', [
    'id,received_at,original_timestamp,anonymous_id,user_id,event,product_id,sku',
    'e3,2026-01-02 09:00:00,2026-01-02 09:00:00,an1,,product_viewed,P1,A',
    'e4,2026-01-02 09:00:00,2026-01-02 09:45:00,an1,,product_viewed,P3,', '',
  ].join('\n'))
  const read = await orders(`${tables}/order_completed.csv`)
  expect(read.lines.map(({ orderId, itemId, customerId, quantity }) => [orderId, itemId, customerId, quantity]))
    .toEqual([['O1', 'A', 'u1', 2], ['O1', 'P2', 'u1', 1]])
  expect(read.refused).toEqual(
    [expect.stringMatching(/^products that are no JSON list: order_completed\.csv:3:.*"8 characters"$/)],
  )
  const found = await events(tables)
  expect(found.seen.map(({ sessionId, event, itemId }) => [sessionId, event, itemId])).toEqual([
    ['an1 1', 'purchase', 'A'], ['an1 1', 'purchase', 'P2'], ['an1 0', 'view', 'A'], ['an1 1', 'view', 'P3'],
  ])
})

describe('events of any tool', () => {
  it.each([
    ['of our own form', 'session_id,timestamp,event,sku\nS,2026-01-02T10:00:00Z,view_item,A\nS,2026-01-02T10:00:01Z,scroll,A\nS,2026-01-02T10:00:02Z,Product Added,B\n'],
    ['of epoch milliseconds and other names', 'visitId;eventTime;action;itemid\nS;1767348000000;view;A\nS;1767348002000;cart;B\n'],
    [
      'with sessions alone (session-rec: SessionId, Time, ItemId)',
      'SessionId\tTime\tItemId\nS\t1767348000.277\tA\nS\t1767348002\tB\n',
    ],
    [
      'without sessions (timestamp, visitorid, event, itemid)',
      'timestamp,visitorid,event,itemid,transactionid\n1767348002000,S,addtocart,B,\n1767348000000,S,view,A,\n',
    ],
  ])('%s are read', async (what, text) => {
    const { seen } = await events(writeFile(folder, 'events.csv', text))
    const sorted = [...seen].sort((a, b) => a.at - b.at)
    expect(sorted.map(({ itemId, at }) => [itemId, Math.floor((at - 1767348000000) / 1000)])).toEqual([['A', 0], ['B', 2]])
    expect(sorted.map(row => row.event)).toEqual(['view', what.includes('alone') ? 'view' : 'cart'])
    expect(new Set(sorted.map(row => row.sessionId)).size).toBe(1)
  })

  it('of unknown kinds are counted by name and left out, before anything else of them is judged', async () => {
    const path = writeFile(
      folder, 'kinds.csv',
      'session_id,timestamp,event,sku\nS,soon,scroll,\nS,1767348000,search,\nS,1767348000,scroll,A\n,1767348000,view,A\n',
    )
    const { leftOut, refused, rows } = await events(path)
    expect(leftOut).toEqual([{ reason: 'events scroll', rows: 2 }, { reason: 'events search', rows: 1 }])
    expect([rows, refused]).toEqual([4, ['a session id that is empty or too long: kinds.csv:5:1: ""']])
  })

  it('show nobody\'s name or address in a message, also when the cells of a row have slipped', async () => {
    const rows = ['Ann Smith', 'ann@example.org', '12 Long Lane', 'Bartholomewsonian'].map(
      (value, at) => `S,${value},view,A${at}`,
    )
    const lines = ['order_id,item_id,time,customer_id', ...rows.map(row => row.replace('view,', '')), '1,A,soon,C', ''].join('\n')
    const { refused } = await events(writeFile(folder, 'slipped.csv', `session_id,timestamp,event,sku\n${rows.join('\n')}\n`))
    expect(refused).toEqual(['a time that is none: slipped.csv:2:3: "9 characters"'])
    const other = await orders(writeFile(folder, 'slipped-orders.csv', lines.replace(/^S,(.*),A/gm, '1,A,$1,C')))
    expect(other.refused.join()).not.toMatch(/Ann|example|Lane|Barth/)
  })
})
