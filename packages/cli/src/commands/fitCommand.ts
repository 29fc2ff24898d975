import { defineCommand } from 'citty'
import type { CommandDef } from 'citty'
import { fit } from '../fit.ts'
import { InputError } from '../inputError.ts'
import type { Output } from '../main.ts'
import { parseTime } from '../read/parseTime.ts'
import { printFit } from '../report/printFit.ts'
import { readCount, readFormats, readMap, readPart } from './readOptions.ts'
import { readZone } from './readZone.ts'
import { writeTo } from './writeTo.ts'

const args = {
  orders: {
    type: 'string', required: true, valueHint: 'FILE',
    description: 'orders: customer_id, time and, for values, unit_price and quantity, line_value or order_value',
  },
  catalog: { type: 'string', description: 'prices of items, where orders have none', valueHint: 'FILE', alias: 'catalogue' },
  model: { type: 'string', default: 'mbg-nbd', description: 'mbg-nbd or bg-nbd', valueHint: 'NAME' },
  horizon: { type: 'string', default: '52', description: 'weeks that value is told for', valueHint: 'N' },
  margin: { type: 'string', default: '1', description: 'share of revenue that is margin', valueHint: 'N' },
  rate: { type: 'string', default: '0.1', description: 'yearly discount rate', valueHint: 'N' },
  until: {
    type: 'string', description: 'last day that the fit may see; the rest is predicted and compared', valueHint: 'YYYY-MM-DD',
  },
  'holdout-weeks': {
    type: 'string', description: 'weeks after it, or before the newest order, to predict and compare', valueHint: 'N',
  },
  'time-zone': { type: 'string', default: 'UTC', description: 'the store\'s zone: orders of one day are one', valueHint: 'NAME' },
  'zero-orders': { type: 'boolean', default: false, description: 'count orders that were worth nothing' },
  check: { type: 'boolean', default: false, description: 'fit Pareto/NBD and NBD as well, to compare likelihoods' },
  encoding: { type: 'string', default: 'utf-8', description: 'as for build', valueHint: 'NAME' },
  format: { type: 'string', description: 'as for build', valueHint: 'LIST' },
  map: { type: 'string', description: 'as for build', valueHint: 'LIST' },
  'map-file': { type: 'string', description: 'as for build', valueHint: 'FILE' },
  out: { type: 'string', description: 'write the parameters', valueHint: 'FILE.json' },
  json: { type: 'boolean', default: false, description: 'print the report as JSON' },
} as const

/** `shopside fit`: the models of who buys again and for how much. */
export const fitCommand: CommandDef<typeof args> = defineCommand({
  meta: { name: 'fit', description: 'Fit the models of orders to come to an order history, and compare them with what came' },
  args,
  async run({ args: given, data }) {
    const { out } = data as Output
    const { model, 'holdout-weeks': weeks } = given
    if (model !== 'mbg-nbd' && model !== 'bg-nbd') throw new InputError(`--model ${model} is none`, 'one of: mbg-nbd, bg-nbd')
    const report = await fit({
      orders: given.orders, ...(given.catalog === undefined ? {} : { catalogue: given.catalog }), model,
      horizonWeeks: readCount('horizon', given.horizon, 1, 520), annualRate: readPart('rate', given.rate),
      margin: readPart('margin', given.margin),
      ...(given.until === undefined ? {} : { untilDay: readDay(given.until) }),
      ...(weeks === undefined ? {} : { holdoutWeeks: readCount('holdout-weeks', weeks, 1, 520) }),
      timeZone: readZone(given['time-zone']), keepZero: given['zero-orders'], check: given.check, encoding: given.encoding,
      formats: readFormats(given.format), named: readMap(given.map, given['map-file']),
    })
    if (given.out !== undefined) {
      writeTo(given.out, `${JSON.stringify({ format: 'shopside-cltv', version: 1, ...report.cltv }, null, 2)}\n`)
    }
    out(given.json ? `${JSON.stringify(report, null, 2)}\n` : printFit(report))
  },
})

function readDay(text: string): number {
  const at = parseTime(text)
  if (at === undefined) throw new InputError(`--until ${text} is no date`, 'for example --until 2011-09-09')
  return Math.floor(at / 86_400_000)
}
