import type { Preset } from '../preset.ts'
import { sayTrait } from '../trait.ts'

const dayMs = 86_400_000
/** Under three days of buying there is no habit, however seldom others in this store buy. */
const fewestDays = 3

/**
 * Frequent buyer: bought on as many days as the store's best fifth, three at least, and the last is not older than 90 % of its
 * gaps.
 */
export const frequentBuyer: Preset = known => {
  const { frequencyCuts, gapDays } = known.lifecycle
  const atLeast = Math.max(fewestDays, frequencyCuts[3])
  const limitMs = gapDays[2] * dayMs
  return sayTrait({
    id: 'frequent-buyer',
    limits: () => [limitMs],
    holds: ({ days }, ageMs) => days >= atLeast && ageMs <= limitMs,
    because: ({ days }) => [{ kind: 'purchase-days', days, atLeast }],
  }, known)
}
