import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readManifest, readNorms } from '@shopside/engine'
import type { StoreNorms } from '@shopside/engine'
import { describe, expect, it } from 'vitest'
import { build } from './build.ts'
import { check } from './check.ts'
import { learnNorms } from './learnNorms.ts'
import { report } from './report.ts'
import { catalogue, folder } from './testing/buildShop.ts'
import { temporaryFolder, writeFile } from './testing/smallShop.ts'

const now = Date.UTC(2012, 0)
/**
 * 40 customers at 14:00; customer n orders on n % 4 + 1 days, 10 days apart, two of P000 for 1.50 each instead of 2 every second
 * time.
 */
const rows = Array.from({ length: 40 }, (_, n) =>
  Array.from({ length: (n % 4) + 1 }, (_, turn) => {
    const date = new Date(Date.UTC(2011, 5, 1 + n + turn * 10, 14)).toISOString().slice(0, 16)
    return `${n}-${turn},P000,${date},C${n},2,${turn % 2 ? '1.50' : '2'},2`
  }),
).flat()
const header = 'order_id,item_id,time,customer_id,quantity,unit_price,list_price'
const orders = writeFile(folder, 'priced.csv', `${header}\n${rows.join('\n')}\n`)

describe('norms', () => {
  it('are told by the prices of most orders alone, and count those in another currency', async () => {
    const yen = 'J-1,P000,2011-07-01T14:00,J,1,9000,9500,JPY\nJ-1,P001,,,1,3000,,\n'
    const mixed = writeFile(folder, 'mixed.csv', `${header},currency\n${rows.map(row => `${row},GBP`).join('\n')}\n${yen}`)
    const { norms, orders: read } = await learnNorms({ orders: mixed, catalogue, now })
    expect(norms.lifecycle).toMatchObject({ moneyCuts: [4, 7, 11, 14], bulkOrderValue: 4 })
    expect(read!.dropped).toEqual([{
      reason: 'an amount in JPY, where most orders are in GBP: the order counts, its amount is not known', rows: 2,
      remedy: 'give one currency a file', example: 'mixed.csv:102:41: "JPY"',
    }])
    const checked = await check({ orders: mixed, catalogue, now })
    expect(checked.inputs.find(({ role }) => role === 'orders')!.dropped).toEqual(read!.dropped)
    expect((await report({ orders: mixed, catalogue, now })).dropped).toEqual(read!.dropped)
    await expect(learnNorms({ orders: mixed, catalogue, now, strict: true })).rejects.toThrow('an amount in JPY')
  })

  it('are learnt from the orders of known customers', async () => {
    const { norms } = await learnNorms({ orders, catalogue, now })
    expect(norms).toMatchObject({
      format: 'shopside-norms',
      currency: 'GBP',
      asOf: Date.UTC(2011, 6, 17, 14) + 23 * 864e5,
      lifecycle: {
        gapDays: [10, 10, 10, 10],
        recencyCuts: expect.any(Array),
        // Purchase days 1 to 4, ten customers each; spend 4, 7, 11 and 14.
        frequencyCuts: [1, 2, 3, 4],
        moneyCuts: [4, 7, 11, 14],
        bulkUnitsPerLine: 2,
        bulkOrderValue: 4,
      },
      cltv: { priorOnly: true },
      weekdays: expect.any(Array),
      season: { years: 0.1 },
      tastes: { discounted: 0.4, shares: { category: { 'Tea & Table': 1 }, kind: { mug: 1 }, motif: { retrospot: 1 } } },
      categories: {
        '': {
          again: 0.75,
          lnGapMean: 2.3,
          lnGapSd: 0,
          units: 2,
          lnPriceMean: expect.closeTo(Math.log(2) * 0.6 + Math.log(1.5) * 0.4, 2),
        },
      },
    })
    expect(norms.hours!.indexOf(1)).toBe(14)
  })

  it('are refused with too few customers', async () => {
    const few = writeFile(folder, 'few.csv', `${header}\n${rows.slice(0, 30).join('\n')}\n`)
    await expect(learnNorms({ orders: few, now })).rejects.toThrow('fewer than 20 known customers')
  })

  it('lie in the model folder, the same bytes at any number of threads, without counts of customers', async () => {
    const texts = await Promise.all(
      [1, 2].map(async threads => {
        const out = temporaryFolder()
        await build({ catalogue, orders, out, now, tune: false, threads, timeZone: 'Europe/London' })
        const manifest = readManifest(JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')))
        if ('reason' in manifest) throw new Error(manifest.reason)
        return readFileSync(join(out, manifest.files.norms!.path), 'utf8')
      }),
    )
    expect(texts[1]).toBe(texts[0])
    const norms = readNorms(JSON.parse(texts[0]!)) as StoreNorms
    expect(norms).toMatchObject({ timeZone: 'Europe/London', lifecycle: { gapDays: [10, 10, 10, 10] } })
    expect(texts[0]).not.toMatch(/customers|"orders"|logLikelihood/)
  })

  it('are not written where nobody asks, and not by floors that few customers would meet', async () => {
    const out = temporaryFolder()
    const { norms, files } = await build({ catalogue, orders, out, now, tune: false, norms: false })
    expect([norms, files.map(({ path }) => path.split('.', 1)[0])]).toEqual([undefined, ['model', 'manifest']])
  })
})
