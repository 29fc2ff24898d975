import type { Profile } from '../profile/profile.ts'
import type { LifecycleStage } from './lifecycle.ts'

/** The stages of a customer journey as marketing names them. */
export type JourneyStage = 'awareness' | 'consideration' | 'acquisition' | 'purchase' | 'advocacy'

/**
 * The journey stage that the same facts come to; no second machine. Nothing bought: `awareness`, and `consideration` once
 * something lies in the basket, was wished for, or was looked at on a second visit. Bought once: `acquisition`. Bought again:
 * `purchase`. `advocacy`: loyal, and has told so (`declare({ advocate: true })`: a high survey score, a referral, a published
 * review).
 */
export function journeyStage(profile: Profile, stage: LifecycleStage): JourneyStage {
  if (
    stage === 'loyal'
    && profile.declared
    && Object.hasOwn(profile.declared, 'advocate')
    && profile.declared['advocate']!.value === true
  )
    return 'advocacy'
  const { marks = [], older } = profile.purchases ?? {}
  const days = Math.max(profile.purchaseDays, Number(marks.length > 0), older?.days ?? 0)
  if (days > 0) return days > 1 ? 'purchase' : 'acquisition'
  const memories = Object.values(profile.items)
  const isConsidering =
    profile.cart.lines.length > 0
    || memories.some(memory => memory.adds > 0 || memory.wantedAt !== undefined)
    || (profile.visits > 1 && memories.some(memory => (memory.lastViewedAt ?? 0) >= (profile.returnedAt ?? Infinity)))
  return isConsidering ? 'consideration' : 'awareness'
}
