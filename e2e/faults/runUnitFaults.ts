import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { bin } from '../build/bin.ts'
import { run } from '../build/run.ts'
import { root } from '../root.ts'

/** A fault that needs no browser: it is injected into fake-indexeddb. */
export interface UnitFault {
  title: string
  held: boolean
}

const folder = join('packages', 'browser', 'test', 'faults')

interface Report {
  testResults: { assertionResults: { fullName: string; status: string }[] }[]
}

/** Runs the faults of `packages/browser/test/faults`; none where there are none. */
export async function runUnitFaults(): Promise<UnitFault[]> {
  if (!existsSync(join(root, folder))) return []
  const report = join(root, '.cache', 'reports', 'unit-faults.json')
  mkdirSync(dirname(report), { recursive: true })
  rmSync(report, { force: true })
  await run(bin('vitest'), ['run', '--project', 'faults', folder, '--reporter=json', `--outputFile=${report}`])
  if (!existsSync(report)) return [{ title: `${folder} could not be run`, held: false }]
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report
  return testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status !== 'pending' && status !== 'skipped').map(
      ({ fullName, status }) => ({ title: fullName.trim(), held: status === 'passed' }),
    ))
}
