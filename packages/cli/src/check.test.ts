import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { check } from './check.ts'
import { guessWhy } from './read/guessWhy.ts'
import type { Ran } from './testing/runMain.ts'
import { runMain } from './testing/runMain.ts'
import { smallCatalogue, smallOrders, temporaryFolder, writeFile } from './testing/smallShop.ts'

const folder = temporaryFolder()
const catalogue = writeFile(folder, 'catalogue.csv', smallCatalogue())
const orders = writeFile(folder, 'orders.csv', smallOrders())

const run = (...argv: string[]): Promise<Ran> => runMain('check', ...argv)

describe('shopside check', () => {
  it('says what each file is, how many orders it finds in the catalogue, and what the model would lack', async () => {
    const { code, out, err } = await run('--catalog', catalogue, '--orders', orders)
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('catalogue    40 rows read, 40 products')
    expect(out).toContain('catalogue.csv: table (--format generic)')
    expect(out).toMatch(/match +99\.\d % of [\d,]+ order lines name an item of the catalogue/)
    expect(out).toContain('not found, most frequent: GONE (1)')
    expect(out).toContain('missing      no picture: cards show a blank tile')
    expect(out).toContain('missing      no events: nothing is learnt of what is looked at next')
    expect(out).toMatch(/build +would be made/)
  })

  it('ends with 1 only when a build would refuse, and says why', async () => {
    const other = writeFile(folder, 'other.csv', 'order_id,item_id,time\n1,p000,2011-01-01\n2,p001,2011-01-01\n')
    const { code, out, err } = await run('--catalog', catalogue, '--orders', other)
    expect(code).toBe(1)
    expect(out).toContain('perhaps, for 2 rows: upper and lower case differ (p000 is P000?)')
    expect(err).toContain('not one order line names an item of the catalogue')
    expect((await run('--catalog', `${folder}/none.csv`)).err).toContain('no such file')
    expect((await run()).err).toContain('nothing to check')
    const json = JSON.parse((await run('--catalog', catalogue, '--orders', other, '--json')).out)
    expect(json.refusal.message).toContain('not one order line')
  })

  it('saves the columns it found as a map that build and check take', async () => {
    const map = `${folder}/map.json`
    await run('--catalog', catalogue, '--orders', orders, '--save-map', map)
    const saved = JSON.parse(readFileSync(map, 'utf8'))
    expect(saved).toMatchObject({ 'catalogue.item_id': 'item_id', 'catalogue.motif': 'motif', 'orders.time': 'time' })
    expect((await run('--catalog', catalogue, '--orders', orders, '--map-file', map)).code).toBe(0)
    const wrong = writeFile(folder, 'wrong.json', '[1]')
    expect((await run('--catalog', catalogue, '--map-file', wrong)).err).toContain('is no column map')
  })

  it('finds orders by another id of the item, and says when customers or a currency are missing', async () => {
    const woo = writeFile(
      folder, 'woo.csv', 'ID,Type,SKU,Name,Published,Visibility in catalog,Regular price,Parent\n7,simple,S-7,Mug,1,visible,3,\n',
    )
    const bySku = writeFile(folder, 'sku.csv', 'order_id,sku,time\n1,S-7,2011-01-01\n2,7,2011-01-01\n')
    const report = await check({ catalogue: woo, orders: bySku })
    expect(report.matches).toEqual([{ role: 'orders', rows: 2, matched: 2, unmatched: [], guesses: [] }])
    expect(report.missing.join()).toMatch(/no currency: .*no customers: /)
  })
})

it.each([
  ['products of variants', 'G1', 'they are products, the catalogue has variants'],
  ['leading zeros', '42', 'leading zeros are missing in one of them'],
  ['numbers of a spreadsheet', '22423.0', 'a spreadsheet made numbers of them (22423.0)'],
  ['marks', 'AB12', 'blanks or marks differ'],
  ['a prefix', 'shopify_GB_99_22423', 'one of them has a prefix'],
  ['another shop', 'XYZ', undefined],
])('guesses why ids are not found: %s', (_, id, reason) => {
  const known = { itemIds: ['0042', '22423', 'AB-12'], groupIds: new Map([['G1', '22423']]) }
  expect(guessWhy(new Map([[id, 3]]), known).map(guess => [guess.reason, guess.rows])).toEqual(
    reason === undefined ? [] : [[reason, 3]],
  )
})
