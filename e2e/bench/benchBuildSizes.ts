import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildPackages } from '../build/buildPackages.ts'
import { catalogFile, ordersFile } from '../store/paths.ts'
import { makeClicks } from './makeClicks.ts'
import { makeOrders } from './makeOrders.ts'
import { measureBuild } from './measureBuild.ts'

// `pnpm bench:build [--long] [--clicks FILE] [--memory 1GB]`: seconds and peak memory of a build at 20 thousand and 200
// thousand orders; with --long
// at 1 million orders (26 million lines, 1.3 GB in the temporary folder) and 0.7 million clicks, made-up ones or those of a file.

const { values } = parseArgs({
  options: { long: { type: 'boolean', default: false }, clicks: { type: 'string' }, memory: { type: 'string', default: '1GB' } },
})
await buildPackages(() => {})
const folder = mkdtempSync(join(tmpdir(), 'shopside-bench-orders-'))
try {
  await measure('20 thousand orders', ['--catalog', catalogFile, '--orders', ordersFile])
  for (const [name, orders] of [['200 thousand orders', 200_000], ['1 million orders', 1_000_000]] as const) {
    if (orders > 200_000 && !values.long) continue
    const path = join(folder, 'orders.csv')
    const made = makeOrders(path, orders)
    await measure(`${name}, ${made.lines.toLocaleString('en-GB')} lines`, ['--catalog', catalogFile, '--orders', path])
  }
  if (values.long || values.clicks !== undefined) {
    const path = values.clicks ?? join(folder, 'clicks.csv')
    if (values.clicks === undefined) makeClicks(path, 700_000)
    await measure(values.clicks === undefined ? '0.7 million clicks, made up' : `clicks of ${values.clicks}`, ['--events', path])
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function measure(name: string, options: readonly string[]): Promise<void> {
  const { seconds, peakMb, steps } = await measureBuild([...options, '--memory', values.memory])
  const memory = peakMb === undefined ? 'peak memory not known here' : `${peakMb} MB`
  const slow = steps.filter(step => step.seconds >= 0.1).map(step => `${step.step} ${step.seconds.toFixed(1)} s, ${step.residentMb} MB`)
  console.log(`${name.padEnd(44)} ${seconds.toFixed(1)} s, ${memory}\n  ${slow.join(' · ')}`)
}
