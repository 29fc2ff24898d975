import { defineCommand } from 'citty'
import type { CommandDef } from 'citty'
import { build, buildSteps } from '../build.ts'
import { InputError } from '../inputError.ts'
import { parseTime } from '../read/parseTime.ts'
import { printBuild } from '../report/printBuild.ts'
import type { Output } from '../main.ts'
import { createProgress } from '../report/progress.ts'
import { readBudget, readCount, readCurrency, readFormats, readMap, readSize, readThreads } from './readOptions.ts'
import { readRules } from '../read/readRules.ts'
import { readZone } from './readZone.ts'

const args = {
  catalog: {
    type: 'string', description: 'catalogue: CSV, TSV, JSONL, Parquet, or a feed or export of a platform; default: what occurs',
    valueHint: 'FILE', alias: 'catalogue',
  },
  orders: {
    type: 'string', description: 'order lines: order_id, item_id, time and, if known, customer_id, quantity', valueHint: 'FILE',
  },
  events: {
    type: 'string', description: 'visits: session_id, timestamp, event, item_id and, if known, customer_id', valueHint: 'FILE',
  },
  tables: {
    type: 'string', description: 'tables that a warehouse has counted (see shopside sql), instead of orders and events',
    valueHint: 'DIR',
  },
  relations: {
    type: 'string', description: 'relations from another system, instead of ours: relation, item_id, other_id, weight',
    valueHint: 'FILE',
  },
  out: { type: 'string', required: true, description: 'folder of the model', valueHint: 'DIR' },
  'min-shoppers': {
    type: 'string', default: '3', description: 'distinct shoppers that a published relation needs', valueHint: 'N',
  },
  'view-shoppers': {
    type: 'string', default: '2', description: 'distinct shoppers that a published relation of views needs', valueHint: 'N',
  },
  neighbours: { type: 'string', default: '20', description: 'relations per item at most', valueHint: 'N' },
  budget: { type: 'string', default: '300kB', description: 'bytes of what is learnt, after brotli, at most', valueHint: 'BYTES' },
  'shard-above': { type: 'string', default: '5000', description: 'write shards above so many items', valueHint: 'N' },
  'shard-items': { type: 'string', description: 'items of a shard (128 to 256, by the size of the shop)', valueHint: 'N' },
  rim: { type: 'string', default: '128', description: 'items of other shards that a shard can draw at most', valueHint: 'N' },
  gzip: { type: 'boolean', default: false, description: 'write .gz twins, for a host that compresses nothing' },
  threads: { type: 'string', description: 'threads to count with (the result is the same)', valueHint: 'N' },
  memory: {
    type: 'string', default: '1GB', description: 'memory to count with; beyond it, a temporary folder is used', valueHint: 'BYTES',
  },
  market: { type: 'string', description: 'items of this market, and of none, alone', valueHint: 'NAME' },
  now: { type: 'string', description: 'take this for the present: later rows are refused', valueHint: 'YYYY-MM-DD' },
  encoding: { type: 'string', default: 'utf-8', description: 'encoding of the files', valueHint: 'NAME' },
  format: { type: 'string', description: 'what files are, where they are recognised wrongly, e.g. generic', valueHint: 'LIST' },
  currency: { type: 'string', description: 'currency of prices that name none, e.g. GBP', valueHint: 'CODE' },
  map: { type: 'string', description: 'column names of your own, e.g. item_id=Artikel,orders.item_id=SKU', valueHint: 'LIST' },
  'map-file': {
    type: 'string', description: 'the same as a JSON object (shopside check --save-map writes one)', valueHint: 'FILE',
  },
  'time-zone': {
    type: 'string', description: 'zone that the times of orders are written in, e.g. Europe/London; default: UTC', valueHint: 'ZONE',
  },
  rules: { type: 'string', description: 'segments of your own, JSON (docs/segments.md)', valueHint: 'FILE' },
  strict: { type: 'boolean', default: false, description: 'stop at the first bad row' },
  json: { type: 'boolean', default: false, description: 'print the report as JSON' },
  quiet: { type: 'boolean', default: false, description: 'print nothing but errors' },
} as const

/** `shopside build`: catalogue, orders and events in, a model folder out. */
export const buildCommand: CommandDef<typeof args> = defineCommand({
  meta: { name: 'build', description: 'Build a model folder from a catalogue, orders and events' },
  args,
  async run({ args: given, data }) {
    const { out } = data as Output
    const progress = createProgress(buildSteps, !given.quiet && !given.json)
    try {
      const report = await build({
        ...given.catalog === undefined ? {} : { catalogue: given.catalog },
        ...given.orders === undefined ? {} : { orders: given.orders },
        ...given.events === undefined ? {} : { events: given.events },
        ...given.tables === undefined ? {} : { tables: given.tables },
        ...given.relations === undefined ? {} : { relations: given.relations }, out: given.out,
        ...given.market === undefined ? {} : { market: given.market },
        ...given.now === undefined ? {} : { now: readNow(given.now) },
        minShoppers: readCount('min-shoppers', given['min-shoppers'], 1, 1e6),
        viewShoppers: readCount('view-shoppers', given['view-shoppers'], 1, 1e6),
        memoryBytes: readSize('memory', given.memory, 1e8),
        neighbours: readCount('neighbours', given.neighbours, 1, 80),
        budgetBytes: readBudget(given.budget), gzip: given.gzip,
        shardAbove: readCount('shard-above', given['shard-above'], 0, 1e9),
        ...given['shard-items'] === undefined ? {} : { shardItems: readCount('shard-items', given['shard-items'], 1, 1e5) },
        rim: readCount('rim', given.rim, 0, 1e5),
        threads: readThreads(given.threads), encoding: given.encoding,
        named: readMap(given.map, given['map-file']),
        ...given.format === undefined ? {} : { formats: readFormats(given.format) },
        ...given.currency === undefined ? {} : { currency: readCurrency(given.currency) },
        ...given['time-zone'] === undefined ? {} : { timeZone: readZone(given['time-zone']) },
        ...given.rules === undefined ? {} : { segments: readRules(given.rules) },
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

/** `--now`. @throws InputError when it is no date */
function readNow(text: string): number {
  const at = parseTime(text)
  if (at === undefined) throw new InputError(`--now ${text} is no date`, 'for example --now 2011-12-09')
  return at
}
