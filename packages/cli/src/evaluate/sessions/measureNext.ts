import type { Session } from './sessionData.ts'

/** A way to rank, asked in turns: `score` a visit, then `top` of what was scored. Items are numbers. */
export interface NextMethod {
  name: string
  score(prefix: readonly number[]): void
  /** The best items, best first, without those that are out. */
  top(count: number, isOut?: (item: number) => boolean): readonly number[]
}

/**
 * Shares are 0..1. ALL: every next click counts; NOVEL: only those on items not yet seen, out of a list without the seen ones.
 */
export interface NextFigures {
  prefixes: number
  novelPrefixes: number
  hit10: number
  hit20: number
  mrr20: number
  ndcg10: number
  novelHit20: number
  novelMrr20: number
  /** Share of the items of training that stood in a list of 20 at least once. */
  coverage20: number
  /** Mean popularity of what was listed: looks in training, as a share of the most looked at item's. */
  popularity20: number
  /** Microseconds from the visit to its list of 20. */
  meanMicros: number
  p99Micros: number
}

/** What is asked. */
export interface NextQuestions {
  test: readonly Session[]
  /** Looks a visit must have before it is asked about, at least 1. */
  minPrefix: number
  /** Every so many-th question is asked. */
  every: number
  /** By item: looks in training. */
  looks: Float64Array
}

const dcg = (rank: number): number => 1 / Math.log2(rank + 1)

/** Asks a method what comes next, at every place of every visit of the test. */
export function measureNext(method: NextMethod, { test, minPrefix, every, looks }: NextQuestions): NextFigures {
  const figures: NextFigures = {
    prefixes: 0, novelPrefixes: 0, hit10: 0, hit20: 0, mrr20: 0, ndcg10: 0, novelHit20: 0, novelMrr20: 0, coverage20: 0,
    popularity20: 0,
    meanMicros: 0, p99Micros: 0,
  }
  const most = looks.reduce((most, count) => Math.max(most, count), 1)
  const shown = new Set<number>()
  const micros: number[] = []
  let listed = 0
  let question = 0
  for (const { items } of test) {
    for (let at = minPrefix; at < items.length; at++) {
      if (question++ % every !== 0) continue
      const prefix = items.slice(0, at)
      const target = items[at]!
      const started = performance.now()
      method.score(prefix)
      const list = method.top(20)
      micros.push((performance.now() - started) * 1000)
      figures.prefixes++
      const rank = list.indexOf(target) + 1
      if (rank > 0) {
        figures.hit20++
        figures.mrr20 += 1 / rank
      }
      if (rank > 0 && rank <= 10) {
        figures.hit10++
        figures.ndcg10 += dcg(rank)
      }
      for (const item of list) {
        if (looks[item]! > 0) shown.add(item)
        figures.popularity20 += looks[item]! / most
        listed++
      }
      const seen = new Set(prefix)
      if (seen.has(target)) continue
      figures.novelPrefixes++
      const novel = method.top(20, item => seen.has(item)).indexOf(target) + 1
      if (novel === 0) continue
      figures.novelHit20++
      figures.novelMrr20 += 1 / novel
    }
  }
  for (const name of ['hit10', 'hit20', 'mrr20', 'ndcg10'] as const) figures[name] /= figures.prefixes || 1
  for (const name of ['novelHit20', 'novelMrr20'] as const) figures[name] /= figures.novelPrefixes || 1
  figures.popularity20 /= listed || 1
  figures.coverage20 = shown.size / (looks.reduce((known, count) => known + (count > 0 ? 1 : 0), 0) || 1)
  figures.meanMicros = micros.reduce((sum, each) => sum + each, 0) / (micros.length || 1)
  figures.p99Micros = micros.sort((a, b) => a - b)[Math.floor(micros.length * 0.99)] ?? 0
  return figures
}
