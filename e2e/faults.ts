import { chromium } from '@playwright/test'
import { buildPackages } from './build/buildPackages.ts'
import { browserArgs, findBrowser } from './browser/findBrowser.ts'
import { catalogue } from './faults/catalogue.ts'
import type { Outcome } from './faults/fault.ts'
import { otherHosts, serveFaultHost } from './faults/faultHost.ts'
import { otherReleaseDir } from './faults/otherRelease.ts'
import { printFaults } from './faults/printFaults.ts'
import { runBetweenSessions, runEnding, runSettings } from './faults/profileFaults.ts'
import { runFault } from './faults/runFault.ts'
import { runUnitFaults } from './faults/runUnitFaults.ts'
import { inBatches } from './kill/inBatches.ts'
import { serveKillPage } from './kill/killHost.ts'
import { seededRandom, seedOf } from './seededRandom.ts'
import { buildModel } from './store/buildModel.ts'
import { writeCounts } from './suites/writeCounts.ts'

// `pnpm faults`: one table of faults injected, with proof that each fired, and what came of it. Red when one broke or did not
// fire. `--full` takes the long ways; `--only 16,22` runs those alone.

const isFull = process.argv.includes('--full') || process.env['SHOPSIDE_FULL'] === '1'
const only = process.argv.includes('--only') ? new Set(process.argv[process.argv.indexOf('--only') + 1]?.split(',')) : undefined
const wants = (id: string): boolean => only === undefined || only.has(id)
const seed = seedOf(process.argv)
const random = seededRandom(seed)
const startedAt = performance.now()

if (process.env['SHOPSIDE_SDK_DIR'] === undefined) await buildPackages(() => {})
await buildModel()
const found = await findBrowser()
const browser = await chromium.launch({
  executablePath: found.executablePath, args: [...browserArgs, ...otherHosts],
  env: { ...(process.env as Record<string, string>), ...found.env },
})
const [host, killHost] = [await serveFaultHost(wants('37') ? await otherReleaseDir() : undefined), await serveKillPage()]
const outcomes: Outcome[] = []
try {
  console.log(`Chromium ${browser.version()} (${found.from}), seed ${seed}\n`)
  // Faults wait more than they compute: some at a time, those that measure time last and alone.
  const alone = new Set(['36', '36b', '66', '75', '84', '86'])
  const faults = catalogue.filter(({ id }) => wants(id))
  outcomes.push(...await inBatches(faults.filter(({ id }) => !alone.has(id)), 4, fault => runFault(fault, browser, host, isFull)))
  if (['22c', '24', '25'].some(wants)) outcomes.push(...await runBetweenSessions(killHost))
  if (['27', '28', '30'].some(wants)) outcomes.push(...await runEnding(killHost, random))
  if (['45', '85'].some(wants)) outcomes.push(...await runSettings(killHost))
  for (const fault of faults.filter(({ id }) => alone.has(id))) outcomes.push(await runFault(fault, browser, host, isFull))
} finally {
  await browser.close()
  await host.close()
  await killHost.close()
}
const units = only === undefined ? await runUnitFaults() : []
const counts = printFaults(outcomes, units, (performance.now() - startedAt) / 60_000)
writeCounts('faults', counts)
process.exit(counts.problems.length > 0 ? 1 : 0)
