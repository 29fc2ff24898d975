import { join } from 'node:path'
import { bin } from '../build/bin.ts'
import { run } from '../build/run.ts'
import { root } from '../root.ts'
import { readReport } from './readReport.ts'
import type { SuiteResult } from './suite.ts'

/** Runs projects of vite.config.ts together and counts their tests. */
export async function vitestSuite(...projects: string[]): Promise<SuiteResult> {
  const report = join(root, '.cache', 'reports', `${projects[0]}.json`)
  const args = [
    'run', ...projects.flatMap(project => ['--project', project]), '--reporter=default', '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  return readReport(report, async () => (await run(bin('vitest'), args, { show: true })).code, json => {
    const { numPassedTests = 0, numFailedTests = 0, numFailedTestSuites = 0 } = json as Record<string, number>
    // A file that does not even load has no failed test: it counts as one.
    return { passed: numPassedTests, failed: numFailedTests > 0 ? numFailedTests : Math.min(numFailedTestSuites, 1) }
  })
}
