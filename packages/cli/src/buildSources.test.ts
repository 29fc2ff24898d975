import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { build } from './build.ts'
import { built, catalogue, folder, orders, readBack, rowIds } from './testing/buildShop.ts'
import { smallEvents } from './testing/smallEvents.ts'
import { shuffled, temporaryFolder, writeFile } from './testing/smallShop.ts'

const events = writeFile(folder, 'visits.csv', smallEvents())

describe('build', () => {
  it('gives the same bytes at 1 and 4 threads with the events in another order', async () => {
    const first = await built({ events, threads: 1, tune: true })
    const mixed = writeFile(folder, 'mixed-visits.csv', shuffled(smallEvents()))
    expect(Buffer.compare((await built({ events: mixed, threads: 4, tune: true })).bytes, first.bytes)).toBe(0)
  })

  it('learns from events alone: items are those that occur, purchases among them are orders', async () => {
    const out = temporaryFolder()
    const report = await build({ events, out, now: Date.UTC(2012, 0), tune: false })
    const { model } = readBack(out)
    expect(model.size).toBe(40)
    expect(model.product(model.indexOf('P000')).title).toBe('P000')
    expect(report.store.orders).toBe(50)
    expect(report.events).toMatchObject({ notInCatalogue: 0, refused: [] })
    expect(rowIds(model, 'viewed', 'P002')).toContain('P003')
    expect(model.asOf).toBeGreaterThan(Date.UTC(2011, 10, 15))
  })

  it('lets evaluate see no visit that reaches beyond its split, and no later order', async () => {
    const before = Date.UTC(2011, 10, 1)
    const { model, report } = await built({ events, seen: { before, catalogue: items => items } })
    expect(model.asOf).toBeLessThan(before)
    expect(report.views!.visits).toBeLessThan(125)
  })

  it('takes relations of another system in place of its own, whatever their shoppers', async () => {
    const relations = writeFile(folder, 'relations.csv', [
      'relation,item_id,other_id,weight', 'bought_with,P000,P010,4', 'bought_with,P000,P011,8', 'bought_with,P000,GONE,8', 'liked,P000,P001,1',
      'bought_with,P001,P002,none', 'bought_with,P001,P001,1', '',
    ].join('\n'))
    const own = await built()
    const { model, report } = await built({ relations })
    expect(rowIds(model, 'boughtWith', 'P000')).toEqual(['P011', 'P010'])
    expect(rowIds(model, 'boughtWith', 'P002')).toEqual([])
    expect(rowIds(model, 'similar', 'P002')).toEqual(rowIds(own.model, 'similar', 'P002'))
    expect(report.relations).toMatchObject({ kept: { boughtWith: 2 }, notInCatalogue: 1 })
    expect(report.relations!.refused.map(({ reason }) => reason).sort()).toEqual([
      'a weight that is no number above 0', 'an item as its own neighbour', 'an unknown relation',
    ])
  })

  it.each([
    ['of which more than half cannot be used', 'liked,P000,P001,1\nliked,P001,P002,1\nviewed,P000,P001,1\n', '2 of 3 rows of the relations cannot be used'],
    ['of which no row names known items', 'viewed,GONE,P001,1\nviewed,P000,LOST,1\n', 'not one row of the relations names two items'],
    ['without rows', '', 'has a header and no rows'],
  ])('refuses relations of another system %s', async (_, rows, message) => {
    const relations = writeFile(folder, 'wrong.csv', `relation,item_id,other_id,weight\n${rows}`)
    await expect(built({ relations })).rejects.toThrow(message)
  })

  it('knows what is bought after an item, and after how long', async () => {
    const { model, report } = await built()
    // Customers buy a pair, and 65 days later the next one.
    expect(rowIds(model, 'boughtAfter', 'P004')).toContain('P006')
    expect(model.afterDays(model.indexOf('P004'))).toBeGreaterThan(20)
    expect(model.afterDays(model.indexOf('P004'))).toBeLessThan(135)
    expect(report.after.kept).toBeGreaterThan(0)
  })

  it('refuses what cannot be: nothing to build from, tables beside orders, tables that are missing or of another shape', async () => {
    const out = temporaryFolder()
    await expect(build({ out })).rejects.toThrow('nothing to build from')
    await expect(build({ out, orders, tables: folder })).rejects.toThrow('counted orders and events already')
    await expect(build({ out, catalogue, tables: folder })).rejects.toThrow('item_no.csv is missing')
    const tables = join(temporaryFolder(), 'tables')
    mkdirSync(tables)
    writeFileSync(join(tables, 'item_no.csv'), 'item,item_id,category\n0,P000,0\n')
    await expect(build({ out, catalogue, tables })).rejects.toThrow('item_sale.csv is missing')
    writeFileSync(join(tables, 'item_sale.csv'), 'item,shoppers\n0,many\n')
    await expect(build({ out, catalogue, tables })).rejects.toThrow('item_sale cannot be read')
  })
})
