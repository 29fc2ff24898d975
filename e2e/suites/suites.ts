import { buildSuite } from './buildSuite.ts'
import { commandSuite } from './commandSuite.ts'
import { playwrightSuite } from './playwrightSuite.ts'
import { reportSuite } from './reportSuite.ts'
import { sizeSuite } from './sizeSuite.ts'
import type { Suite } from './suite.ts'
import { vitestSuite } from './vitestSuite.ts'

/**
 * Everything `pnpm test` checks, in this order, each with its minutes on two quiet cores. `build` stands for the install before
 * it too.
 */
export const suites: Suite[] = [
  { name: 'lint', budgetMinutes: 0.1, run: () => commandSuite([['oxlint', '--quiet', '.']]) },
  {
    name: 'types',
    budgetMinutes: 0.4,
    run: () => commandSuite([['tsc', '-b'], ['tsc', '-p', 'e2e/tsconfig.tests.json'], ['tsc', '-p', 'demo-store']]),
  },
  // The rules of the house among them: one start of the runner less.
  { name: 'units', budgetMinutes: 1.5, run: () => vitestSuite('unit', 'rules', 'pure') },
  { name: 'commands', budgetMinutes: 0.8, run: () => vitestSuite('commands') },
  { name: 'build', budgetMinutes: 1.6, run: buildSuite },
  { name: 'built', budgetMinutes: 1, run: () => vitestSuite('built') },
  { name: 'sizes', budgetMinutes: 0.1, run: sizeSuite },
  { name: 'journeys', budgetMinutes: 3, run: playwrightSuite },
  { name: 'faults', budgetMinutes: 3, run: () => reportSuite('faults') },
  { name: 'kill', budgetMinutes: 1, run: () => reportSuite('kill') },
  { name: 'hostile', budgetMinutes: 1.15, run: () => reportSuite('hostile') },
  { name: 'leaks', budgetMinutes: 0.85, run: () => reportSuite('leaks') },
  // Both together have the minute of "model fuzz and segments".
  { name: 'fuzz', budgetMinutes: 0.3, run: () => reportSuite('fuzz') },
  { name: 'segments', budgetMinutes: 0.7, run: () => reportSuite('segments') },
]
