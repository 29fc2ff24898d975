import type { EpochMs } from '../../event.ts'
import type { LifecycleNorms } from '../../norms/storeNorms.ts'
import type { Standing } from '../../standing/standings.ts'
import type { LifecycleStage } from '../lifecycle.ts'
import { lifecycleAt, ownGapDays } from '../lifecycle.ts'
import type { Preset } from '../preset.ts'
import type { SegmentFact } from '../segment.ts'

const dayMs = 86_400_000

/** The lifecycle stage, as the one segment it is. */
export const stage: Preset = ({ profile, norms, lifecycle, list, now, say }) => {
  const { stage: id, since, flipsAt } = lifecycleAt(list, profile.firstAt, norms, now)
  say(id, since, factsOf(id, list.at(-1), lifecycle, now))
  return flipsAt
}

function factsOf(stage: LifecycleStage, last: Standing | undefined, lifecycle: LifecycleNorms, now: EpochMs): SegmentFact[] {
  if (!last) return [{ kind: 'no-order' }]
  const order: SegmentFact = { kind: 'last-order', at: last.at, daysAgo: Math.floor((now - last.at) / dayMs) }
  switch (stage) {
    case 'loyal':
      return [{ kind: 'purchase-days', days: last.days, atLeast: Math.max(3, lifecycle.frequencyCuts[3]) }, order]
    case 'at-risk':
      return [{ kind: 'usual-gap', gapDays: ownGapDays(last, lifecycle) }, order]
    case 'lapsed':
      return [{ ...order, moreThanDays: lifecycle.gapDays[3] }]
    default:
      return [order]
  }
}
