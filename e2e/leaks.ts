import { chromium, type Browser } from '@playwright/test'
import { browserArgs, findBrowser } from './browser/findBrowser.ts'
import { buildPackages } from './build/buildPackages.ts'
import { canaryFinder, makeCanaries } from './leaks/canaries.ts'
import { serveLeakShop, plants } from './leaks/leakHost.ts'
import { stepCount, walk, type ConsentPlan } from './leaks/leakJourney.ts'
import { doorsOf, watchLeaks } from './leaks/witness.ts'
import { buildModel } from './store/buildModel.ts'
import { writeCounts } from './suites/writeCounts.ts'

// `pnpm leaks`: does anything of a shopper leave the page? A journey of 200 steps with canaries in every field, in every consent
// state, beside a control run without events. Red when one byte is seen outside, and when a planted leak is not.

const isFull = process.argv.includes('--full') || process.env['SHOPSIDE_FULL'] === '1'
const startedAt = performance.now()
const problems: string[] = []
/** Journeys without a complaint, and planted leaks that were caught. */
let clean = 0

const purposes = ['personalize', 'analytics', 'connectors'] as const
const combinations: ConsentPlan[] = Array.from({ length: 8 }, (_, bits) => {
  const answers = Object.fromEntries(purposes.map((purpose, place) => [purpose, (bits & (1 << place)) !== 0]))
  const granted = purposes.filter(purpose => answers[purpose])
  return { name: granted.length === 0 ? 'all denied' : `granted: ${granted.join(', ')}`, answers }
})
const all = { personalize: true, analytics: true, connectors: true }
const plans: ConsentPlan[] = [
  { name: 'unknown' }, ...combinations,
  { name: 'granted, then withdrawn', answers: all, withdrawn: true },
  { name: 'granted, with Global Privacy Control', answers: all, privacySignal: true },
]
/** The states that differ most: nothing known, everything denied, all granted, withdrawn. `--full` walks through all of them. */
const shortPlans = [0, 1, 8, 9].map(place => plans[place]!)

/** Steps of a journey with a planted leak: two pages. */
const plantedSteps = 40

async function runOnce(browser: Browser, plan: ConsentPlan, say: boolean, plant?: string) {
  const canaries = makeCanaries()
  const host = await serveLeakShop(canaries, plant)
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 } })
  try {
    if (plan.privacySignal) await context.addInitScript(() => { Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true }) })
    const witness = await watchLeaks(context, host, canaryFinder(canaries))
    const doors: string[] = []
    const page = await context.newPage()
    // A planted leak leaks on the first page already: the rest of the way would add nothing.
    const steps = await walk(
      page, host.url, canaries, plan, say, async leaving => { doors.push(...await doorsOf(leaving)) },
      plant === undefined ? stepCount : plantedSteps,
    )
    const complaints = [...await witness.complaints(), ...doors.map(door => `door: ${door}`)]
    return { steps, complaints: [...new Set(complaints)], requests: witness.requests(), assets: witness.assets() }
  } finally {
    await context.close()
    await host.close()
  }
}

/**
 * Which model files were asked for: in a control run without events the same. How often is a matter of when the copy of the last
 * good one was written and the page left, and of nothing that the shopper did.
 */
const modelFiles = (assets: string[]): string =>
  [...new Set(assets.filter(path => path.startsWith('/shopside/model/')))].toSorted().join(' ')

if (process.env['SHOPSIDE_SDK_DIR'] === undefined) await buildPackages(() => {})
await buildModel()
const found = await findBrowser()
const browser = await chromium.launch(
  { executablePath: found.executablePath, args: browserArgs, env: { ...process.env, ...found.env } as Record<string, string> },
)
try {
  console.log(`browser Chromium ${browser.version()}`)
  console.log(`${'consent'.padEnd(44)} steps  requests  canaries seen  off the list`)
  for (const plan of isFull ? plans : shortPlans) {
    const [events, control] = await Promise.all([runOnce(browser, plan, true), runOnce(browser, plan, false)])
    const seen = events.complaints.filter(text => /address|header|server saw/.test(text))
    console.log(`${plan.name.padEnd(44)} ${String(events.steps).padStart(5)}  ${String(events.requests).padStart(8)}  ${String(seen.length).padStart(13)}  ${String(events.complaints.length - seen.length).padStart(12)}`)
    if (events.complaints.length === 0) clean++
    for (const text of [...events.complaints, ...control.complaints]) problems.push(`${plan.name}: ${text}`)
    if (modelFiles(events.assets) !== modelFiles(control.assets)) {
      problems.push(`${plan.name}: the model is asked for otherwise than in a run without events`)
    }
  }
  const planted = await Promise.all(Object.entries(plants).map(async ([name, plant]) => (
    { name, complaints: (await runOnce(browser, { name: 'planted', answers: all }, true, plant)).complaints }
  )))
  for (const { name, complaints } of planted) {
    const caught = complaints.some(text => text.startsWith('email in'))
    console.log(`planted leak by ${name.padEnd(28)} ${caught ? 'caught' : 'NOT caught'}`)
    if (caught) clean++
    else problems.push(`the planted leak by ${name} was not caught`)
  }
} finally {
  await browser.close()
}
console.log(`minutes ${((performance.now() - startedAt) / 60_000).toFixed(2)}`)
for (const problem of problems) console.error(`✗ ${problem}`)
writeCounts('leaks', { passed: clean, problems })
process.exit(problems.length > 0 ? 1 : 0)
