import type { Model } from '../model/model.ts'
import type { ScoreBoard } from './scoreBoard.ts'

/**
 * The touched items of a board, strongest first, one at each call; -1 when there are no more. A heap: putting it up is linear,
 * and a row needs a few dozen of the hundreds that were touched. Scores must stay as they are meanwhile.
 *
 * Compared as 32-bit floats, so that the last bit of a device's `exp` decides nothing; equal ones go by popularity, then by id.
 */
export function strongestFirst({ scores, touched }: ScoreBoard, { popularRank, itemId }: Model): () => number {
  const heap = Uint32Array.from(touched)
  let count = heap.length

  const isBefore = (a: number, b: number): boolean => {
    const more = Math.fround(scores[a]!) - Math.fround(scores[b]!)
    if (more) return more > 0
    const rank = popularRank(a) - popularRank(b)
    return rank ? rank < 0 : itemId(a) < itemId(b)
  }
  const sink = (item: number, place: number): void => {
    for (let child: number; (child = 2 * place + 1) < count; place = child) {
      if (child + 1 < count && isBefore(heap[child + 1]!, heap[child]!)) child++
      if (!isBefore(heap[child]!, item)) break
      heap[place] = heap[child]!
    }
    heap[place] = item
  }
  for (let place = count >> 1; place--;) sink(heap[place]!, place)

  return () => {
    if (!count) return -1
    const first = heap[0]!
    sink(heap[--count]!, 0)
    return first
  }
}
