import picocolors from 'picocolors'
import type { BuildReport } from '../build.ts'
import type { Refusal } from '../read/refusals.ts'

const { bold, dim, yellow } = picocolors
const whole = new Intl.NumberFormat('en-GB')

/** The report of a build as lines of text: what was read, what was refused and why, what was learnt, what was written. */
export function printBuild(report: BuildReport, out: string): string {
  const { catalogue, orders, store, pairs } = report
  const lines: string[] = []
  const line = (label: string, text: string): void => void lines.push(`${bold(label.padEnd(12))} ${text}`)
  line('catalogue', `${count(catalogue.rows, 'row')} read, ${count(catalogue.items, 'product')}`)
  refusals(catalogue.refused, 'refused')
  refusals(catalogue.dropped, 'dropped')
  if (orders) {
    const guests = count(store.shoppers - store.customers, 'order')
    const shoppers = `${count(store.customers, 'customer')}, ${guests} without one`
    line('orders', `${count(orders.rows, 'row')} read, ${count(store.orders, 'order')}, ${shoppers}`)
    refusals(orders.refused, 'refused')
    if (orders.returns) lines.push(dim(`  ${count(orders.returns, 'row')} left out: a quantity of 0 or less (returns)`))
    if (orders.notInCatalogue) lines.push(dim(`  ${count(orders.notInCatalogue, 'row')} left out: not in the catalogue`))
    line('pairs', [
      `${whole.format(pairs.counted)} counted`, `${whole.format(pairs.kept)} relations kept`,
      `${whole.format(pairs.belowFloor)} dropped by the floor of distinct shoppers`,
    ].join(', '))
  } else line('orders', 'none: similar and new work, nothing is called popular or bought together')
  if (pairs.pruned) lines.push(dim(`  ${count(pairs.pruned, 'relation')} pruned for the size budget`))
  line('similar', `${whole.format(report.similar)} relations by title, design, kind and category`)
  line('lists', [
    orders ? `${whole.format(report.popularKnown)} popular (last ${report.recentDays} days)` : '0 popular',
    `${whole.format(report.newest)} new`,
    `${whole.format(report.reorder)} with a re-order gap`,
  ].join(', '))
  for (const file of report.files) {
    line('file', `${out}/${file.path}  ${whole.format(file.bytes)} bytes, ${whole.format(file.brotliBytes)} after brotli`)
  }
  if (report.overBudget) lines.push(yellow('  larger than --budget: titles and ids alone need more'))
  line(
    'public', 'anyone can read it: what is bought together, popularity by rank, re-order rhythm; no counts, revenue or customers',
  )
  line('seconds', report.seconds.toFixed(1))
  return `${lines.join('\n')}\n`

  function refusals(list: readonly Refusal[], what: string): void {
    for (const { reason, remedy, rows, example } of list) {
      lines.push(yellow(`  ${count(rows, 'row')} ${what}: ${reason}; first ${example}; ${remedy}`))
    }
  }
}

function count(number: number, noun: string): string {
  return `${whole.format(number)} ${noun}${number === 1 ? '' : 's'}`
}
