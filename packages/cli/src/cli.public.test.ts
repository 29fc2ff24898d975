import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  build, type BuildOptions, type BuildReport, buildSteps, type CatalogueItem, evaluate, type EvaluateOptions, type EvaluateReport,
  type EventsReport, InputError, type LastLine, main, type Measured, type MeasuredModel, type NextBasket, type NextFigures,
  type OneToRest,
  type OrdersReport, type Output, type Place, type Refusal,
  type StoreFacts, type WrittenFile,
} from '@shopside/cli'
import { decodeModel, rowOf } from '@shopside/engine'
import { expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'shopside-public-'))
const catalogue = join(folder, 'catalogue.csv')
const orders = join(folder, 'orders.csv')
writeFileSync(
  catalogue, `id,title,price\n${Array.from({ length: 12 }, (_, i) => `P${i + 10},Mug no ${i},${i + 1}.50 GBP`).join('\n')}\n`,
)
writeFileSync(orders, `order_id,item_id,time,customer_id\n${Array.from({ length: 90 }, (_, i) => {
  const head = (item: number): string => `O${i},P${item + 10},2011-0${1 + Math.floor(i / 10)}-${10 + i % 10},C${i % 30}`
  return `${head(i % 6 * 2)}\n${head(i % 6 * 2 + 1)}`
}).join('\n')}\n`)

it('the installed package builds a model that the installed engine reads', async () => {
  const steps = new Set<string>()
  const options: BuildOptions = { catalogue, orders, out: join(folder, 'model'), onProgress: step => void steps.add(step) }
  const report: BuildReport = await build(options)
  const files: WrittenFile[] = report.files
  const store: StoreFacts = report.store
  const refused: Refusal[] = report.catalogue!.refused
  expect([store.orders, store.customers, refused.length]).toEqual([90, 30, 0])
  expect([...steps]).toEqual([...buildSteps])
  const model = decodeModel(new Uint8Array(readFileSync(join(folder, 'model', files[0]!.path))))
  expect(model.itemId(rowOf(model.boughtWith, model.indexOf('P10'))[0]!.index)).toBe('P11')
})

it('the installed package measures a model', async () => {
  const options: EvaluateOptions = { catalogue, orders, testDays: 60, withoutFloor: false }
  const report: EvaluateReport = await evaluate(options)
  const model: MeasuredModel = report.models[0]!
  const measured: OrdersReport = model.orders!
  const row: Measured<OneToRest> = measured.oneToRest.find(({ method }) => method === 'model row')!
  const last: Measured<LastLine> = measured.lastLine[0]!
  const next: Measured<NextBasket> = measured.nextBasket[0]!
  expect(row.figures.hit5).toBe(1)
  expect(last.figures.orders).toBeGreaterThan(0)
  expect(next.figures.shoppers).toBeGreaterThan(0)

  const visits = join(folder, 'visits.csv')
  writeFileSync(visits, `session_id,timestamp,event,sku\n${Array.from({ length: 60 }, (_, i) =>
    [0, 1, 0].map(
      (step, place) => `V${i},2011-0${1 + Math.floor(i / 10)}-0${1 + i % 9}T10:00:0${place},view,P${i % 6 * 2 + step}`,
    ).join('\n')).join('\n')}\n`)
  const events: EventsReport = (await evaluate({ events: visits, testDays: 30, baselines: false, withoutFloor: false })).events!
  const clicks: NextFigures = events.methods[0]!.figures
  expect(clicks.hit20).toBe(1)
})

it('the installed package refuses wrong input with place and remedy, as a function and as a command', async () => {
  const failed: unknown = await build({ catalogue: join(folder, 'none.csv'), out: join(folder, 'never') })
    .catch((error: unknown) => error)
  expect(failed).toBeInstanceOf(InputError)
  const place: Place | undefined = (failed as InputError).place
  expect(place?.file).toContain('none.csv')
  let err = ''
  const output: Output = { out: () => {}, err: text => void (err += text) }
  expect(await main(['build', '--catalog', join(folder, 'none.csv'), '--out', join(folder, 'never')], output)).toBe(1)
  expect(err).toContain('no such file')
  expect(readdirSync(folder)).not.toContain('never')
})

it('what a catalogue row becomes is a type of its own', () => {
  const item: CatalogueItem = { itemId: 'A', groupId: 'A', title: 'Mug', available: true }
  expect(item.price).toBeUndefined()
})
