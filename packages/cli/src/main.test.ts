import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runMain } from './testing/runMain.ts'
import { smallCatalogue, smallOrders, temporaryFolder, writeFile } from './testing/smallShop.ts'

const folder = temporaryFolder()
const catalogue = writeFile(folder, 'catalogue.csv', smallCatalogue())
const orders = writeFile(folder, 'orders.csv', smallOrders())

describe('shopside build', () => {
  it('prints what it read, refused, learnt and wrote', async () => {
    const out = temporaryFolder()
    const { code, out: text, err } = await runMain('build', '--catalog', catalogue, '--orders', orders, '--out', out)
    expect([code, err]).toEqual([0, ''])
    for (const words of [
      '40 products', 'orders', '60 customers', 'counted', 'kept', 'dropped by the floor', 'not in the catalogue', 'manifest.json',
      'bytes', 'seconds',
    ]) {
      expect(text).toContain(words)
    }
    const names = readdirSync(out).map(name => name.replace(/\.[\da-f]{16}/, '')).sort()
    expect(names).toEqual(['manifest.json', 'model.bin', 'norms.json'])
  })

  it('prints nothing but JSON with --json, and nothing at all with --quiet', async () => {
    const { out } = await runMain('build', '--catalog', catalogue, '--orders', orders, '--out', temporaryFolder(), '--json')
    const report = JSON.parse(out)
    expect(report.items).toBe(40)
    expect(report.files[0].path).toMatch(/^model\.[\da-f]{16}\.bin$/)
    const quiet = await runMain('build', '--catalog', catalogue, '--out', temporaryFolder(), '--quiet')
    expect(quiet).toEqual({ code: 0, out: '', err: '' })
  })

  it('says file, line, column and value of a mistake and what to do, and ends with 1', async () => {
    const bad = writeFile(folder, 'bad.csv', 'order_id,item_id,time\n1,P000,soon\n')
    const { code, err, out } = await runMain('build', '--catalog', catalogue, '--orders', bad, '--out', temporaryFolder(), '--strict')
    expect([code, out]).toEqual([1, ''])
    expect(err).toBe('error bad.csv:2:8: a time that is none: "soon"\n      write 2011-11-30 or 2011-11-30T08:26\n')
  })

  it.each([
    [['build'], '--out'],
    [['build', '--out', join(folder, 'x')], 'nothing to build from'],
    [['build', '--catalog', catalogue, '--out', join(folder, 'x'), '--memory', '1kB'], '--memory "1kB"'],
    [['build', '--catalog', catalogue, '--out', join(folder, 'x'), '--now', 'today'], '--now today is no date'],
    [['sql', '--dialect', 'bigquery'], '--dialect bigquery is not verified'],
    [['build', '--catalog', catalogue, '--out', join(folder, 'x'), '--neighbors', '3'], 'no option --neighbors'],
    [['build', '--catalog', catalogue, '--out', join(folder, 'x'), '--neighbours', 'many'], '--neighbours "many"'],
    [['build', '--catalog', catalogue, '--out', join(folder, 'x'), '--budget', 'small'], '--budget "small"'],
    [['build', '--catalog', catalogue, '--out', join(folder, 'x'), '--map', 'price'], '--map "price"'],
    [['build', '--catalog', catalogue, '--out', join(folder, 'x'), '--map', 'prize=Preis'], 'the map names "prize", which is no field'],
    [['check', '--catalog', catalogue, '--map', 'orders.title=Name'], 'the map names "orders.title", which is no field'],
    [['build', '--catalog', catalogue, orders, '--out', join(folder, 'x')], 'no place for'],
    [['check', '--catalog', catalogue, '--save-map', join(folder, 'none', 'map.json')], 'cannot be written'],
    [['sql', '--dialect', 'duckdb', '--out', join(folder, 'none', 'count.sql')], 'cannot be written'],
    [['rank', '--model', join(folder, 'none'), '--contexts', orders], 'manifest.json: no such file'],
    [['train'], 'no command "train"'],
    [['__proto__'], 'no command'],
    [['evaluate', '--catalog', catalogue, '--orders', orders, '--split', '10/11/2011'], 'no date'],
  ])('refuses %j', async (argv, words) => {
    const { code, err } = await runMain(...argv)
    expect(code).toBe(1)
    expect(err).toContain(words)
    expect(err).not.toContain('    at ')
    expect(existsSync(join(folder, 'x'))).toBe(false)
  })

  it('explains itself', async () => {
    expect((await runMain('--help')).out).toContain('evaluate')
    expect((await runMain('build', '--help')).out).toContain('--min-shoppers')
  })
})

describe('shopside evaluate', () => {
  it('prints the newest row that training saw, the first row of the test, and a table per question', async () => {
    const { code, out } = await runMain('evaluate', '--catalog', catalogue, '--orders', orders, '--split', '2011-10-01')
    expect(code).toBe(0)
    for (const words of [
      'newest row that training', 'first row of the test', 'T3', 'hit@5', 'popularity', 'cosine', 'bought-together',
      'for-you', 'buy-again', 'personal frequency',
    ]) {
      expect(out).toContain(words)
    }
  })
})

describe('shopside sql', () => {
  it('prints every statement with its values, and the tables to bring and to export', async () => {
    const { code, out } = await runMain('sql', '--dialect', 'postgres')
    expect(code).toBe(0)
    const parts = ['order_input(order_id', 'CREATE TABLE pair AS', 'CREATE TABLE bought_after AS', 'SELECT item, gap_days FROM reorder_gap']
    for (const words of parts) {
      expect(out).toContain(words)
    }
    expect(out.replace(/^--.*$/gm, '')).not.toContain('$')
    const file = join(folder, 'count.sql')
    expect(await runMain('sql', '--dialect', 'postgres', '--out', file)).toEqual({ code: 0, out: '', err: '' })
    expect(readFileSync(file, 'utf8')).toBe(out)
  })
})

it('the .sql files lie where the loader looks', () => {
  for (const name of readdirSync(join(import.meta.dirname, 'sql')).filter(file => file.endsWith('.sql'))) {
    expect(readFileSync(join(import.meta.dirname, 'sql', name), 'utf8')).toMatch(
      new RegExp(`(TABLE|VIEW) ${name.replace('.sql', '')} AS`),
    )
  }
})
