import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { build } from './build.ts'
import { built, catalogue, folder, readBack } from './testing/buildShop.ts'
import { smallOrders, temporaryFolder, writeFile } from './testing/smallShop.ts'

describe('bad rows', () => {
  const rows = [
    'item_id,title,price', 'A,Mug,3.50', ',No id,1', 'B,,1', 'C,Bowl,soon', 'A,Mug again,4', 'D,Tin,1', 'E,Tea towel,2',
    'F,"unclosed,2', 'G,Jug,2', 'H,too,many,cells', 'I,Cup,1', 'J,Jar,1', '',
  ].join('\n')

  it('are left out and counted by reason, with file, line, column and value of the first', async () => {
    const bad = writeFile(folder, 'bad.csv', rows)
    const out = temporaryFolder()
    const { items, catalogue: report } = await build({ catalogue: bad, out })
    expect(items).toBe(7)
    expect(report!.refused.map(({ reason, rows, example }) => [reason, rows, example])).toEqual([
      ['a quote that is never closed', 1, 'bad.csv:9:3: "\\""'],
      ['more or fewer cells than the header', 1, 'bad.csv:11:12: "4 cells"'],
      ['an id that is empty or too long', 1, 'bad.csv:3:1: ""'],
      ['no title', 1, 'bad.csv:4:3: ""'],
    ])
    expect(report!.dropped.map(({ reason, example }) => [reason, example])).toEqual([
      ['a price that is no amount', 'bad.csv:5:8: "soon"'],
      ['the same id again: the later row counts', 'bad.csv:6:1: "A"'],
    ])
    const { model } = readBack(out)
    expect(model.product(model.indexOf('A'))).toMatchObject({ title: 'Mug again', price: 4 })
    expect(model.product(model.indexOf('C')).price).toBeUndefined()
  })

  it('stop everything when they are most of the file, or with --strict at the first', async () => {
    const bad = writeFile(folder, 'bad.csv', rows)
    const strict = build({ catalogue: bad, out: temporaryFolder(), strict: true })
    await expect(strict).rejects.toMatchObject({ place: { file: 'bad.csv', line: 9 } })
    const worse = writeFile(folder, 'worse.csv', 'order_id,item_id,time\n1,P000,soon\n2,P001,later\n3,P002,2011-01-01\n')
    const mostlyBad = build({ catalogue, orders: worse, out: temporaryFolder() })
    await expect(mostlyBad).rejects.toThrow('2 of 3 rows of the orders cannot be used')
  })

  it('include times that have not come yet, so that a wrong clock makes nothing else old', async () => {
    const future = writeFile(folder, 'future.csv', `${smallOrders()}X,P000,2031-01-01,C1,1\n`)
    const { report, model } = await built({ orders: future })
    expect(report.orders!.refused[0]!.reason).toBe('a time that has not come yet')
    expect(model.asOf).toBeLessThan(Date.UTC(2012, 0))
  })
})

describe('wrong input', () => {
  const cases: [string, string, string | Uint8Array | undefined, Record<string, unknown>][] = [
    ['a missing file', 'missing.csv', undefined, { message: 'no such file' }],
    ['an empty file', 'empty.csv', '', { message: 'is empty' }],
    ['a file of blanks', 'blank.csv', ' \n\n', { message: 'is empty' }],
    ['a header without rows', 'header.csv', 'order_id,item_id,time\n', { message: 'has a header and no rows' }],
    [
      'a missing column', 'column.csv', 'order_id,what,time\n1,2,3\n',
      { message: 'no column for item_id', place: { file: 'column.csv', line: 1 } },
    ],
    ['Latin-1', 'latin.csv', Buffer.from('order_id,item_id,time\n1,P000,2011-01-01\n2,caf\xe9,2011-01-01\n', 'latin1'),
      { message: 'is not utf-8', place: { file: 'latin.csv', line: 3, column: 6 } }],
    [
      'a cut gzip', 'cut.csv.gz', gzipSync(smallOrders()).subarray(0, 300),
      { message: expect.stringContaining('cannot be unpacked') },
    ],
    ['an unknown kind of file', 'orders.xlsx', 'PK', { message: 'unknown kind of file' }],
    ['broken Parquet', 'orders.parquet', 'PAR1 no', { message: expect.stringContaining('cannot be read') }],
    [
      'ids of another shop', 'other.csv', 'order_id,item_id,time\n1,X,2011-01-01\n',
      { message: expect.stringContaining('not one order line') },
    ],
  ]

  it.each(cases)('%s is named with its remedy, and the last good model stays as it was', async (_, name, content, expected) => {
    const { out } = await built()
    const before = readdirSync(out).map(file => [file, readFileSync(join(out, file), 'latin1')])
    const path = content === undefined ? join(folder, name) : writeFile(folder, name, content)
    const inputError = { name: 'InputError', remedy: expect.stringMatching(/\w{3}/), ...expected }
    await expect(build({ catalogue, orders: path, out })).rejects.toMatchObject(inputError)
    expect(readdirSync(out).map(file => [file, readFileSync(join(out, file), 'latin1')])).toEqual(before)
  })

  it('reads Latin-1 when told so', async () => {
    const latin = writeFile(folder, 'latin-catalogue.csv', Buffer.from('id,title\nA,Caf\xe9\n', 'latin1'))
    const out = temporaryFolder()
    await build({ catalogue: latin, out, encoding: 'windows-1252' })
    expect(readBack(out).model.product(0).title).toBe('Caf\u00e9')
  })

  it('refuses a folder where a file should be, and a file where the folder should be', async () => {
    mkdirSync(join(folder, 'dir.csv'), { recursive: true })
    await expect(build({ catalogue: join(folder, 'dir.csv'), out: temporaryFolder() })).rejects.toThrow('is a folder')
    await expect(build({ catalogue, out: catalogue })).rejects.toThrow('is a file')
  })

  it('refuses a place below a file, and a folder without a name, before anything is read', async () => {
    const read: string[] = []
    const onProgress = (step: string): void => void read.push(step)
    await expect(build({ catalogue, out: join(catalogue, 'model'), onProgress })).rejects.toMatchObject({
      message: 'is a file', place: { file: catalogue },
    })
    await expect(build({ catalogue, out: '', onProgress })).rejects.toThrow('--out is empty')
    expect(read).toEqual([])
    await expect(build({ catalogue: join(catalogue, 'more.csv'), out: temporaryFolder() })).rejects.toThrow('no such file')
  })
})

describe('the model folder', () => {
  it('keeps the file of the manifest before, removes older ones, and touches nothing else', async () => {
    const out = temporaryFolder()
    writeFileSync(join(out, 'notes.txt'), 'mine')
    const names: string[] = []
    for (const neighbours of [2, 4, 6]) names.push((await built({ out, neighbours })).report.files[0]!.path)
    expect(new Set(names).size).toBe(3)
    // What shoppers are judged by is the same in all three.
    const others = readdirSync(out).filter(name => !/^norms\.\w+\.json$/.test(name))
    expect(others.sort()).toEqual([names[1]!, names[2]!, 'manifest.json', 'notes.txt'].sort())
    expect(readdirSync(out).length - others.length).toBe(1)
    await built({ out, neighbours: 6 })
    expect(existsSync(join(out, names[2]!))).toBe(true)
  })
})
