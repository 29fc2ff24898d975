import { readFileSync } from 'node:fs'
import type { CltvNorms } from '@shopside/engine'
import { readNorms } from '@shopside/engine'
import { defineCommand } from 'citty'
import type { CommandDef } from 'citty'
import { InputError } from '../inputError.ts'
import type { Output } from '../main.ts'
import { readStats } from '../read/readStats.ts'
import { score } from '../score.ts'
import { readCount, readMap } from './readOptions.ts'

const args = {
  params: { type: 'string', required: true, description: 'what fit wrote, or the norms that build wrote', valueHint: 'FILE' },
  customers: {
    type: 'string', required: true, valueHint: 'FILE',
    description: 'a row each: x, t_x, T in weeks and, if known, m (mean value of the x purchases) and id',
  },
  horizon: { type: 'string', description: 'weeks to score over; default: the fit\'s', valueHint: 'N' },
  encoding: { type: 'string', default: 'utf-8', description: 'as for build', valueHint: 'NAME' },
  map: { type: 'string', description: 'column names: x=COLUMN,t_x=COLUMN', valueHint: 'LIST' },
  json: { type: 'boolean', default: false, description: 'print a JSON object a line' },
} as const

/** Characters that are printed at once. */
const heldCharacters = 100_000
const header = 'id,x,t_x,T,m,p_alive,churn,expected_orders,expected_spend,lifetime_value,horizon_weeks,annual_rate'

/** `shopside score`: what the fitted models expect of each customer of a table. */
export const scoreCommand: CommandDef<typeof args> = defineCommand({
  meta: { name: 'score', description: 'Print churn, expected orders, spend and value of customers by fitted models' },
  args,
  async run({ args: given, data }) {
    const { out } = data as Output
    const params = readParams(given.params)
    const cltv = given.horizon === undefined ? params : { ...params, horizonWeeks: readCount('horizon', given.horizon, 1, 520) }
    const { horizonWeeks, annualRate } = cltv
    let held = given.json ? '' : `${header}\n`
    await readStats(given.customers, readMap(given.map), { encoding: given.encoding }, ({ id, stats }) => {
      const found = score(cltv, stats)
      const { repeats, lastWeeks, ageWeeks, meanSpend } = stats
      const [pAlive, churn, orders, spend, value] =
        [found.pAlive, found.churn, found.expectedOrders, found.expectedSpend, found.lifetimeValue].map(shown)
      held += given.json
        ? `${JSON.stringify({
          ...(id !== '' && { id }), x: repeats, t_x: lastWeeks, T: ageWeeks, ...(meanSpend !== undefined && { m: meanSpend }),
          p_alive: pAlive, churn, expected_orders: orders, expected_spend: spend, lifetime_value: value,
          horizon_weeks: horizonWeeks, annual_rate: annualRate,
        })}\n`
        : `${[
          cell(id), repeats, lastWeeks, ageWeeks, meanSpend, pAlive, churn, orders, spend, value, horizonWeeks, annualRate,
        ].join(',')}\n`
      if (held.length < heldCharacters) return
      out(held)
      held = ''
    })
    out(held)
  },
})

/** Ten digits: more than a model knows, and enough to compare programs. */
function shown(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Number(value.toPrecision(10))
}

function cell(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function readParams(file: string): CltvNorms {
  let value: unknown
  try {
    value = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    throw new InputError(missing ? 'no such file' : 'is no JSON', 'write it by shopside fit --out', { file }, error)
  }
  const given = value as { cltv?: unknown } | null
  // Parameters alone are judged as those within norms are.
  const found = readNorms({ format: 'shopside-norms', version: 1, asOf: 0, cltv: given?.cltv ?? given })
  if (!('reason' in found) && found.cltv) return found.cltv
  const what = 'reason' in found ? found.reason.replace(/^cltv\.?/, '') || 'the file' : 'the file'
  throw new InputError(`${what}: is missing, or no parameter of a fit`, 'write it by shopside fit --out', { file })
}
