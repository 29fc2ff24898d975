import type { EpochMs } from '../event.ts'
import type { LifecycleNorms } from '../norms/storeNorms.ts'
import type { Replay } from '../standing/replayStandings.ts'
import { replayStandings } from '../standing/replayStandings.ts'
import type { Standing } from '../standing/standings.ts'

/** Groups of recency, frequency and money. `others`: the table does not cover every combination. */
export type RfmGroup =
  | 'champions'
  | 'loyal'
  | 'potential-loyalist'
  | 'new'
  | 'promising'
  | 'need-attention'
  | 'about-to-sleep'
  | 'at-risk'
  | 'cannot-lose'
  | 'lost'
  | 'others'

/** Scores 1 to 5, 5 is best: recency, frequency, money. */
export type RfmScores = [recency: number, frequency: number, money: number]

/** Lowest and highest score of R, F and M by group, first match wins: the defaults that the R package `rfm` 0.2 documents. */
const groups: readonly (readonly [RfmGroup, string])[] = [
  ['champions', '454545'],
  ['loyal', '253535'],
  ['potential-loyalist', '351313'],
  ['new', '451111'],
  ['promising', '341111'],
  ['need-attention', '232323'],
  ['about-to-sleep', '231212'],
  ['at-risk', '122525'],
  ['cannot-lose', '114545'],
  ['lost', '121212'],
]

const dayMs = 86_400_000

/** The group of three scores. */
export function rfmGroup(scores: Readonly<RfmScores>): RfmGroup {
  const fits = (table: string): boolean =>
    scores.every((score, axis) => score >= +table[2 * axis]! && score <= +table[2 * axis + 1]!)
  return groups.find(([, table]) => fits(table))?.[0] ?? 'others'
}

/**
 * Scores by the store's cuts: 1 + the number of cuts strictly below the value, recency reversed. Equal cuts leave scores out.
 *
 * @param recencyDays days since the last purchase, broken days too
 * @param money all spend
 */
export function rfmScores(
  recencyDays: number,
  purchaseDays: number,
  money: number,
  { recencyCuts, frequencyCuts, moneyCuts }: Required<Pick<LifecycleNorms, 'recencyCuts' | 'frequencyCuts' | 'moneyCuts'>>,
): RfmScores {
  const below = (cuts: readonly number[], value: number): number => cuts.filter(cut => cut < value).length
  return [5 - below(recencyCuts, recencyDays), 1 + below(frequencyCuts, purchaseDays), 1 + below(moneyCuts, money)]
}

/**
 * The RFM groups of a shopper over time; undefined as group where an order's value is not known. Nothing without cuts for money.
 */
export function rfmAt(list: readonly Standing[], norms: LifecycleNorms | undefined, now: EpochMs): Replay<RfmGroup | undefined> {
  const { moneyCuts } = norms ?? {}
  if (!norms || !moneyCuts) return { eras: [] }
  return replayStandings<RfmGroup | undefined>(
    list,
    {
      limits: () => norms.recencyCuts.map(days => days * dayMs),
      at: ({ days, spend }, ageMs) =>
        spend >= 0 ? rfmGroup(rfmScores(ageMs / dayMs, days, spend, { ...norms, moneyCuts })) : undefined,
    },
    now,
  )
}
