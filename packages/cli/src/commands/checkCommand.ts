import { defineCommand } from 'citty'
import type { CommandDef } from 'citty'
import { check } from '../check.ts'
import { InputError } from '../inputError.ts'
import type { Output } from '../main.ts'
import { recognisedColumns } from '../read/recognisedColumns.ts'
import { printCheck } from '../report/printCheck.ts'
import { readCurrency, readFormats, readMap } from './readOptions.ts'
import { writeTo } from './writeTo.ts'

const args = {
  catalog: { type: 'string', description: 'catalogue, as for build', valueHint: 'FILE', alias: 'catalogue' },
  orders: { type: 'string', description: 'order lines, as for build', valueHint: 'FILE' },
  events: { type: 'string', description: 'events, as for build', valueHint: 'FILE' },
  market: { type: 'string', description: 'as for build', valueHint: 'NAME' },
  encoding: { type: 'string', default: 'utf-8', description: 'as for build', valueHint: 'NAME' },
  format: { type: 'string', description: 'as for build', valueHint: 'LIST' },
  currency: { type: 'string', description: 'as for build', valueHint: 'CODE' },
  map: { type: 'string', description: 'as for build', valueHint: 'LIST' },
  'map-file': { type: 'string', description: 'as for build', valueHint: 'FILE' },
  'save-map': {
    type: 'string', description: 'write the columns that were found, to change and pass by --map-file', valueHint: 'FILE',
  },
  json: { type: 'boolean', default: false, description: 'print the report as JSON' },
} as const

/** `shopside check`: what a build would make of its inputs. Ends with 1 only when the build would refuse them. */
export const checkCommand: CommandDef<typeof args> = defineCommand({
  meta: { name: 'check', description: 'Say what a build would read, match and miss, before it' },
  args,
  async run({ args: given, data }) {
    const { out } = data as Output
    const named = readMap(given.map, given['map-file'])
    const { catalog, orders, events, market, format, currency, encoding } = given
    if (catalog === undefined && orders === undefined && events === undefined) {
      throw new InputError('nothing to check', 'give --catalog, --orders or --events')
    }
    const report = await check({
      ...(catalog === undefined ? {} : { catalogue: catalog }), ...(orders === undefined ? {} : { orders }),
      ...(events === undefined ? {} : { events }), ...(market === undefined ? {} : { market }),
      ...(currency === undefined ? {} : { currency: readCurrency(currency) }), formats: readFormats(format), encoding, named,
    })
    if (given['save-map'] !== undefined) {
      const columns = Object.fromEntries(report.inputs.flatMap(({ role, files }) =>
        files.slice(0, 1).flatMap(({ recognised }) => recognisedColumns(role, recognised, named))))
      if (Object.keys(columns).length === 0) {
        throw new InputError(
          '--save-map has nothing to write', 'these formats have columns of their own; a map is for tables of yours',
        )
      }
      writeTo(given['save-map'], `${JSON.stringify(columns, null, 2)}\n`)
    }
    out(given.json ? `${JSON.stringify(report, plainError, 2)}\n` : printCheck(report))
    if (report.refusal) throw report.refusal
  },
})

/** An error's message is no property of its own, so JSON would leave it out. */
function plainError(_key: string, value: unknown): unknown {
  if (!(value instanceof InputError)) return value
  const { message, remedy, place } = value
  return { message, remedy, ...(place && { place }) }
}
