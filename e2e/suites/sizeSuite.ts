import { printSizes } from '../size/printSizes.ts'
import type { SuiteResult } from './suite.ts'

/** Every line of the size table is a test. */
export async function sizeSuite(): Promise<SuiteResult> {
  try {
    const lines = printSizes()
    const passed = lines.filter(line => line.ok).length
    return { passed, failed: lines.length - passed }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return { passed: 0, failed: 1 }
  }
}
