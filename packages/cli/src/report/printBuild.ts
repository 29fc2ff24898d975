import picocolors from 'picocolors'
import type { BuildReport, RowsReport } from '../build.ts'
import type { LeftOut } from '../read/leftOut.ts'
import type { Refusal } from '../read/refusals.ts'
import { count, whole } from './count.ts'
import { printLearnt } from './printLearnt.ts'
import { printBytes } from './printBytes.ts'
import { printPublic } from './printPublic.ts'

const { bold, dim, yellow } = picocolors

/**
 * The report of a build as lines of text: what was read, what was refused and why, what was learnt, what was written, what it
 * tells.
 */
export function printBuild(report: BuildReport, out: string): string {
  const { catalogue, orders, events, store } = report
  const lines: string[] = []
  const line = (label: string, text: string): void => void lines.push(`${bold(label.padEnd(12))} ${text}`)
  if (catalogue) {
    line('catalogue', `${count(catalogue.rows, 'row')} read, ${count(report.items, 'product')}`)
    list(catalogue.refused, 'refused')
    list(catalogue.dropped, 'with a field dropped')
    leftOut(catalogue.leftOut)
  } else line('catalogue', `none: ${count(report.items, 'product')} that occur, by their ids`)
  if (report.tables) {
    line('tables', Object.entries(report.tables).map(([table, rows]) => `${table} ${whole.format(rows)}`).join(', '))
  }
  if (orders) {
    const guests = count(store.shoppers - store.customers, 'order')
    const shoppers = `${count(store.customers, 'customer')}, ${guests} without one`
    line('orders', `${count(orders.rows, 'row')} read, ${count(store.orders, 'order')}, ${shoppers}`)
    rows(orders)
  }
  if (events) {
    line('events', `${count(events.rows, 'row')} read`)
    rows(events)
  }
  if (!orders && !events && !report.tables) {
    line('orders', 'none: similar and new work, nothing is called popular or bought together')
  }
  for (const [label, text] of printLearnt(report)) line(label, text)
  if (report.relations) {
    const relations = Object.entries(report.relations.kept).map(([name, edges]) => `${name} ${whole.format(edges)}`)
    const kept = relations.join(', ') || 'none'
    line('imported', `${kept}: in place of ours, no floor of shoppers was applied to them`)
    list(report.relations.refused, 'refused')
    const { notInCatalogue } = report.relations
    if (notInCatalogue) lines.push(dim(`  ${count(notInCatalogue, 'row')} left out: not in the catalogue`))
  }
  for (const file of report.files) {
    line('file', `${out}/${file.path}  ${whole.format(file.bytes)} bytes, ${whole.format(file.brotliBytes)} after brotli`)
  }
  printBytes(report).forEach((text, at) => line(at === 0 ? 'bytes' : '', text))
  if (report.pruned) lines.push(dim(`  ${count(report.pruned, 'relation')} left out for --budget`))
  if (report.overBudget) lines.push(yellow('  larger than --budget, whatever is left out'))
  printPublic(report).forEach((text, at) => line(at === 0 ? 'public' : '', text))
  line('seconds', report.seconds.toFixed(1))
  return `${lines.join('\n')}\n`

  function rows({ refused, dropped, leftOut: reasons, notInCatalogue }: RowsReport): void {
    list(refused, 'refused')
    list(dropped, 'with a field dropped')
    leftOut(reasons)
    if (notInCatalogue) lines.push(dim(`  ${count(notInCatalogue, 'row')} left out: not in the catalogue`))
  }

  function list(refusals: readonly Refusal[], what: string): void {
    for (const { reason, remedy, rows: number, example } of refusals) {
      lines.push(yellow(`  ${count(number, 'row')} ${what}: ${reason}; first ${example}; ${remedy}`))
    }
  }

  function leftOut(reasons: readonly LeftOut[]): void {
    for (const { reason, rows: number } of reasons) lines.push(dim(`  ${count(number, 'row')} left out: ${reason}`))
  }
}
