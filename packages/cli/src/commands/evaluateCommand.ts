import { defineCommand } from 'citty'
import type { CommandDef } from 'citty'
import { buildSteps } from '../build.ts'
import { evaluate } from '../evaluate.ts'
import { InputError } from '../inputError.ts'
import type { Output } from '../main.ts'
import { parseTime } from '../read/parseTime.ts'
import { printEvaluate } from '../report/printEvaluate.ts'
import { createProgress } from '../report/progress.ts'
import { readBudget, readCount, readFormats, readMap, readSize, readThreads } from './readOptions.ts'

const args = {
  catalog: { type: 'string', description: 'catalogue, as for build', valueHint: 'FILE', alias: 'catalogue' },
  orders: { type: 'string', description: 'order lines, as for build', valueHint: 'FILE' },
  events: { type: 'string', description: 'visits, as for build', valueHint: 'FILE' },
  test: {
    type: 'string', description: 'visits of the test in a file of their own; then all of --events is training', valueHint: 'FILE',
  },
  'test-days': {
    type: 'string', description: 'days before the newest row that are the test; default: 29 with orders, else 7', valueHint: 'N',
  },
  split: { type: 'string', description: 'first moment of the test instead', valueHint: 'YYYY-MM-DD' },
  'min-prefix': {
    type: 'string', default: '1', description: 'looks a visit must have before it is asked what comes next', valueHint: 'N',
  },
  questions: {
    type: 'string', default: 'all', description: 'ask so many of each kind at most, evenly spread over the test', valueHint: 'N|all',
  },
  baselines: {
    type: 'boolean', default: true, description: 'measure what a model has to beat, too (neighbour methods take minutes)',
  },
  floorless: { type: 'boolean', default: true, description: 'build every model without the floor of shoppers, too' },
  'min-shoppers': { type: 'string', default: '3', description: 'as for build', valueHint: 'N' },
  'view-shoppers': { type: 'string', default: '2', description: 'as for build', valueHint: 'N' },
  neighbours: { type: 'string', default: '20', description: 'as for build', valueHint: 'N' },
  budget: {
    type: 'string', default: '300kB', description: 'as for build; several with commas, and unbounded', valueHint: 'LIST',
  },
  threads: { type: 'string', description: 'as for build', valueHint: 'N' },
  memory: { type: 'string', default: '1GB', description: 'as for build', valueHint: 'BYTES' },
  encoding: { type: 'string', default: 'utf-8', description: 'as for build', valueHint: 'NAME' },
  market: { type: 'string', description: 'as for build', valueHint: 'NAME' },
  format: { type: 'string', description: 'as for build', valueHint: 'LIST' },
  map: { type: 'string', description: 'as for build', valueHint: 'LIST' },
  'map-file': { type: 'string', description: 'as for build', valueHint: 'FILE' },
  json: { type: 'boolean', default: false, description: 'print the figures as JSON' },
} as const

/** `shopside evaluate`: what shoppers of the last days would have got. */
export const evaluateCommand: CommandDef<typeof args> = defineCommand({
  meta: { name: 'evaluate', description: 'Measure a model on the last days of orders and visits' },
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
        ...given.catalog === undefined ? {} : { catalogue: given.catalog },
        ...given.orders === undefined ? {} : { orders: given.orders },
        ...given.events === undefined ? {} : { events: given.events },
        ...given.test === undefined ? {} : { testEvents: given.test },
        ...splitAt === undefined ? {} : { splitAt },
        ...given['test-days'] === undefined ? {} : { testDays: readCount('test-days', given['test-days'], 1, 3650) },
        minPrefix: readCount('min-prefix', given['min-prefix'], 1, 100),
        questions: given.questions === 'all' ? Infinity : readCount('questions', given.questions, 1, 1e9),
        baselines: given.baselines, withoutFloor: given.floorless,
        minShoppers: readCount('min-shoppers', given['min-shoppers'], 1, 1e6),
        viewShoppers: readCount('view-shoppers', given['view-shoppers'], 1, 1e6),
        memoryBytes: readSize('memory', given.memory, 1e8),
        neighbours: readCount('neighbours', given.neighbours, 1, 80),
        budgets: given.budget.split(',').map(text => text.trim() === 'unbounded' ? Infinity : readBudget(text)),
        threads: readThreads(given.threads), encoding: given.encoding, named: readMap(given.map, given['map-file']),
        ...given.market === undefined ? {} : { market: given.market },
        ...given.format === undefined ? {} : { formats: readFormats(given.format) }, onProgress: progress.update,
      })
      progress.stop()
      out(given.json ? `${JSON.stringify(report, sayInfinity, 2)}\n` : printEvaluate(report))
    } finally {
      progress.stop()
    }
  },
})

/** JSON has no Infinity, and its `null` would say that nobody knows. */
function sayInfinity(key: string, value: unknown): unknown {
  if (value !== Infinity) return value
  return key === 'questions' ? 'all' : 'unbounded'
}
