import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { SuiteResult } from './suite.ts'

/**
 * Runs a test tool that leaves a JSON report, and reads the counts out of it.
 * The report of an earlier run is removed first; no report, no tests, or a bad exit code without a failed test counts as one
 * failure.
 *
 * @param execute runs the tool and gives its exit code
 */
export async function readReport(
  path: string, execute: () => Promise<number>, count: (json: unknown) => SuiteResult,
): Promise<SuiteResult> {
  mkdirSync(dirname(path), { recursive: true })
  rmSync(path, { force: true })
  const code = await execute()
  const result = existsSync(path)
    ? count(JSON.parse(readFileSync(path, 'utf8'))) : { passed: 0, problems: ['the tool left no report'] }
  if (code !== 0 && !result.problems.length) result.problems.push(`exit code ${code}`)
  if (!result.passed && !result.problems.length) result.problems.push('nothing was tested')
  return result
}
