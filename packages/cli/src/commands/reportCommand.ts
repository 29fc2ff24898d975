import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { defineCommand } from 'citty'
import type { CommandDef } from 'citty'
import type { Output } from '../main.ts'
import { report } from '../report.ts'
import { printShopReport } from '../report/shop/printShopReport.ts'
import { shopPage } from '../report/shop/shopPage.ts'
import { readCount, readCurrency, readFormats, readMap } from './readOptions.ts'
import { writeTo } from './writeTo.ts'

const args = {
  'orders': {
    type: 'string',
    required: true,
    description: 'order lines with customer_id; with prices, money is compared, too',
    valueHint: 'FILE',
  },
  'catalog': {
    type: 'string',
    description: 'as for build: for departments, kinds and brands',
    valueHint: 'FILE',
    alias: 'catalogue',
  },
  'out': { type: 'string', description: 'write report.html and report.json into this folder', valueHint: 'DIR' },
  'months': { type: 'string', default: '13', description: 'months that are told', valueHint: 'N' },
  'currency': { type: 'string', description: 'as for build', valueHint: 'CODE' },
  'encoding': { type: 'string', default: 'utf-8', description: 'as for build', valueHint: 'NAME' },
  'format': { type: 'string', description: 'as for build', valueHint: 'LIST' },
  'map': { type: 'string', description: 'as for build', valueHint: 'LIST' },
  'map-file': { type: 'string', description: 'as for build', valueHint: 'FILE' },
  'json': { type: 'boolean', default: false, description: 'print the report as JSON' },
} as const

/** `shopside report`: how many customers are in each preset, and how they moved. */
export const reportCommand: CommandDef<typeof args> = defineCommand({
  meta: { name: 'report', description: 'Count the customers in each lifecycle stage, RFM group and trait, month by month' },
  args,
  async run({ args: given, data }) {
    const { out } = data as Output
    const found = await report({
      orders: given.orders,
      ...(given.catalog === undefined ? {} : { catalogue: given.catalog }),
      months: readCount('months', given.months, 1, 120),
      encoding: given.encoding,
      named: readMap(given.map, given['map-file']),
      ...(given.format === undefined ? {} : { formats: readFormats(given.format) }),
      ...(given.currency === undefined ? {} : { currency: readCurrency(given.currency) }),
    })
    const { seconds, ...facts } = found
    const json = `${JSON.stringify({ ...facts, members: Object.fromEntries(found.members) }, null, 2)}\n`
    if (given.out !== undefined) {
      mkdirSync(given.out, { recursive: true })
      writeTo(join(given.out, 'report.html'), shopPage(found))
      writeTo(join(given.out, 'report.json'), json)
    }
    out(given.json ? json : printShopReport(found))
  },
})
