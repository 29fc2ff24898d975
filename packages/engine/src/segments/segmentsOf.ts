import type { EpochMs } from '../event.ts'
import type { ModelParams } from '../model/model.ts'
import { defaultLifecycle, defaultNorms } from '../norms/defaultNorms.ts'
import type { Profile } from '../profile/profile.ts'
import { presetsAt } from './presetsAt.ts'
import type { Membership } from './segment.ts'

/**
 * The presets that a shopper is in at `now`, by what the model's parameters tell of the store alone; `presetsAt` and `segmentsAt` take norms.
 * @param params undefined: documented defaults (`defaultNorms`)
 */
export function segmentsOf(profile: Profile, params: ModelParams | undefined, now: EpochMs): Membership[] {
  const { gapDays, bulkUnitsPerLine, frequentPurchaseDays: days } = params ?? {}
  const lifecycle = {
    ...defaultLifecycle, ...(gapDays && { gapDays }), ...(bulkUnitsPerLine !== undefined && { bulkUnitsPerLine }),
    ...(days !== undefined && { frequencyCuts: [days, days, days, days] as [number, number, number, number] }),
  }
  return presetsAt({ profile, norms: { ...defaultNorms, lifecycle }, now }).memberships
}
