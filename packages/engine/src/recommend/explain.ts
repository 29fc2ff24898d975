import { rowOf } from '../model/rowOf.ts'
import { recall } from '../profile/recall.ts'
import { forYouSeeds } from './forYouSeeds.ts'
import { habitReason } from './habitReason.ts'
import { habits } from './habits.ts'
import { pairReason } from './pairReason.ts'
import { createContext } from './rankContext.ts'
import type { RecommendInput } from './recommendInput.ts'
import type { Reason } from './recommendation.ts'
import { findEvidence } from './evidence.ts'
import { ownTraits } from './shelf.ts'
import { similarReason } from './similarReason.ts'

/**
 * Up to three facts that speak for an item, strongest first; [] when there is none. Asked of any item, shown or not:
 * own habit, what the shopper did with others, what it has to do with this page, that it was seen before, new, popular.
 */
export function explain(input: RecommendInput, itemId: string): Reason[] {
  const context = createContext(input, { strategy: 'for-you' })
  const { model, board } = context
  const reasons: Reason[] = []
  const habit = habits(context).find(({ item }) => item.itemId === itemId)
  if (habit) reasons.push(habitReason(habit.item))

  const index = board.indexOf(itemId)
  if (index >= 0) {
    for (const seed of findEvidence(forYouSeeds(context), [index], board)(0).voices) reasons.push(seed.reason(index))
    const page = input.page.item ? board.indexOf(input.page.item.item_id) : -1
    const isNear = (row: readonly { index: number }[]): boolean => row.some(near => near.index === index)
    if (page >= 0 && isNear(rowOf(model.boughtWith, page))) reasons.push(pairReason(model, page, index))
    else if (page >= 0 && isNear(rowOf(model.similar, page))) reasons.push(similarReason(model, page, index))
  }
  const memory = recall(input.profile, itemId)
  if (memory?.lastViewedAt) reasons.push({ kind: 'seen-before', lastAt: memory.lastViewedAt, times: memory.views })
  if (index >= 0) reasons.push(...ownTraits(model, index))
  return reasons.slice(0, 3)
}
