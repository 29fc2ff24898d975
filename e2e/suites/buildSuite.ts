import { buildDeclarations, buildPackages } from '../build/buildPackages.ts'
import { buildModel } from '../store/buildModel.ts'
import { buildStoreClient } from '../store/buildStoreClient.ts'
import { firstLine } from './firstLine.ts'
import type { SuiteResult } from './suite.ts'

/** Builds the packages, their declarations, the demo's model and its scripts: four tests, all tried. */
export async function buildSuite(): Promise<SuiteResult> {
  const result: SuiteResult = { passed: 0, problems: [] }
  const builds = [() => buildPackages(line => console.log(line)), buildDeclarations, () => buildModel(true), buildStoreClient]
  for (const build of builds) {
    try {
      await build()
      result.passed += 1
    } catch (error) {
      console.error(error instanceof Error ? error.message : error)
      result.problems.push(firstLine(String(error)))
    }
  }
  return result
}
