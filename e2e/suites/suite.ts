/** What one suite came to. Counts are tests where the suite has tests, else 1 for the suite itself. */
export interface SuiteResult {
  passed: number
  failed: number
}

/** One of the things `pnpm test` checks. */
export interface Suite {
  name: string
  /** Minutes on two cores; over it is red. */
  budgetMinutes: number
  run(): Promise<SuiteResult>
}
