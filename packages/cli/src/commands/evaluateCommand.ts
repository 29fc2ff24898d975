import { defineCommand } from 'citty'
import type { CommandDef } from 'citty'
import { buildSteps } from '../build.ts'
import { evaluate } from '../evaluate.ts'
import { InputError } from '../inputError.ts'
import { parseTime } from '../read/parseTime.ts'
import { printEvaluate } from '../report/printEvaluate.ts'
import type { Output } from '../main.ts'
import { createProgress } from '../report/progress.ts'
import { readBudget, readCount, readMap, readThreads } from './readOptions.ts'

const args = {
  catalog: { type: 'string', required: true, description: 'catalogue, as for build', valueHint: 'FILE', alias: 'catalogue' },
  orders: { type: 'string', required: true, description: 'order lines, as for build', valueHint: 'FILE' },
  'test-days': { type: 'string', default: '29', description: 'days before the newest order that are the test', valueHint: 'N' },
  split: { type: 'string', description: 'first day of the test instead', valueHint: 'YYYY-MM-DD' },
  'min-shoppers': { type: 'string', default: '3', description: 'as for build', valueHint: 'N' },
  neighbours: { type: 'string', default: '20', description: 'as for build', valueHint: 'N' },
  budget: { type: 'string', default: '300kB', description: 'as for build', valueHint: 'BYTES' },
  threads: { type: 'string', description: 'as for build', valueHint: 'N' },
  encoding: { type: 'string', default: 'utf-8', description: 'as for build', valueHint: 'NAME' },
  map: { type: 'string', description: 'as for build', valueHint: 'LIST' },
  json: { type: 'boolean', default: false, description: 'print the figures as JSON' },
} as const

/** `shopside evaluate`: what shoppers of the last month would have got. */
export const evaluateCommand: CommandDef<typeof args> = defineCommand({
  meta: { name: 'evaluate', description: 'Measure a model on the last days of an order history' },
  args,
  async run({ args: given, data }) {
    const { out } = data as Output
    const splitAt = given.split === undefined ? undefined : parseTime(given.split)
    if (given.split !== undefined && splitAt === undefined) {
      throw new InputError(`--split ${given.split} is no date`, 'for example --split 2011-11-10')
    }
    const progress = createProgress(buildSteps, !given.json)
    try {
      const report = await evaluate({
        catalogue: given.catalog, orders: given.orders, ...(splitAt === undefined ? {} : { splitAt }),
        testDays: readCount('test-days', given['test-days'], 1, 3650),
        minShoppers: readCount('min-shoppers', given['min-shoppers'], 1, 1e6),
        neighbours: readCount('neighbours', given.neighbours, 1, 80),
        budgetBytes: readBudget(given.budget), threads: readThreads(given.threads), encoding: given.encoding,
        named: readMap(given.map),
        onProgress: progress.update,
      })
      progress.stop()
      out(given.json ? `${JSON.stringify(report, null, 2)}\n` : printEvaluate(report))
    } finally {
      progress.stop()
    }
  },
})
