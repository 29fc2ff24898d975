/** What one suite came to, in tests where it has tests, else 1 for the suite itself. */
export interface SuiteResult {
  passed: number
  /** What failed, a line each. Said again at the very end, since the middle of a long output gets lost. */
  problems: string[]
}

/** One of the things `pnpm test` checks. */
export interface Suite {
  name: string
  /** Minutes on two cores, less what was taken from them; over it is red. */
  budgetMinutes: number
  run(): Promise<SuiteResult>
}
