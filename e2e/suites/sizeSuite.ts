import { printSizes } from '../size/printSizes.ts'
import type { SuiteResult } from './suite.ts'

/** Every line of the size table is a test. */
export async function sizeSuite(): Promise<SuiteResult> {
  try {
    const lines = printSizes()
    const problems = lines.filter(line => !line.ok).map(line => `${line.name}, ${line.bytes} bytes, has grown`)
    return { passed: lines.length - problems.length, problems }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return { passed: 0, problems: [String(error)] }
  }
}
