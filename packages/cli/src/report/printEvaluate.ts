import Table from 'cli-table3'
import type { EvaluateReport } from '../evaluate.ts'

/** The report of an evaluation: when training ended and the test began, and one table per question. Shares in percent. */
export function printEvaluate(report: EvaluateReport): string {
  const { oneToRest, lastLine, returning } = report
  const minute = (at: number): string => new Date(at).toISOString().slice(0, 16)
  const trained = `(${report.trainOrders} orders, model of ${report.modelBytes} bytes)`
  return [
    `newest row that training saw  ${minute(report.newestTrainedAt)}  ${trained}`,
    `first row of the test         ${minute(report.firstTestAt)}  (${report.testOrders} orders)`,
    '',
    table(`T3: one line of an order → the rest (${oneToRest[0]!.figures.orders} orders)`, ['hit@5', 'hit@10'],
      oneToRest.map(({ method, figures }) => [method, figures.hit5, figures.hit10])),
    table(`T1: the lines before → the last line (${lastLine[0]!.figures.orders} orders)`, ['HR@5', 'HR@10', 'HR@20', 'MRR@20'],
      lastLine.map(({ method, figures }) => [method, figures.hit5, figures.hit10, figures.hit20, figures.mrr20])),
    table(
      `returning customers: ten cards → what they ordered in the test period (${returning[0]!.figures.shoppers} customers)`,
      ['recall@10', 'hit@10', 'cards'],
      returning.map(({ method, figures }) => [method, figures.recall10, figures.hit10, figures.cards.toFixed(1)]),
    ),
    `seconds ${report.seconds.toFixed(1)}`,
    '',
  ].join('\n')
}

function table(title: string, columns: string[], rows: (string | number)[][]): string {
  const drawn = new Table({
    head: ['', ...columns], style: { head: [], border: [] }, colAligns: ['left', ...columns.map(() => 'right' as const)],
  })
  drawn.push(...rows.map(row => row.map(cell => typeof cell === 'number' ? (cell * 100).toFixed(2) : cell)))
  return `${title}\n${drawn.toString()}\n`
}
