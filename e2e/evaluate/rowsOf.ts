import type { EvaluateReport } from '@shopside/cli'
import type { Row } from './printRows.ts'

/**
 * A line a model, and one for each thing that it has to beat, of a report on orders: baskets, then the next order. What does not
 * depend on a model is said once.
 */
export function orderRows(report: EvaluateReport): Row[] {
  return [...basketRows(report), ...nextBasketRows(report)]
}

function nextBasketRows({ models }: EvaluateReport): Row[] {
  return models.flatMap(({ name, build, orders }, place) => orders!.nextBasket.flatMap(({ method, figures }) => {
    const isModel = method.includes('(engine)')
    if (!isModel && place > 0) return []
    return [{
      method: isModel ? `${name}, ${method}` : method, ...(isModel && { bytes: build.learntBytes }),
      figures: {
        'recall@10': figures.recall10, 'NDCG@10': figures.ndcg10, 'hit@10': figures.hit10, 'of repeats': figures.repeat10,
        'of new': figures.new10,
      },
    }]
  }))
}

function basketRows({ models }: EvaluateReport): Row[] {
  const rows: Row[] = []
  models.forEach(({ name, build, orders }, place) => {
    const { lastLine, firstThree, oneToRest } = orders!
    for (const [at, { method, figures }] of lastLine.entries()) {
      const isModel = /^model row$|^bought-together \(engine\)$/.test(method)
      if (!isModel && (place > 0 || /model|engine/.test(method))) continue
      rows.push({
        method: isModel ? `${name}, ${method}` : method, ...(isModel && { bytes: build.learntBytes }),
        figures: {
          'T1 HR@20': figures.hit20, 'T1 MRR@20': figures.mrr20, 'T2 hit@5': firstThree[at]!.figures.hit5,
          'T3 hit@5': oneToRest[at]!.figures.hit5,
          'T3 hit@10': oneToRest[at]!.figures.hit10,
        },
      })
    }
  })
  return rows
}

/** The same of a report on visits. */
export function clickRows({ models, events }: EvaluateReport): Row[] {
  const bytesOf = new Map(models.map(({ name, build }) => [name, build.learntBytes]))
  return events!.methods.map(({ method, figures }) => ({
    method, ...(bytesOf.has(method) && { bytes: bytesOf.get(method)! }),
    figures: {
      'HR@10': figures.hit10, 'HR@20': figures.hit20, 'MRR@20': figures.mrr20, 'NDCG@10': figures.ndcg10,
      'NOVEL HR@20': figures.novelHit20,
      'NOVEL MRR@20': figures.novelMrr20, coverage: figures.coverage20,
    },
  }))
}
