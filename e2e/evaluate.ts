import type { EvaluateOptions, EvaluateReport } from '@shopside/cli'
import { evaluate } from '@shopside/cli'
import { habitRows } from './evaluate/habitRows.ts'
import { printRows } from './evaluate/printRows.ts'
import type { Row } from './evaluate/printRows.ts'
import { clickRows, orderRows } from './evaluate/rowsOf.ts'
import { catalogFile, ordersFile } from './store/paths.ts'

// `pnpm evaluate [FILE.csv[@YYYY-MM-DD] …] [--questions N] [--min-prefix N] [--kB N] [--no-baselines] [--no-orders] [--habits]`:
// quality by bytes, in one table. The demo's own orders (Online Retail) from 10 November 2011 on, unless `--no-orders`; every file
// is a history of visits (session_id,timestamp,event,sku), tested from the day named behind @ on, else on its last week.
// `--questions` asks so many of each kind at most, evenly spread over the test (default: all); `--kB` tries one size alone.
// `--habits` is the long form of the test of tuning: four generated habits, five seeds each.

const option = (name: string): number | undefined => {
  const place = process.argv.indexOf(`--${name}`)
  return place < 0 ? undefined : Number(process.argv[place + 1])
}
const onlyKB = option('kB')
const budgets = onlyKB === undefined ? [50e3, 100e3, 200e3, 300e3, 450e3, Infinity] : [onlyKB * 1000]
const rows: Row[] = []

async function measure(name: string, options: EvaluateOptions, rowsOf: (report: EvaluateReport) => Row[]): Promise<void> {
  const report = await evaluate({ budgets, ...options })
  const second = (at: number): string => new Date(at).toISOString().slice(0, 19)
  const { newestTrainedAt, firstTestAt, seconds } = report
  const asked = isFinite(report.questions) ? `at most ${report.questions} of each kind, evenly spread` : 'all'
  console.log(`${name}: newest row that training saw ${second(newestTrainedAt)}, first row of the test ${second(firstTestAt)}, `
    + `questions: ${asked}, ${seconds.toFixed(0)} s`)
  rows.push(...rowsOf(report).map(row => ({ ...row, data: name })))
}

if (process.argv.includes('--habits')) console.log(await habitRows(5))
else {
  const [questions, minPrefix] = [option('questions'), option('min-prefix')]
  const asked = questions === undefined ? {} : { questions }
  if (!process.argv.includes('--no-orders')) {
    const splitAt = Date.UTC(2011, 10, 10)
    await measure('Online Retail', { catalogue: catalogFile, orders: ordersFile, splitAt, ...asked }, orderRows)
  }
  for (const argument of process.argv.slice(2).filter(text => /\.csv/.test(text))) {
    const [file, day] = argument.split('@') as [string, string?]
    await measure(file, {
      events: file, baselines: !process.argv.includes('--no-baselines'),
      ...(day === undefined ? {} : { splitAt: Date.parse(day) }),
      ...asked, ...(minPrefix === undefined ? {} : { minPrefix }),
    }, clickRows)
  }
  console.log(printRows(rows))
}
