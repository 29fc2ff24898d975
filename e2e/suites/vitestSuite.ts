import { join, relative } from 'node:path'
import { bin } from '../build/bin.ts'
import { run } from '../build/run.ts'
import { root } from '../root.ts'
import { firstLine } from './firstLine.ts'
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
    const { numPassedTests, testResults } = json as Report
    return { passed: numPassedTests, problems: testResults.flatMap(problemsOf) }
  })
}

interface Report {
  numPassedTests: number
  testResults: FileResult[]
}

interface FileResult {
  /** Path. */
  name: string
  status: string
  message: string
  assertionResults: { fullName: string; status: string; failureMessages: string[] }[]
}

/** A line for each failed test; one for a file that does not even load, which has no tests. */
function problemsOf({ name, status, message, assertionResults }: FileResult): string[] {
  const file = relative(root, name)
  const failed = assertionResults.filter(test => test.status === 'failed')
  if (status !== 'passed' && !failed.length) return [`${file}: ${firstLine(message)}`]
  return failed.map(({ fullName, failureMessages }) => `${file}: ${fullName}: ${firstLine(failureMessages[0] ?? '')}`)
}
