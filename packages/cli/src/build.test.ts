import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { rowOf } from '@shopside/engine'
import { describe, expect, it } from 'vitest'
import { build } from './build.ts'
import type { CatalogueItem } from './read/catalogueItem.ts'
import { readCatalogue } from './read/readCatalogue.ts'
import { createRefusals } from './read/refusals.ts'
import { built, catalogue, folder, readBack, rowIds } from './testing/buildShop.ts'
import { shuffled, smallCatalogue, smallOrders, temporaryFolder, writeFile } from './testing/smallShop.ts'

describe('build', () => {
  it('gives the same bytes at 1, 2 and 4 threads, and with the rows in another order', async () => {
    const first = await built({ threads: 1, tune: true })
    const mixed = writeFile(folder, 'mixed.csv', shuffled(smallOrders()))
    const mixedCatalogue = writeFile(folder, 'mixed-catalogue.csv', shuffled(smallCatalogue()))
    for (const options of [
      { threads: 4, orders: mixed }, { threads: 2, catalogue: mixedCatalogue },
    ]) {
      const next = await built({ ...options, tune: true })
      expect(Buffer.compare(next.bytes, first.bytes), JSON.stringify(options)).toBe(0)
      expect(readdirSync(next.out).sort()).toEqual(readdirSync(first.out).sort())
    }
  })

  it('finds what is bought together, with "1 in n" where enough shoppers bought the item', async () => {
    const { model } = await built()
    const [first] = rowOf(model.boughtWith, model.indexOf('P004'))
    expect(model.itemId(first!.index)).toBe('P005')
    expect(first!.oneIn).toBe(2)
  })

  it('publishes no pair of fewer than three distinct shoppers, and says what that cost', async () => {
    const { model, report } = await built()
    expect(rowIds(model, 'boughtWith', 'P030')).toEqual([])
    const all = await built({ minShoppers: 1 })
    expect(rowIds(all.model, 'boughtWith', 'P030')).toEqual(['P031'])
    expect(all.report.pairs.kept).toBeGreaterThan(report.pairs.kept)
    expect(all.report.pairs.belowFloor).toBe(0)
    const one = writeFile(folder, 'one-shopper.csv', `order_id,item_id,time,customer_id\n${
      [1, 2, 3, 4].map(n => `A${n},P000,2011-0${n}-01,C1\nA${n},P001,2011-0${n}-01,C1`).join('\n')}\n`)
    const floor = await built({ orders: one })
    expect(floor.report.pairs).toMatchObject({ counted: 1, kept: 0, belowFloor: 2 })
  })

  it('counts an order without a customer as one shopper', async () => {
    const guests = writeFile(
      folder, 'guests.csv',
      `order_id,item_id,time\n${[1, 2, 3].map(n => `A${n},P000,2011-01-01\nA${n},P001,2011-01-01`).join('\n')}\n`,
    )
    const { model, report } = await built({ orders: guests })
    expect(report.store).toMatchObject({ orders: 3, customers: 0, shoppers: 3 })
    expect(rowIds(model, 'boughtWith', 'P000')).toEqual(['P001'])
  })

  it('calls popular what many distinct shoppers bought, never what one bought by the thousand', async () => {
    const { model } = await built()
    expect(model.popularRank(model.indexOf('P004'))).toBeLessThan(model.popularRank(model.indexOf('P020')))
    expect(model.popularKnown).toBeGreaterThan(0)
    expect(model.popularKnown).toBeLessThan(model.size)
  })

  it('knows re-order gaps of items that enough customers came back for', async () => {
    const { model } = await built()
    const again = model.reorder(model.indexOf('P000'))!
    expect(again.gapDays).toBeGreaterThan(27)
    expect(again.gapDays).toBeLessThan(33)
    // Too few came back for this one: as often as people do for its category, and as soon as for other items.
    expect(model.reorder(model.indexOf('P031'))).toMatchObject({ againShare: 1 / 8 })
  })

  it('takes price, day of the price, stock, link and first sale from the catalogue', async () => {
    const { model } = await built()
    expect(model.product(model.indexOf('P039'))).toEqual({
      itemId: 'P039', groupId: 'P039', title: 'pantry tin no 39', price: 10.75, currency: 'GBP', priceAt: Date.UTC(2011, 10, 26),
      category: 'Kitchen', kind: 'tin', motif: 'pantry', available: false, isNew: true, firstSoldAt: Date.UTC(2011, 10, 20),
      url: '/p/P039',
    })
    expect([...model.newest].map(index => model.itemId(index))).toEqual(['P037', 'P038', 'P039'])
    expect(model.asOf).toBe(Date.parse('2011-11-26T06:06Z'))
  })

  it('counts rows that are not in the catalogue, and goes on', async () => {
    const { report } = await built()
    expect(report.orders).toMatchObject({ notInCatalogue: 1, leftOut: [], refused: [] })
  })

  it('works from a catalogue of twenty products alone: similar and new', async () => {
    const alone = writeFile(folder, 'alone.csv', smallCatalogue(20))
    const out = temporaryFolder()
    const report = await build({ catalogue: alone, out })
    const { model } = readBack(out)
    expect(model.size).toBe(20)
    expect(report.orders).toBeUndefined()
    expect(model.popularKnown).toBe(0)
    const likeFirst = rowOf(model.similar, model.indexOf('P000')).slice(0, 3).map(edge => model.product(edge.index))
    expect(likeFirst.length).toBe(3)
    for (const { kind, motif } of likeFirst) expect(kind === 'mug' || motif === 'retrospot').toBe(true)
    expect([...model.newest].map(index => model.itemId(index))).toEqual(['P017', 'P018', 'P019'])
  })

  it('makes no neighbour of a colour twin in similar rows', async () => {
    const twins = writeFile(folder, 'twins.csv', [
      'item_id,item_group_id,title,colour', 'A,G,Clock red,red', 'B,G,Clock green,green', 'C,,Wall clock,', 'D,,Tea tin,',
      'E,,Tea mug,', 'F,,Jam jar,', '',
    ].join('\n'))
    const out = temporaryFolder()
    await build({ catalogue: twins, out })
    const { model } = readBack(out)
    expect(model.twins(model.indexOf('A')).map(index => model.itemId(index)).sort()).toEqual(['A', 'B'])
    expect(rowIds(model, 'similar', 'A')).toEqual(['C'])
  })

  it('lets no e-mail, name, address or customer id reach the output', async () => {
    const header = 'order_id,item_id,time,customer_id,email,name,street,item_name'
    const rows = smallOrders().trimEnd().split('\n').slice(1).map(row => {
      const [order, item, time, customer] = row.split(',')
      const id = customer ? `${customer}.jane.doe@example.com` : ''
      return `${order},${item},${time},${id},jane.doe@example.com,Jane Doe,1 Secret Street,Jane's thing`
    })
    const planted = writeFile(folder, 'planted.csv', `${[header, ...rows].join('\n')}\n`)
    const text = smallCatalogue().split('\n')
      .map((row, i) => i === 0 ? `${row},vendor_email` : row && `${row},owner@example.org`).join('\n')
    const plantedCatalogue = writeFile(folder, 'planted-catalogue.csv', text)
    const { bytes, out, report, model } = await built({ orders: planted, catalogue: plantedCatalogue })
    expect(rowIds(model, 'boughtWith', 'P002').length).toBeGreaterThan(0)
    const files = readdirSync(out).map(name => readFileSync(join(out, name), 'latin1'))
    const written = [...files, JSON.stringify(report), Buffer.from(bytes).toString('utf16le')].join('').toLowerCase()
    for (const secret of ['@example', 'jane', 'doe', 'secret', 'street', 'c12.', 'owner']) expect(written).not.toContain(secret)
  })

  it('reads packed files, semicolons, tabs, BOM, CRLF and decimal commas as the same catalogue', async () => {
    const itemsOf = async (path: string): Promise<CatalogueItem[]> => {
      const { items } = await readCatalogue(path, { refused: createRefusals(), dropped: createRefusals() })
      return items
    }
    const plain = await itemsOf(catalogue)
    const variants: [string, string | Uint8Array][] = [
      ['c1.csv.gz', gzipSync(smallCatalogue())],
      ['c2.csv', `\ufeff${smallCatalogue().replaceAll('\n', '\r\n')}`],
      ['c3.csv', smallCatalogue().replaceAll(',', ';').replace(/(\d)\.(\d\d)/g, '$1,$2')],
      ['c4.tsv', smallCatalogue().replaceAll(',', '\t')],
      ['c5.jsonl', smallCatalogue().trimEnd().split('\n').slice(1).map(row => {
        const names = smallCatalogue().split('\n', 1)[0]!.split(',')
        return JSON.stringify(Object.fromEntries(row.split(',').map((cell, at) => [names[at], cell])))
      }).join('\n')],
    ]
    for (const [name, text] of variants) {
      expect(await itemsOf(writeFile(folder, name, text)), name).toEqual(plain)
    }
  })

  it('understands the headers of a Shopify export: order fields on the first row only', async () => {
    const shopify = writeFile(folder, 'shopify.csv', [
      'Name,Email,Created at,Lineitem quantity,Lineitem name,Lineitem sku',
      ...[1, 2, 3].flatMap(n => [`#${n},c${n}@example.com,2011-03-0${n} 10:00:00 +0000,1,x,P000`, `#${n},,,2,y,P001`]),
    ].join('\n'))
    const { model, report } = await built({ orders: shopify })
    expect(report.store).toMatchObject({ orders: 3, customers: 3 })
    expect(rowIds(model, 'boughtWith', 'P000')).toEqual(['P001'])
  })

  it('takes columns by the names that --map gives', async () => {
    const named = writeFile(folder, 'named.csv', 'Artikel,Bezeichnung,Preis\nA,Tasse,"3,50"\nB,Teller,"4,00"\n')
    const out = temporaryFolder()
    await build({ catalogue: named, out, named: new Map([['item_id', 'Artikel'], ['title', 'Bezeichnung'], ['price', 'Preis']]) })
    const { model } = readBack(out)
    expect(model.product(model.indexOf('A'))).toMatchObject({ itemId: 'A', title: 'Tasse', price: 3.5 })
  })

  it('leaves prices of another currency out, says so, and never converts', async () => {
    const mixed = writeFile(folder, 'currencies.csv', 'id,title,price\nA,Mug,3.50 GBP\nB,Bowl,4 GBP\nC,Tin,9.99 EUR\n')
    const out = temporaryFolder()
    const { catalogue: report } = await build({ catalogue: mixed, out })
    expect(report!.dropped.map(({ reason, example }) => [reason, example])).toEqual([
      ['a price in another currency than most (GBP), which no card shows', 'currencies.csv:4:7: "EUR"'],
    ])
    const { model } = readBack(out)
    expect(model.currency).toBe('GBP')
    expect(['A', 'B', 'C'].map(itemId => model.product(model.indexOf(itemId)).price)).toEqual([3.5, 4, undefined])
  })

  it('prunes the weakest relations until the file fits its budget', async () => {
    const whole = await built()
    const { learntBytes } = whole.report
    const tight = await built({ budgetBytes: learntBytes - 100 })
    expect(tight.report.learntBytes).toBeLessThanOrEqual(learntBytes - 100)
    expect(tight.report.pruned).toBeGreaterThan(0)
    expect(tight.report.overBudget).toBe(false)
    expect(rowIds(tight.model, 'boughtWith', 'P002')[0]).toBe('P003')
  })
})
