import type { EaseRows } from '../train/ease.ts'
import type { OrderTable } from '../train/orderTable.ts'
import type { LastOrders } from './lastOrders.ts'

/** Shares, 0..1. */
export interface BasketScore {
  /** T1: the last line among 20, from the lines before it. */
  last20: number
  /** T3: one of the other lines among 5, from one line. */
  one5: number
  /** What is made as large as can be: their mean. */
  worth: number
}

/** Asks the last orders. */
export interface BasketQuestions {
  /** Orders asked about. */
  orders: number
  /** A score for each of `basketDecays`. */
  score(rows: EaseRows, neighbours: number, basketDecays: readonly number[]): BasketScore[]
}

/** Lines that a question holds at most, the newest: what a basket has before them says next to nothing. */
const mostLines = 50

/** The questions that the last orders ask of basket relations: lines of items that the past knows, at least two. */
export function judgeBaskets({ lineAt, item, size }: OrderTable, { first, end, known }: LastOrders): BasketQuestions {
  const asked: Uint32Array[] = []
  for (let order = first; order < end; order++) {
    const lines = item.subarray(lineAt[order], lineAt[order + 1]).filter(each => known[each] === 1)
    if (lines.length > 1) asked.push(lines)
  }
  const touched = new Uint32Array(size)
  let scores = new Float64Array(0)
  const isLine = new Uint8Array(size)

  /** How many orders have their last line among 20, by decay. The scores of an item lie side by side: its rows are read once. */
  function askLast({ at, to, weight }: EaseRows, neighbours: number, decays: readonly number[]): number[] {
    const width = decays.length
    const found = decays.map(() => 0)
    const ranks = new Uint32Array(width)
    const voices = new Float64Array(width)
    if (scores.length !== size * width) scores = new Float64Array(size * width)
    for (const lines of asked) {
      const last = lines.length - 1
      let count = 0
      for (let place = 0; place < last; place++) isLine[lines[place]!] = 1
      for (let place = Math.max(0, last - mostLines); place < last; place++) {
        const line = lines[place]!
        for (let lane = 0; lane < width; lane++) voices[lane] = (last - place) ** -decays[lane]!
        for (let edge = at[line]!, end = Math.min(at[line + 1]!, edge + neighbours); edge < end; edge++) {
          const own = to[edge]! * width
          if (scores[own] === 0) touched[count++] = to[edge]!
          for (let lane = 0; lane < width; lane++) scores[own + lane]! += voices[lane]! * weight[edge]!
        }
      }
      const wanted = lines[last]! * width
      if (scores[wanted]! > 0) {
        ranks.fill(0)
        for (let place = 0; place < count; place++) {
          if (isLine[touched[place]!] === 1) continue
          const own = touched[place]! * width
          for (let lane = 0; lane < width; lane++) if (scores[own + lane]! > scores[wanted + lane]!) ranks[lane]!++
        }
        for (let lane = 0; lane < width; lane++) if (ranks[lane]! < 20) found[lane]!++
      }
      for (let place = 0; place < count; place++) scores.fill(0, touched[place]! * width, (touched[place]! + 1) * width)
      for (const line of lines) isLine[line] = 0
    }
    return found
  }
  /** How many orders have one of their lines among the five first of another. */
  function askOne({ at, to }: EaseRows, neighbours: number): number {
    let found = 0
    asked.forEach((lines, order) => {
      // Any line, the same one in every run: a multiplicative hash of the order's place (Knuth).
      const line = lines[(Math.imul(order + 1, 2654435761) >>> 0) % lines.length]!
      const row = to.subarray(at[line], Math.min(at[line + 1]!, at[line]! + Math.min(5, neighbours)))
      if (row.some(other => lines.includes(other))) found++
    })
    return found
  }

  return {
    orders: asked.length,
    score(rows, neighbours, basketDecays) {
      const one5 = askOne(rows, neighbours) / asked.length
      return askLast(rows, neighbours, basketDecays).map(found => {
        const last20 = found / asked.length
        return { last20, one5, worth: (last20 + one5) / 2 }
      })
    },
  }
}
