import type { Model } from '../model/model.ts'
import type { ScoreBoard } from './scoreBoard.ts'

/** Items that are picked out in one pass: enough for an ordinary row at first, and for one that passes over many later. */
const fewest = 32
const most = 64

/**
 * The touched items of a board, strongest first, one at each call; -1 when there are no more. A row needs a few dozen of the
 * hundreds that were touched, so a pass picks out the best few: most items are compared once, with the last of those. (With a
 * heap of all of them the twenty best of 1,260 took twice as long.) Scores must stay as they are meanwhile.
 *
 * Compared as 32-bit floats, so that the last bit of a device's `exp` decides nothing; equal ones go by popularity, then by id.
 */
export function strongestFirst({ scores, touched, count }: ScoreBoard, { popularRank, itemId }: Model): () => number {
  const best: number[] = []
  const values: number[] = []
  let room = 0
  let held = 0
  let given = 0

  /** Of two that score the same. */
  const isBefore = (a: number, b: number): boolean => {
    const rank = popularRank(a) - popularRank(b)
    return rank ? rank < 0 : itemId(a) < itemId(b)
  }
  const pick = (): void => {
    const before = held ? best[held - 1]! : -1
    const ceiling = held ? values[held - 1]! : Infinity
    const wanted = held ? most : fewest
    let lowest = 0
    let last = 0
    for (let at = 0; at < count; at++) {
      const index = touched[at]!
      const value = Math.fround(scores[index]!)
      if (value < lowest || value > ceiling || (value === ceiling && !isBefore(before, index))) continue
      let place = last
      for (; place; place--) {
        const other = values[place - 1]!
        if (other > value || (other === value && !isBefore(index, best[place - 1]!))) break
        if (place === wanted) continue
        best[place] = best[place - 1]!
        values[place] = other
      }
      if (place === wanted) continue
      best[place] = index
      values[place] = value
      if (last < wanted) last++
      if (last === wanted) lowest = values[last - 1]!
    }
    room = wanted
    held = last
    given = 0
  }
  return () => {
    if (given === held && held === room) pick()
    return given < held ? best[given++]! : -1
  }
}
