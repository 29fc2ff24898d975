import { join } from 'node:path'
import { bin } from '../build/bin.ts'
import { run } from '../build/run.ts'
import { root } from '../root.ts'
import { readReport } from './readReport.ts'
import type { SuiteResult } from './suite.ts'
import { reportPath } from './writeCounts.ts'

/** Runs a command of ours that leaves its counts behind: `e2e/<name>.ts`. */
export function reportSuite(name: string, args: string[] = []): Promise<SuiteResult> {
  const command = ['--conditions=shopside-source', join(root, 'e2e', `${name}.ts`), ...args]
  return readReport(
    reportPath(name), async () => (await run(bin('tsx'), command, { show: true })).code, json => json as SuiteResult,
  )
}
