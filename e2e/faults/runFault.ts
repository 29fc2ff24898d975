import type { Browser, BrowserContext, Page } from '@playwright/test'
import { watchContext } from '../browser/oracle.ts'
import type { StaticHost } from '../browser/serveFolder.ts'
import { missing } from '../kill/arms.ts'
import { must, NotHere, type Fault, type Outcome } from './fault.ts'
import { createStage, firedMark, type Stage } from './stage.ts'

const defaultTimeoutMs = 30_000
/** Greatest sum of layout shifts on a page: what the catalogue calls "no shift". */
const greatestShift = 0.01

/** Runs one fault in a context of its own, under the oracle, and judges. Never throws. */
export async function runFault(fault: Fault, browser: Browser, host: StaticHost, isFull: boolean): Promise<Outcome> {
  const startedAt = performance.now()
  const outcome: Outcome = {
    id: fault.id, name: fault.name, fired: false, result: 'held', why: '', hostComplaints: 0, acknowledged: 0, lost: 0,
    seconds: 0,
  }
  if (fault.notHere !== undefined) return { ...outcome, result: 'not here', why: fault.notHere }
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' })
  const problems: string[] = []
  try {
    await within((fault.timeoutMs ?? defaultTimeoutMs) * (isFull ? 4 : 1), run(fault, context, host, isFull, outcome, problems))
  } catch (error) {
    if (error instanceof NotHere) {
      await context.close()
      return { ...outcome, fired: false, result: 'not here', why: error.message }
    }
    problems.push(error instanceof Error ? error.message.split('\n').slice(0, 3).join(' ') : String(error))
  }
  await Promise.race([context.close().catch(() => {}), new Promise(resolve => setTimeout(resolve, 5000))])
  if (!outcome.fired) problems.push('did not fire')
  if (problems.length > 0) Object.assign(outcome, { result: 'broke', why: problems.join(' · ') })
  return { ...outcome, seconds: (performance.now() - startedAt) / 1000 }
}

async function run(
  fault: Fault, context: BrowserContext, host: StaticHost, isFull: boolean, outcome: Outcome, problems: string[],
): Promise<void> {
  const expected: RegExp[] = []
  const proofs: RegExp[] = []
  context.on('console', message => { if (message.text() === firedMark) outcome.fired = true })
  const origin = fault.onPlainHttp ? host.url.replace('localhost', 'plain.test') : host.url
  const stage = createStage(
    context, host, isFull, `f${fault.id}`,
    { expect: pattern => expected.push(pattern), proof: pattern => { proofs.push(pattern); expected.push(pattern) } },
    () => { outcome.fired = true }, origin)

  // The tool that runs this file gives inner functions names by a helper that pages do not have.
  await context.addInitScript('globalThis.__name ??= named => named')
  await fault.inject?.(stage)
  const oracle = await watchContext(context, origin)
  try {
    await (fault.journey ?? plainJourney)(stage)
    await fault.expect(stage)
    if (stage.acknowledged.size > 0) {
      const { ids, known } = await stage.copy()
      const lost = missing(stage.acknowledged, [...ids, ...known])
      outcome.lost = lost.length
      if (lost.length > 0) {
        problems.push(`${lost.length} of ${stage.acknowledged.size} acknowledged events lost: ${lost.slice(0, 3).join(' ')}`)
      }
      must(new Set(ids).size === ids.length, `${ids.length - new Set(ids).size} events are there twice`)
    }
  } finally {
    outcome.acknowledged = stage.acknowledged.size
    const all = await oracle.complaints().catch((error: unknown) => [`oracle: ${String(error)}`])
    if (all.some(text => proofs.some(pattern => pattern.test(text)))) outcome.fired = true
    const complaints = all.filter(text => !expected.some(pattern => pattern.test(text)))
    outcome.hostComplaints = complaints.length
    problems.push(...complaints.slice(0, 3).map(text => `host: ${text.slice(0, 300)}`))
  }
  for (const page of context.pages()) problems.push(...await looksUnhurt(page))
}

/** The default way through: a page that says what is looked at. */
async function plainJourney(stage: Stage): Promise<void> {
  await stage.track(await stage.open(), 5)
}

/** The host's heart goes on, and nothing moved. */
async function looksUnhurt(page: Page): Promise<string[]> {
  if (page.isClosed() || page.url() === 'about:blank') return []
  const read = (): Promise<{ beats: number; shift: number } | undefined> => page.evaluate(() => {
    const { beats, shift } = document.documentElement.dataset
    return beats === undefined ? undefined : { beats: Number(beats), shift: Number(shift ?? 0) }
  })
  const before = await read()
  if (before === undefined) return []
  // Until the next beat: a page that stands still never gives it.
  const beat = await page.waitForFunction(
    beats => Number(document.documentElement.dataset['beats']) > beats, before.beats, { timeout: 3000 },
  )
    .then(() => true, () => false)
  const { shift } = (await read())!
  return [...(beat ? [] : ['the host\'s heart stopped']), ...(shift > greatestShift ? [`layout shift ${shift.toFixed(3)}`] : [])]
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>(
    (_, reject) => { timer = setTimeout(() => reject(new Error(`still busy after ${ms / 1000} s`)), ms) },
  )
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
