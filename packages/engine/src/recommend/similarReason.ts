import type { Model } from '../model/model.ts'
import { defined } from './defined.ts'
import type { Reason } from './recommendation.ts'

/** What two items have in common, the most telling first: design, kind, category, else words of the title. */
export function similarReason(model: Model, index: number, neighbour: number): Reason {
  const { itemId, title, motif, kind, category } = model.product(index)
  const isShared = (column: (index: number) => number): boolean => column(index) !== 0 && column(index) === column(neighbour)
  const [shared, value] = isShared(model.motif) ? ['design', motif] as const
    : isShared(model.kind) ? ['kind', kind] as const
      : isShared(model.category) ? ['category', category] as const : ['words', undefined] as const
  return defined<Reason>({ kind: 'similar-to', itemId, title, shared, value })
}
