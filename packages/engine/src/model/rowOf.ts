import type { Neighbour, Relation } from './model.ts'

/** One row of a relation as objects, strongest first. */
export function rowOf({ startOf, edgeAt, to, levels, weightOf, oneIn }: Relation, index: number): Neighbour[] {
  const row: Neighbour[] = []
  for (let edge = startOf(index); edge < edgeAt[index + 1]!; edge++) {
    const people = oneIn(edge)
    row.push({ index: to[edge]!, weight: weightOf[levels[edge]!]!, ...(people > 0 && { oneIn: people }) })
  }
  return row
}
