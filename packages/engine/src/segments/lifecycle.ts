import type { EpochMs } from '../event.ts'
import type { LifecycleNorms, StoreNorms } from '../norms/storeNorms.ts'
import { defaultLifecycle } from '../norms/defaultNorms.ts'
import { churnWithin } from '../predict/churnWithin.ts'
import { statsOf } from '../standing/statsOf.ts'
import type { Era, Judge } from '../standing/replayStandings.ts'
import { replayStandings } from '../standing/replayStandings.ts'
import type { Standing } from '../standing/standings.ts'

/** Exactly one at a time. */
export type LifecycleStage = 'visitor' | 'new' | 'casual' | 'active' | 'loyal' | 'at-risk' | 'lapsed'

/** The stage of a shopper, since when, when time alone will end it, and all stages before. */
export interface Lifecycle {
  stage: LifecycleStage
  since: EpochMs
  flipsAt?: EpochMs
  /** Oldest first; the last one is the present. */
  history: Era<LifecycleStage>[]
}

const dayMs = 86_400_000
/** A stage is left when its limit is passed by a tenth: nobody flickers at midnight. */
const slack = 1.1
/** Days after the first purchase that somebody is new. */
const newDays = 30
/**
 * Overdue: twice the own gap, or a churn risk of two thirds over 90 days (the bands that shops know from Klaviyo: above 66 % is
 * high).
 */
const overdueGaps = 2
const churnLimit = 0.66
const churnWeeks = 90 / 7
/** What the store's median gap weighs beside own gaps: as much as three of them. */
const storeWeight = 3
/** Under three days of buying there is no habit, however seldom others buy. */
const fewestDays = 3

/**
 * The lifecycle of a shopper, with R = time since the last purchase, F = purchase days, and the store's gap quantiles
 * (`gapDays`), first match wins: visitor F = 0 · lapsed R > G95 · at risk F >= 2 and R > G75 and (R > 2 own gaps or churn in
 * 90 days > 0.66) · new F = 1 and R <= 30 days · loyal F >= max(3, the store's best fifth) and R <= G90 · active R <= G75 ·
 * casual otherwise. The own gap is `(3 G50 + sum of own gaps) / (3 + their number)`. Limits that time passes must be passed by a
 * tenth.
 *
 * A simulation over the times of orders and flips: looking more often changes nothing.
 *
 * @param list standings up to `now`
 * @param firstAt first event known of the shopper: since when they were a visitor
 */
export function lifecycleAt(list: readonly Standing[], firstAt: EpochMs | undefined, norms: StoreNorms, now: EpochMs): Lifecycle {
  const visitorAt = Math.min(firstAt ?? now, now)
  const before: Era<LifecycleStage> | undefined =
    list.length === 0 || visitorAt < list[0]!.at ? { id: 'visitor', since: visitorAt } : undefined
  const { eras: history, flipsAt } = replayStandings(list, stageJudge(norms), now, before)
  const { id: stage, since } = history.at(-1)!
  return { stage, since, history, ...(flipsAt !== undefined && { flipsAt }) }
}

/** Days between two purchases that this shopper's own gaps and the store's median let expect. */
export function ownGapDays({ days, firstDay, lastDay }: Standing, { gapDays }: LifecycleNorms): number {
  return (storeWeight * gapDays[0] + lastDay - firstDay) / (storeWeight + days - 1)
}

function stageJudge(norms: StoreNorms): Judge<LifecycleStage> {
  const lifecycle = norms.lifecycle ?? defaultLifecycle
  const [, g75, g90, g95] = lifecycle.gapDays.map(days => days * dayMs * slack) as [number, number, number, number]
  const newMs = newDays * dayMs * slack
  const loyalDays = Math.max(fewestDays, lifecycle.frequencyCuts[3])
  const risks = new Map<Standing, number>()
  const riskOf = (standing: Standing): number => {
    let risk = risks.get(standing)
    if (risk === undefined)
      risks.set(standing, (risk = standing.days < 2 ? Infinity : Math.max(g75, overdueMs(standing, norms, lifecycle))))
    return risk
  }
  return {
    limits: standing => [newMs, g75, g90, g95, riskOf(standing)],
    at(standing, ageMs) {
      if (ageMs > g95) return 'lapsed'
      if (ageMs > riskOf(standing)) return 'at-risk'
      if (standing.days === 1 && ageMs <= newMs) return 'new'
      if (standing.days >= loyalDays && ageMs <= g90) return 'loyal'
      return ageMs <= g75 ? 'active' : 'casual'
    },
  }
}

/**
 * Age of a standing, beyond which the shopper is overdue: the earlier of two own gaps and the churn limit, each passed by a
 * tenth.
 */
function overdueMs(standing: Standing, { cltv }: StoreNorms, lifecycle: LifecycleNorms): number {
  const gapMs = overdueGaps * ownGapDays(standing, lifecycle) * dayMs * slack
  const soonest = lifecycle.gapDays[1] * dayMs * slack
  if (!cltv || cltv.priorOnly || gapMs <= soonest) return gapMs
  const isLost = (ageMs: number): boolean => churnWithin(cltv, statsOf(standing, ageMs), churnWeeks) > churnLimit * slack
  if (!isLost(gapMs)) return gapMs
  // Churn rises with every day without an order: halve until the day is found.
  let [kept, lost] = [soonest, gapMs]
  if (isLost(kept)) return kept
  while (lost - kept > 1) {
    const middle = Math.floor((kept + lost) / 2)
    if (isLost(middle)) lost = middle
    else kept = middle
  }
  return kept
}
