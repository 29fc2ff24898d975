import { describe, expect, it } from 'vitest'
import { check } from '../check.ts'
import { build } from '../build.ts'
import { fit } from '../fit.ts'
import { smallCatalogue, smallOrders, temporaryFolder, writeFile } from '../testing/smallShop.ts'

const folder = temporaryFolder()
const catalogue = writeFile(folder, 'catalogue.csv', smallCatalogue())
const orders = writeFile(folder, 'orders.csv', smallOrders())
const map = (...names: [string, string][]): ReadonlyMap<string, string> => new Map(names)

describe('a column that --map names and no file has', () => {
  it('is refused for a field that may be missing, with the columns that are there', async () => {
    const out = temporaryFolder()
    const wrong = { message: 'no column Nope for orders.price, which --map names', place: { file: orders } }
    await expect(build({ catalogue, orders, out, named: map(['orders.price', 'Nope']) })).rejects.toMatchObject(wrong)
    const { refusal, inputs } = await check({ catalogue, orders, named: map(['orders.price', 'Nope']) })
    expect(refusal).toMatchObject(wrong)
    expect(refusal!.remedy).toContain('the header has: order_id, item_id, time')
    expect(inputs.map(({ problem }) => problem?.message)).toEqual([undefined, wrong.message])
    await expect(fit({ orders, named: map(['status', 'Nope']) })).rejects.toThrow('no column Nope for status')
  })

  it('is refused without a prefix when none of the inputs that know the field has it', async () => {
    expect((await check({ catalogue, orders, named: map(['price', 'Nope']) })).refusal!.message).toContain('no column Nope for price')
    const titled = await check({ catalogue, orders, named: map(['price', 'Motif']) })
    expect(titled.refusal).toBeUndefined()
  })

  it('is left alone when it is for an input that is not given, or when one page of a folder has it', async () => {
    expect((await check({ orders, named: map(['catalogue.price', 'Nope'], ['title', 'Nope']) })).refusal).toBeUndefined()
    const pages = temporaryFolder()
    writeFile(pages, '1.csv', 'item_id,title\nA,Mug\n')
    writeFile(pages, '2.csv', 'item_id,title,Preis\nB,Bowl,2\n')
    expect((await check({ catalogue: pages, named: map(['price', 'Preis']) })).refusal).toBeUndefined()
  })

  it('leaves formats alone whose names stand below the header', async () => {
    const json = writeFile(folder, 'products.json', JSON.stringify({
      products: [{ id: 1, title: 'Mug', handle: 'mug', variants: [{ id: 7, sku: 'M', price: '3' }] }],
    }))
    expect((await check({ catalogue: json, named: map(['item_id', 'sku'], ['price', 'Nope']) })).refusal).toBeUndefined()
  })
})
