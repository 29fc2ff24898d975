import { run } from '../build/run.ts'
import { bin } from '../build/bin.ts'
import type { SuiteResult } from './suite.ts'

/** Runs tools one after the other, all of them, and counts each as one test. A tool is `[name, ...arguments]`. */
export async function commandSuite(tools: [string, ...string[]][]): Promise<SuiteResult> {
  const result: SuiteResult = { passed: 0, problems: [] }
  for (const [name, ...args] of tools) {
    const { code } = await run(bin(name), args, { show: true })
    if (code === 0) result.passed += 1
    else result.problems.push([name, ...args].join(' '))
  }
  return result
}
