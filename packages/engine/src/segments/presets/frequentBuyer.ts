import type { Preset } from '../preset.ts'

const dayMs = 86_400_000
/** Under three days of buying there is no habit, however seldom others in this store buy. */
const fewestDays = 3

/**
 * Frequent buyer: bought on as many days as the store's best fifth, three at least, and is not overdue by more than
 * 90 % of the store's gaps (loyal, in the words of lifecycle models).
 */
export const frequentBuyer: Preset = (profile, { frequentPurchaseDays, gapDays }, now) => {
  const atLeast = Math.max(fewestDays, frequentPurchaseDays)
  const { purchaseDays, orders } = profile
  const last = orders.at(-1)
  if (!last || purchaseDays < atLeast || now - last.at > gapDays[2] * dayMs) return undefined
  return {
    id: 'frequent-buyer', since: dayReached(orders.map(order => order.at), purchaseDays - atLeast),
    because: [{ kind: 'purchase-days', days: purchaseDays, atLeast }],
  }
}

/** Time of the order that completed the count: so many purchase days before the last one. The oldest one known, if it is older. */
function dayReached(times: readonly number[], daysBefore: number): number {
  const firstOfDay = new Map<number, number>()
  for (const at of times) if (!firstOfDay.has(Math.floor(at / dayMs))) firstOfDay.set(Math.floor(at / dayMs), at)
  const days = [...firstOfDay.values()]
  return days[Math.max(0, days.length - 1 - daysBefore)]!
}
