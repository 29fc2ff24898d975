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
  const scores = new Float64Array(size)
  const touched = new Uint32Array(size)

  /** Adds up the rows of `lines`, the newest last; returns how many items were touched. */
  function speak(lines: Uint32Array, { at, to, weight }: EaseRows, neighbours: number, decay: number): number {
    let count = 0
    for (let place = Math.max(0, lines.length - mostLines); place < lines.length; place++) {
      const voice = (lines.length - place) ** -decay
      const line = lines[place]!
      for (let edge = at[line]!, last = Math.min(at[line + 1]!, edge + neighbours); edge < last; edge++) {
        const other = to[edge]!
        if (scores[other] === 0) touched[count++] = other
        scores[other]! += voice * weight[edge]!
      }
    }
    return count
  }
  /** How many touched items, those of the question left out, come before one. */
  function rankOf(wanted: number, count: number, lines: Uint32Array): number {
    const own = scores[wanted]!
    if (own === 0) return Infinity
    for (const line of lines) scores[line] = line === wanted ? own : -1
    let rank = 0
    for (let place = 0; place < count; place++) if (scores[touched[place]!]! > own) rank++
    return rank
  }
  function wipe(count: number, lines: Uint32Array): void {
    for (let place = 0; place < count; place++) scores[touched[place]!] = 0
    for (const line of lines) scores[line] = 0
  }

  return {
    orders: asked.length,
    score(rows, neighbours, basketDecays) {
      const last20 = basketDecays.map(() => 0)
      let one5 = 0
      asked.forEach((lines, order) => {
        const before = lines.subarray(0, -1)
        basketDecays.forEach((basketDecay, at) => {
          const count = speak(before, rows, neighbours, basketDecay)
          if (rankOf(lines.at(-1)!, count, before) < 20) last20[at]!++
          wipe(count, lines)
        })

        // Any line, the same one in every run: a multiplicative hash of the order's place (Knuth).
        const query = lines.subarray((Math.imul(order + 1, 2654435761) >>> 0) % lines.length).subarray(0, 1)
        const count = speak(query, rows, neighbours, 0)
        const best = touched.slice(0, count).sort((a, b) => scores[b]! - scores[a]! || a - b).subarray(0, 5)
        if (best.some(other => lines.includes(other))) one5++
        wipe(count, lines)
      })
      return last20.map(found => {
        const shares = { last20: found / asked.length, one5: one5 / asked.length }
        return { ...shares, worth: (shares.last20 + shares.one5) / 2 }
      })
    },
  }
}
