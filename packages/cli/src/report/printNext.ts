import type { EventsReport } from '../evaluate/evaluateEvents.ts'
import { printShares } from './printShares.ts'

/** What was measured on visits. Shares in percent; popularity as a share of the most looked at item's. */
export function printNext({ trainVisits, testVisits, cutVisits, unknownTargets, methods, sharded }: EventsReport): string {
  const { prefixes = 0, novelPrefixes = 0 } = methods[0]?.figures ?? {}
  const cut = cutVisits ? `, ${cutVisits} over it and in neither` : ''
  const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`
  const needs = (at: 0 | 1): string => {
    const { count, bytes, brotliBytes } = sharded!
    return `${count[at]} shards of ${kB(brotliBytes[at])} after brotli (${kB(bytes[at])} as stored)`
  }
  return [
    `${trainVisits} visits before the split, ${testVisits} after it${cut}; ${unknownTargets} questions about items that training `
    + 'never saw',
    printShares(
      `next click: ALL ${prefixes} questions (repeats count); NOVEL the ${novelPrefixes} about items not yet seen, `
      + 'without the seen ones',
      ['HR@10', 'HR@20', 'MRR@20', 'NDCG@10', 'NOVEL HR@20', 'NOVEL MRR@20', 'coverage', 'popularity', 'µs mean', 'µs p99'],
      methods.map(({ method, figures: f }) => [
        method, f.hit10, f.hit20, f.mrr20, f.ndcg10, f.novelHit20, f.novelMrr20, f.coverage20, f.popularity20,
        f.meanMicros.toFixed(1), f.p99Micros.toFixed(0),
      ]),
    ),
    ...sharded ? [
      printShares(
        `over the shards of the last ten items (${sharded.figures.prefixes} questions); a visit needs ${needs(0)}, `
        + `9 in 10 at most ${needs(1)}`,
        ['HR@20', 'MRR@20', 'NOVEL HR@20'],
        [['shards', sharded.figures] as const, ['all at once', sharded.whole] as const]
          .map(([name, f]) => [name, f.hit20, f.mrr20, f.novelHit20]),
      ),
    ] : [],
  ].join('\n')
}
