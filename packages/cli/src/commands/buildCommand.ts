import { defineCommand } from 'citty'
import type { CommandDef } from 'citty'
import { build, buildSteps } from '../build.ts'
import { printBuild } from '../report/printBuild.ts'
import type { Output } from '../main.ts'
import { createProgress } from '../report/progress.ts'
import { readBudget, readCount, readMap, readThreads } from './readOptions.ts'

const args = {
  catalog: {
    type: 'string', required: true, description: 'catalogue: .csv, .tsv, .jsonl or .parquet (.gz as well)', valueHint: 'FILE',
    alias: 'catalogue',
  },
  orders: {
    type: 'string', description: 'order lines: order_id, item_id, time and, if known, customer_id, quantity', valueHint: 'FILE',
  },
  out: { type: 'string', required: true, description: 'folder of the model', valueHint: 'DIR' },
  'min-shoppers': {
    type: 'string', default: '3', description: 'distinct shoppers that a published relation needs', valueHint: 'N',
  },
  neighbours: { type: 'string', default: '20', description: 'relations per item at most', valueHint: 'N' },
  budget: { type: 'string', default: '300kB', description: 'size of the model file after brotli at most', valueHint: 'BYTES' },
  threads: { type: 'string', description: 'threads to count with (the result is the same)', valueHint: 'N' },
  encoding: { type: 'string', default: 'utf-8', description: 'encoding of the files', valueHint: 'NAME' },
  map: { type: 'string', description: 'column names of your own, e.g. item_id=Artikel,price=Preis', valueHint: 'LIST' },
  strict: { type: 'boolean', default: false, description: 'stop at the first bad row' },
  json: { type: 'boolean', default: false, description: 'print the report as JSON' },
  quiet: { type: 'boolean', default: false, description: 'print nothing but errors' },
} as const

/** `shopside build`: catalogue and orders in, a model folder out. */
export const buildCommand: CommandDef<typeof args> = defineCommand({
  meta: { name: 'build', description: 'Build a model folder from a catalogue and an order history' },
  args,
  async run({ args: given, data }) {
    const { out } = data as Output
    const progress = createProgress(buildSteps, !given.quiet && !given.json)
    try {
      const report = await build({
        catalogue: given.catalog, ...(given.orders === undefined ? {} : { orders: given.orders }), out: given.out,
        minShoppers: readCount('min-shoppers', given['min-shoppers'], 1, 1e6),
        neighbours: readCount('neighbours', given.neighbours, 1, 80),
        budgetBytes: readBudget(given.budget), threads: readThreads(given.threads), encoding: given.encoding,
        named: readMap(given.map),
        strict: given.strict, onProgress: progress.update,
      })
      progress.stop()
      if (given.json) out(`${JSON.stringify(report, null, 2)}\n`)
      else if (!given.quiet) out(printBuild(report, given.out))
    } finally {
      progress.stop()
    }
  },
})
