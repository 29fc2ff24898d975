import type { MutualParts, NextParams, Relation } from '@shopside/engine'
import type { Database } from '../train/database.ts'
import { countViews, relateViews } from '../train/viewCounts.ts'
import type { NextScore } from './judgeNext.ts'
import { judgeNext } from './judgeNext.ts'
import { nextReminders, nextShapes } from './nextGrid.ts'
import { viewRelation } from './viewRelation.ts'
import type { Visits } from './visitPrefixes.ts'
import { visitPrefixes } from './visitPrefixes.ts'

/** The constants that did best on the last visits of the history, learnt from all visits before them. */
export interface TunedNext {
  next: NextParams
  score: NextScore
  /** Questions asked, and those whose answer was not yet seen. */
  prefixes: number
  novelPrefixes: number
  /** Number of the first visit that was asked about. */
  firstVisit: number
}

/** Share of the visits, the last ones, that constants are chosen on. */
const asked = 0.05
/**
 * Under this many questions the choice would be chance; above, more add little (one standard error of a hit rate is 0.6 points).
 */
const fewest = 200
const most = 4000
/** Questions of the first round, and shapes that come into the second. */
const firstRound = 800
const kept = 6
/** Pairs per item that are looked at: about what a budget leaves of them. */
export const pairsPerItem = 8

/**
 * Chooses the constants of the next click, by the mean of three shares on the last twentieth of the visits: HR@20 and MRR@20 of
 * every next click, and HR@20 of clicks on items not yet seen. A carousel needs the last, a list with reminders the others. A new
 * shop asks about up to half of its visits, so that there are enough; undefined when there are not.
 */
export async function tuneNext(
  database: Database, items: number, { visits, minShoppers }: { visits: number; minShoppers: number },
): Promise<TunedNext | undefined> {
  const firstVisit = await firstAsked(database, visits)
  if (firstVisit === undefined) return undefined
  const counts = await countViews(database, items, firstVisit)
  const relation = viewRelation(strongest(relateViews(counts, minShoppers).viewed, items * pairsPerItem))
  const chosen = chooseNext(relation, counts.looks, await readVisits(database, firstVisit, visits))
  return chosen && { ...chosen, firstVisit }
}

/**
 * The best setting of the whole grid on these visits. Every shape is tried on a part of the questions, the best few on all of
 * them.
 * @param viewed learnt from the visits before
 * @returns undefined when there are too few questions
 */
export function chooseNext(viewed: Relation, looks: ArrayLike<number>, visits: Visits): Omit<TunedNext, 'firstVisit'> | undefined {
  const first = judgeNext(viewed, looks, visitPrefixes(visits, firstRound), nextShapes, nextReminders)
  if (first.prefixes < fewest) return undefined
  const bestOf = (shape: number): number =>
    nextReminders.reduce((most, _, reminder) => Math.max(most, worthOf(first.score(shape, reminder))), 0)
  const shapes = nextShapes.map((shape, place) => ({ shape, worth: bestOf(place) }))
    .sort((a, b) => b.worth - a.worth).slice(0, kept).map(({ shape }) => shape)
  const judged = judgeNext(viewed, looks, visitPrefixes(visits, most), shapes, nextReminders)
  const { prefixes, novelPrefixes } = judged
  let best: Omit<TunedNext, 'firstVisit'> | undefined
  shapes.forEach((shape, one) => nextReminders.forEach((reminder, other) => {
    const score = judged.score(one, other)
    if (!best || worthOf(score) > worthOf(best.score)) best = { next: { ...shape, ...reminder }, score, prefixes, novelPrefixes }
  }))
  return best
}

/** What is made as large as can be. */
export function worthOf({ hit20, mrr20, novelHit20 }: NextScore): number {
  return (hit20 + mrr20 + novelHit20) / 3
}

/** The first visit of the last twentieth, or of so many more that there are enough questions. */
async function firstAsked(database: Database, visits: number): Promise<number | undefined> {
  for (const share of [asked, 0.1, 0.2, 0.35, 0.5]) {
    const first = visits - Math.ceil(visits * share)
    const [[questions]] = await database.numbers(
      `SELECT count(*) FROM view_click WHERE visit_no >= ${first} AND visit_no < ${visits} AND place > 0`) as [[number]]
    if (questions >= fewest * 4 || (share === 0.5 && questions >= fewest)) return first
  }
  return undefined
}

/** Visits by number, from `first` to before `end`. */
export async function readVisits(database: Database, first: number, end: number): Promise<Visits> {
  const starts: number[] = []
  const clicks: number[] = []
  let before = -1
  const query = `SELECT visit_no, item FROM view_click WHERE visit_no >= ${first} AND visit_no < ${end} ORDER BY visit_no, place`
  await database.read(query, ([visit, item], rows) => {
    for (let row = 0; row < rows; row++) {
      if (visit![row] !== before) starts.push(clicks.length)
      before = visit![row]!
      clicks.push(item![row]!)
    }
  })
  return { starts: [...starts, clicks.length], clicks }
}

/** The pairs that are worth most. */
export function strongest(relation: MutualParts, count: number): MutualParts {
  const worth = relation.worth ?? relation.strength
  if (worth.length <= count) return relation
  const least = worth.slice().sort()[worth.length - count]!
  const isKept = (_: number, pair: number): boolean => worth[pair]! >= least
  return { ...relation, a: relation.a.filter(isKept), b: relation.b.filter(isKept), strength: relation.strength.filter(isKept) }
}
