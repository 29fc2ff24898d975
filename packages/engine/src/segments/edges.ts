/** What changed from one look to the next: ids that came and ids that went, each in the order of its own list. */
export interface Edges {
  entered: string[]
  exited: string[]
}

/** Segments entered and exited between two looks. Each edge is told once by whoever keeps what was told last. */
export function edges(before: Iterable<{ id: string }>, after: Iterable<{ id: string }>): Edges {
  const [old, now] = [before, after].map(list => new Set([...list].map(({ id }) => id))) as [Set<string>, Set<string>]
  return { entered: [...now].filter(id => !old.has(id)), exited: [...old].filter(id => !now.has(id)) }
}
