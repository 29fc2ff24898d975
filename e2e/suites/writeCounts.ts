import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from '../root.ts'
import type { SuiteResult } from './suite.ts'

/** Where the command `name` leaves its counts. */
export function reportPath(name: string): string {
  return join(root, '.cache', 'reports', `${name}.json`)
}

/** Leaves a command's counts for `pnpm test`, and says them. */
export function writeCounts(name: string, counts: SuiteResult): void {
  const path = reportPath(name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, JSON.stringify(counts))
  console.log(`${counts.passed} passed, ${counts.problems.length} failed`)
}
