import type { Model } from '../model/model.ts'

/** How alike two items look that share this, 1 in all. Ours, by what a row of them looks like: two mugs more than two roses. */
const sameKind = 0.5
const sameMotif = 0.3
const sameCategory = 0.2

/**
 * How alike two items are, 0..1: by the kind, design and department that they share, or as the row of the first in the content
 * relation says.
 */
export function alikeness({ kind, motif, category, similar }: Model, a: number, b: number): number {
  const { startOf, edgeAt, to, levels, weightOf } = similar
  const shared = (column: (index: number) => number): boolean => column(a) !== 0 && column(a) === column(b)
  const facts = (shared(kind) ? sameKind : 0) + (shared(motif) ? sameMotif : 0) + (shared(category) ? sameCategory : 0)
  for (let edge = startOf(a); edge < edgeAt[a + 1]!; edge++) if (to[edge] === b) return Math.max(facts, weightOf[levels[edge]!]!)
  return facts
}
