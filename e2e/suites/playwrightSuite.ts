import { join } from 'node:path'
import { bin } from '../build/bin.ts'
import { run } from '../build/run.ts'
import { root } from '../root.ts'
import { firstLine } from './firstLine.ts'
import { readReport } from './readReport.ts'
import type { SuiteResult } from './suite.ts'

/** Runs the journeys and counts them. */
export async function playwrightSuite(): Promise<SuiteResult> {
  const report = join(root, '.cache', 'reports', 'journeys.json')
  const args = ['test', '--config', join(root, 'e2e', 'playwright.config.ts')]
  return readReport(report, async () => (await run(bin('playwright'), args, { show: true })).code, json => {
    const { stats, suites, errors } = json as Report
    return { passed: stats.expected, problems: [...errors.map(({ message }) => firstLine(message)), ...suites.flatMap(problemsOf)] }
  })
}

interface Report {
  stats: { expected: number }
  /** Of no test: a file that does not load, a server that does not start. */
  errors: { message: string }[]
  suites: Group[]
}

interface Group {
  suites?: Group[]
  specs: { title: string; file: string; ok: boolean; tests: { results: { errors: { message: string }[] }[] }[] }[]
}

/** A line for each journey that was not green. */
function problemsOf({ suites = [], specs }: Group): string[] {
  const own = specs.filter(({ ok }) => !ok).map(({ title, file, tests }) => {
    const [first] = tests.flatMap(({ results }) => results.flatMap(({ errors }) => errors))
    return `${file}: ${title}: ${firstLine(first?.message ?? '')}`
  })
  return [...own, ...suites.flatMap(problemsOf)]
}
