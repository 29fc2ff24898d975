import picocolors from 'picocolors'
import type { ShopReport } from '../../report.ts'
import { count, whole } from '../count.ts'
import { monthName, presetName, stageOrder } from './presetWords.ts'

const { bold, dim, yellow } = picocolors
const column = 9

/** The report as a table: members of each preset at the end of each month, then how stages changed. */
export function printShopReport(report: ShopReport): string {
  const { ends, members, moves, customers, orders, guestOrders, seconds } = report
  const ids = [...stageOrder, ...[...members.keys()].filter(id => !(stageOrder as readonly string[]).includes(id))]
  // A terminal holds six months; all of them are in the page and in --json.
  const shown = ends.map((end, place) => ({ end, place })).slice(-6)
  const row = (label: string, cells: readonly string[]): string =>
    `${label.padEnd(24)}${cells.map(cell => cell.padStart(column)).join('')}`
  const lines = [
    `${bold('customers')} ${whole.format(customers)} of ${count(orders, 'order')}; `
      + `${count(guestOrders, 'order')} of guests left out`,
    ...report.dropped.map(({ reason, remedy, rows, example }) =>
      yellow(`  ${count(rows, 'row')} with a field dropped: ${reason}; first ${example}; ${remedy}`)),
    '',
    bold(
      row(
        'at the end of',
        shown.map(({ end }) => monthName(end)),
      ),
    ),
    ...ids
      .filter(id => members.has(id))
      .map(id =>
        row(
          id.startsWith('rfm:') ? `rfm ${presetName(id).toLowerCase()}` : presetName(id),
          shown.map(({ place }) => whole.format(members.get(id)![place]!)),
        ),
      ),
    '',
    bold(`changes of stage after ${monthName(ends[0]!)}`),
    ...moves.map(({ from, to, times }) => row(`${presetName(from)} to ${presetName(to).toLowerCase()}`, [whole.format(times)])),
    '',
    dim(`judged by the store's own gaps and cuts, by the engine that runs in browsers; ${seconds.toFixed(1)} seconds`),
  ]
  return `${lines.join('\n')}\n`
}
