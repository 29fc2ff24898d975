import type { NextParams } from '@shopside/engine'
import { openDatabase } from '../../train/database.ts'
import { countViews, relateViews } from '../../train/viewCounts.ts'
import { judgeNext } from '../judgeNext.ts'
import { nextReminders, nextShapes } from '../nextGrid.ts'
import type { TunedNext } from '../tuneNext.ts'
import { pairsPerItem, readVisits, strongest, tuneNext, worthOf } from '../tuneNext.ts'
import { viewRelation } from '../viewRelation.ts'
import { visitPrefixes } from '../visitPrefixes.ts'
import type { Habit } from './habits.ts'
import { makeVisits } from './habits.ts'

/** What tuning chose for a habit, and how that and the best of the grid do on visits that tuning has not seen. */
export interface TriedHabit {
  tuned: TunedNext | undefined
  /** Mean of HR@20, MRR@20 and NOVEL HR@20 on the visits after those that tuning saw. */
  worth: number
  /** The same of the setting that does best there, found by trying every one: what tuning cannot know. */
  best: number
  bestNext: NextParams
}

/** Tunes on the visits of a habit and asks about the visits after those. @param later how many of these */
export async function tryHabit(habit: Habit, seed: number, later = 100): Promise<TriedHabit> {
  const visits = makeVisits({ ...habit, visits: habit.visits + later }, seed)
  const database = await openDatabase({ threads: 1 })
  try {
    visits.forEach((items, number) => items.forEach((item, place) => database.addEvent({
      sessionId: String(number).padStart(6, '0'), at: number * 60e3 + place, event: 'view', itemId: String(item).padStart(4, '0'),
      customerId: '',
    })))
    for (const name of ['item_no', 'item_name', 'event_row', 'view_visit', 'view_click'] as const) await database.make(name)
    const [[items]] = await database.numbers('SELECT count(*) FROM item_no') as [[number]]
    const tuned = await tuneNext(database, items, { visits: habit.visits, minShoppers: 2 })
    const counts = await countViews(database, items, habit.visits)
    const relation = viewRelation(strongest(relateViews(counts, 2).viewed, items * pairsPerItem))
    const questions = visitPrefixes(await readVisits(database, habit.visits, visits.length), Infinity)
    const shapes = tuned ? [...nextShapes, tuned.next] : nextShapes
    const reminders = tuned ? [...nextReminders, tuned.next] : nextReminders
    const judged = judgeNext(relation, counts.looks, questions, shapes, reminders)
    let best = { worth: -1, next: { ...nextShapes[0]!, ...nextReminders[0]! } }
    nextShapes.forEach((shape, one) => nextReminders.forEach((reminder, other) => {
      const worth = worthOf(judged.score(one, other))
      if (worth > best.worth) best = { worth, next: { ...shape, ...reminder } }
    }))
    return {
      tuned, best: best.worth, bestNext: best.next,
      worth: tuned ? worthOf(judged.score(nextShapes.length, nextReminders.length)) : 0,
    }
  } finally {
    database.close()
  }
}
