import { largestFirst } from '../train/largest.ts'
import type { DenseEase } from './denseEase.ts'
import type { Ranker } from './protocols.ts'

/**
 * The sum of the rows of all items, none left out and nothing rounded.
 *
 * @param decay older lines say less by this power of their place, as in the engine; 0: all alike
 */
export function denseRanker({ ids, indexOf, weights }: DenseEase, decay: number): Ranker {
  const size = ids.length
  const all = Uint32Array.from(ids, (_, index) => index)
  return (items, count) => {
    const scores = new Float64Array(size)
    const own = new Set(items.map(itemId => indexOf.get(itemId)!))
    items.forEach((itemId, place) => {
      const row = indexOf.get(itemId)! * size
      const voice = (items.length - place) ** -decay
      for (let other = 0; other < size; other++) scores[other]! += voice * weights[row + other]!
    })
    return largestFirst(all, scores, count + own.size).filter(index => !own.has(index) && scores[index]! > 0).slice(0, count)
      .map(index => ids[index]!)
  }
}
