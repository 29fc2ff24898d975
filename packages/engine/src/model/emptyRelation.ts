import type { Relation } from './model.ts'

/** A relation without edges, over `size` items. */
export function emptyRelation(size: number): Relation {
  return {
    edgeAt: new Uint32Array(size + 1), to: new Uint16Array(), levels: new Uint8Array(), weightOf: new Float32Array(),
    startOf: () => 0, oneIn: () => 0,
  }
}
