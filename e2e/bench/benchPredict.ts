import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CltvNorms } from '@shopside/engine'
import { dateOf, fit, type FitReport } from '../../packages/cli/src/fit.ts'
import { printFit } from '../../packages/cli/src/report/printFit.ts'
import { cdnowOrders, cdnowUntilDay } from '../../packages/cli/src/testing/cdnow/readCdnow.ts'
import { purchaseOutlook } from '../../packages/engine/src/predict/purchaseOutlook.ts'
import { root } from '../root.ts'
import { percentile } from './figures.ts'

// `pnpm bench:predict`: the models of orders to come on two order logs, predicted against what came. CDNOW: fitted on 39 weeks,
// compared on the next 39; days that were worth nothing count, as they do in what others have published. Online Retail (the
// demo store's orders): fitted on nine months, compared on the last three; orders without a customer are left out.

const folder = mkdtempSync(join(tmpdir(), 'shopside-predict-'))
try {
  const orders = join(folder, 'cdnow.csv')
  writeFileSync(orders, [
    'customer_id,time,units,value',
    ...cdnowOrders().map(({ customerId, day, units, value }) => `${customerId},${dateOf(day)},${units},${value}`), '',
  ].join('\n'))
  for (const model of ['bg-nbd', 'mbg-nbd'] as const) {
    const check = model === 'mbg-nbd'
    const report = await fit({ orders, untilDay: cdnowUntilDay, holdoutWeeks: 39, keepZero: true, model, check })
    print(`CDNOW, ${model}`, report)
    if (check) timeDevice(report.cltv)
  }
  for (const model of ['bg-nbd', 'mbg-nbd'] as const) {
    print(`Online Retail, ${model}`, await fit({ orders: join(root, 'demo-store/data/orders.csv.gz'), holdoutWeeks: 13, model }))
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function print(title: string, report: FitReport): void {
  console.log(`== ${title} ==\n${printFit(report)}`)
}

/** What the device does for one shopper of 40 orders: churn, orders and 52 weeks of value. */
function timeDevice(cltv: CltvNorms): void {
  const day = 86_400_000
  const marks = Array.from({ length: 40 }, (_, at) =>
    ({ at: cltv.fittedTo - (40 - at) * 9 * day, value: 20 + at, units: 1, lines: 1 }))
  const times = Array.from({ length: 500 }, () => {
    const from = performance.now()
    purchaseOutlook({ marks }, { cltv, timeZone: 'Europe/London' }, cltv.fittedTo)
    return performance.now() - from
  })
  const [median, p99] = [0.5, 0.99].map(share => percentile(times, share).toFixed(2))
  console.log(`device, one shopper of 40 orders: median ${median} ms, p99 ${p99} ms\n`)
}
