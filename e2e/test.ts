import pc from 'picocolors'
import { stolenMinutes } from './suites/stolenMinutes.ts'
import { suites } from './suites/suites.ts'

// `pnpm test`: every suite runs, whatever the ones before it came to. Red when a test fails or a suite takes longer than its
// budget: by the clock, less what a shared machine took from us and gave to others. The last line is `N passed, N failed`. `pnpm test lint units` runs those alone; `--full` takes the long ways and has no
// budget.

const isFull = process.argv.includes('--full')
if (isFull) process.env['SHOPSIDE_FULL'] = '1'
const wanted = process.argv.slice(2).filter(word => !word.startsWith('-'))
const unknown = wanted.filter(word => !suites.some(suite => suite.name === word))
if (unknown.length > 0) {
  console.error(`No suite is called ${unknown.join(', ')}. There are: ${suites.map(suite => suite.name).join(', ')}.`)
  process.exit(1)
}

let passed = 0
const problems: string[] = []
const lines: string[] = []
for (const suite of suites) {
  if (wanted.length > 0 && !wanted.includes(suite.name)) continue
  console.log(pc.bold(`\n── ${suite.name}`))
  const startedAt = performance.now()
  const stolenBefore = stolenMinutes()
  const result = await suite.run()
  const byClock = (performance.now() - startedAt) / 60_000
  const minutes = byClock - (stolenMinutes() - stolenBefore)
  const slow = !isFull && minutes > suite.budgetMinutes
  passed += result.passed
  problems.push(...[...result.problems, ...slow ? ['over its budget'] : []].map(problem => `${suite.name}: ${problem}`))
  const mark = result.problems.length > 0 || slow ? pc.red('✗') : pc.green('✓')
  const time = `${minutes.toFixed(2)} of ${suite.budgetMinutes.toFixed(2)} min`
  const counts = `${result.passed} passed, ${result.problems.length} failed`
  lines.push(`${mark} ${suite.name.padEnd(9)} ${time.padStart(17)}, ${byClock.toFixed(2)} by the clock  ${counts}${slow ? pc.red('  over its budget') : ''}`)
}
console.log(`\n${lines.join('\n')}\n`)
for (const problem of problems) console.log(`${pc.red('✗')} ${problem}`)
console.log(`${passed} passed, ${problems.length} failed`)
process.exit(problems.length > 0 ? 1 : 0)
