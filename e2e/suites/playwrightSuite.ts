import { join } from 'node:path'
import { bin } from '../build/bin.ts'
import { run } from '../build/run.ts'
import { root } from '../root.ts'
import { readReport } from './readReport.ts'
import type { SuiteResult } from './suite.ts'

/** Runs the journeys and counts them. */
export async function playwrightSuite(): Promise<SuiteResult> {
  const report = join(root, '.cache', 'reports', 'journeys.json')
  const args = ['test', '--config', join(root, 'e2e', 'playwright.config.ts')]
  return readReport(report, async () => (await run(bin('playwright'), args, { show: true })).code, json => {
    const { expected = 0, unexpected = 0, flaky = 0 } = (json as { stats?: Record<string, number> }).stats ?? {}
    return { passed: expected, failed: unexpected + flaky }
  })
}
