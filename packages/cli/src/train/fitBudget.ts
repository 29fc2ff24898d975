import type { ModelParts, Neighbour } from '@shopside/engine'
import { encodeModel } from '@shopside/engine'
import { brotliLength } from '../write/writeModel.ts'

/** A model within its budget. `pruned` relations were left out for it. */
export interface Fitted {
  model: Uint8Array
  brotliBytes: number
  pruned: number
}

/** Neighbours per row that pruning leaves where there are any: a card row needs four. */
const leastPerRow = 4

/**
 * The model file, with so many of its weakest relations left out that it is at most `budget` bytes after brotli.
 * One threshold for all, on weight × 0.93^place in the row, found by halving; the first four of a row stay. When even that is too
 * large, the file is larger than its budget and the caller says so.
 */
export function fitBudget(parts: ModelParts, budget: number): Fitted {
  const whole = measure(encodeModel(parts), 0)
  if (whole.brotliBytes <= budget) return whole
  const worth: number[] = []
  for (const row of [...parts.boughtWith, ...parts.similar]) row.forEach((edge, place) => worth.push(worthOf(edge, place)))
  worth.sort((a, b) => a - b)
  let low = 0
  let high = worth.length
  let best = encodePruned(parts, Infinity)
  for (let round = 0; round < 7 && high - low > worth.length / 200; round++) {
    const middle = low + high >> 1
    const tried = encodePruned(parts, worth[middle] ?? Infinity)
    if (tried.brotliBytes <= budget) {
      best = tried
      high = middle
    } else low = middle + 1
  }
  return best
}

function encodePruned(parts: ModelParts, threshold: number): Fitted {
  let pruned = 0
  const prune = (rows: ModelParts['boughtWith']): Neighbour[][] => rows.map(row => row.filter((edge, place) => {
    const stays = place < leastPerRow || worthOf(edge, place) >= threshold
    if (!stays) pruned++
    return stays
  }))
  const boughtWith = prune(parts.boughtWith)
  const similar = prune(parts.similar)
  return measure(encodeModel({ ...parts, boughtWith, similar }), pruned)
}

function measure(model: Uint8Array, pruned: number): Fitted {
  return { model, brotliBytes: brotliLength(model), pruned }
}

function worthOf(edge: Neighbour, place: number): number {
  return edge.weight * 0.93 ** place
}
