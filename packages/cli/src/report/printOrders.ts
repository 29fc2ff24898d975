import type { OrdersReport } from '../evaluate/evaluateOrders.ts'
import { printShares } from './printShares.ts'

/** What was measured on orders, one table per question. Shares in percent. */
export function printOrders({ trainOrders, testOrders, oneToRest, firstThree, lastLine, nextBasket }: OrdersReport): string {
  return [
    `${trainOrders} orders before the split, ${testOrders} after it`,
    printShares(
      `T1: the lines before → the last line (${lastLine[0]!.figures.orders} orders)`, ['HR@5', 'HR@10', 'HR@20', 'MRR@20'],
      lastLine.map(({ method, figures }) => [method, figures.hit5, figures.hit10, figures.hit20, figures.mrr20]),
    ),
    printShares(`T2: the first three lines → the rest (${firstThree[0]!.figures.orders} orders)`, ['hit@5', 'hit@10'],
      firstThree.map(({ method, figures }) => [method, figures.hit5, figures.hit10])),
    printShares(`T3: one line of an order → the rest (${oneToRest[0]!.figures.orders} orders)`, ['hit@5', 'hit@10'],
      oneToRest.map(({ method, figures }) => [method, figures.hit5, figures.hit10])),
    printShares(
      `next basket: ten cards → the first order after the split of ${nextBasket[0]!.figures.shoppers} customers `
      + 'who had ordered before',
      ['recall@10', 'NDCG@10', 'hit@10', 'recall of bought before', 'of new to them', 'cards'],
      nextBasket.map(({ method, figures }) =>
        [method, figures.recall10, figures.ndcg10, figures.hit10, figures.repeat10, figures.new10, figures.cards.toFixed(1)]),
    ),
  ].join('\n')
}
