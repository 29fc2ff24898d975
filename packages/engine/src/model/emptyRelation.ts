import type { Relation } from './model.ts'

/** A relation without edges, over `size` items. */
export function emptyRelation(size: number): Relation {
  return { edgeAt: new Uint32Array(size + 1), to: new Uint32Array(), weights: new Float32Array(), oneIn: () => 0 }
}
