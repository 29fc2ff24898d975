import type { EpochMs } from '../event.ts'
import type { Judge } from '../standing/replayStandings.ts'
import { replayStandings } from '../standing/replayStandings.ts'
import type { Standing } from '../standing/standings.ts'
import type { Known } from './preset.ts'
import type { SegmentFact, TraitId } from './segment.ts'

/** A trait that follows from orders: told by replaying them, so that `since` and the next flip are exact. */
export interface Trait {
  id: TraitId
  holds: (standing: Standing, ageMs: number) => boolean
  /** Ages of a standing that may end it. @default none: only an order changes it */
  limits?: Judge<boolean>['limits']
  /** Asked when it holds. */
  because: (standing: Standing) => SegmentFact[]
}

/** Says a trait if it holds. @returns when time alone will change that */
export function sayTrait({ id, holds, limits = () => [], because }: Trait, { list, now, say }: Known): EpochMs | undefined {
  const { eras, flipsAt } = replayStandings<boolean>(list, { at: holds, limits }, now)
  const era = eras.at(-1)
  if (era?.id) say(id, era.since, because(list.at(-1)!))
  return flipsAt
}
