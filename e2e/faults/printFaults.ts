import pc from 'picocolors'
import { firstLine } from '../suites/firstLine.ts'
import type { SuiteResult } from '../suites/suite.ts'
import type { Outcome } from './fault.ts'
import type { UnitFault } from './runUnitFaults.ts'

/** The number in front of a fault's letter. */
const numberOf = (id: string): number => Number.parseInt(id, 10)

/** Prints the table and the two figures. A fault that did not fire counts as failed. */
export function printFaults(outcomes: readonly Outcome[], units: readonly UnitFault[], minutes: number): SuiteResult {
  const inOrder = outcomes.toSorted((a, b) => numberOf(a.id) - numberOf(b.id) || (a.id < b.id ? -1 : 1))
  console.log(pc.bold('  #    fired  result  fault'))
  for (const { id, name, fired, result, why, seconds } of inOrder) {
    const mark = result === 'held' ? pc.green('held ') : result === 'broke' ? pc.red('broke') : pc.dim('—    ')
    const words = result === 'not here' ? pc.dim(
      `  not injectable here: ${why}`,
    ) : `${pc.dim(`  ${seconds.toFixed(1)} s`)}${why === '' ? '' : pc.red(`\n                      ${why}`)}`
    console.log(
      `  ${id.padEnd(4)} ${result === 'not here' ? 'no   ' : fired ? 'yes  ' : pc.red('no   ')}  ${mark}   ${name}${words}`,
    )
  }
  if (units.length > 0) {
    console.log(pc.bold('\n  Injected into fake-indexeddb (packages/browser/test/faults), which says itself that each fired'))
    for (const { title, held } of units) console.log(`  ${held ? pc.green('held ') : pc.red('broke')}  ${title}`)
  }
  const injected = inOrder.filter(({ result }) => result !== 'not here')
  const problems = [
    ...injected.filter(({ result }) => result === 'broke').map(({ id, name, why }) => `${id} ${name}: ${firstLine(why)}`),
    ...units.filter(({ held }) => !held).map(({ title }) => title),
  ]
  const sum = (of: (outcome: Outcome) => number): number => injected.reduce((total, outcome) => total + of(outcome), 0)
  console.log(`\n${injected.length} faults injected in the browser, ${injected.filter(({ fired }) => fired).length} fired, ${units.length} without one; `
    + `${inOrder.length - injected.length} not injectable here`)
  console.log(`host exceptions: ${sum(({ hostComplaints }) => hostComplaints)}`)
  console.log(`acknowledged events lost: ${sum(({ lost }) => lost)} of ${sum(({ acknowledged }) => acknowledged)}`)
  console.log(`minutes: ${minutes.toFixed(2)}`)
  return { passed: injected.length + units.length - problems.length, problems }
}
