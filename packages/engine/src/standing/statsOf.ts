import type { PurchaseStats } from '../predict/purchaseModel.ts'
import type { Standing } from './standings.ts'

const weekMs = 7 * 86_400_000

/**
 * A standing as the purchase models see it, `ageMs` after its order. Unlike `purchaseStats` its time runs evenly and not by days,
 * so that what changes with it changes at one moment that can be told beforehand.
 */
export function statsOf({ days, firstDay, lastDay, spend, firstSpend }: Standing, ageMs: number): PurchaseStats {
  const repeats = days - 1
  const lastWeeks = (lastDay - firstDay) / 7
  const meanSpend = (spend - firstSpend) / repeats
  return { repeats, lastWeeks, ageWeeks: lastWeeks + ageMs / weekMs, ...(repeats > 0 && meanSpend > 0 && { meanSpend }) }
}
