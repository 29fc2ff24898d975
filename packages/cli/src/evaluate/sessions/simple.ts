import type { SessionRanker, Session } from './sessionData.ts'

/** Looks per item. */
export function countLooks(sessions: readonly Session[], size: number): Float64Array {
  const looks = new Float64Array(size)
  for (const { items } of sessions) for (const item of items) looks[item]!++
  return looks
}

/** The most looked at, for everybody. */
export function popularity(looks: Float64Array): SessionRanker {
  const best = Array.from(looks, (_, item) => item).sort((a, b) => looks[b]! - looks[a]! || a - b).slice(0, 100)
  return (_, { add }) => { for (const item of best) if (looks[item]! > 0) add(item, looks[item]!) }
}

/** S-POP: what was looked at most often in this session, ties by popularity; then the popular. */
export function sessionPopularity(looks: Float64Array): SessionRanker {
  const most = looks.reduce((most, count) => Math.max(most, count), 1)
  const popular = popularity(looks)
  return (prefix, board) => {
    for (const item of prefix) board.add(item, most + 1)
    for (const item of new Set(prefix)) board.add(item, looks[item]!)
    popular([], { ...board, add: (item, score) => { if (board.scores[item] === 0) board.add(item, score) } })
  }
}

/**
 * SR, sequential rules (Ludewig and Jannach 2018): what came up to 15 places after the present item, 1 / distance, the 20
 * strongest.
 */
export function sequentialRules(sessions: readonly Session[], size: number, steps = 15, keep = 20): SessionRanker {
  const rules: Map<number, number>[] = Array.from({ length: size }, () => new Map())
  for (const { items } of sessions) {
    for (let at = 1; at < items.length; at++) {
      for (let back = 1; back <= Math.min(steps, at); back++) {
        const [from, to] = [items[at - back]!, items[at]!]
        rules[from]!.set(to, (rules[from]!.get(to) ?? 0) + 1 / back)
      }
    }
  }
  const rows = rules.map(row => [...row].sort((a, b) => b[1] - a[1]).slice(0, keep))
  return (prefix, { add }) => { for (const [item, weight] of rows[prefix.at(-1)!]!) add(item, weight) }
}
