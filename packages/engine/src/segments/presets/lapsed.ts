import type { Preset } from '../preset.ts'

const dayMs = 86_400_000

/** Lapsed: has ordered, and not for longer than 95 % of this store's gaps between two orders. */
export const lapsed: Preset = (profile, { gapDays }, now) => {
  const last = profile.orders.at(-1)
  const limit = gapDays[3]
  if (!last || now - last.at <= limit * dayMs) return undefined
  const daysAgo = Math.floor((now - last.at) / dayMs)
  return {
    id: 'lapsed', since: last.at + limit * dayMs,
    because: [{ kind: 'last-order', at: last.at, daysAgo, moreThanDays: limit }],
  }
}
