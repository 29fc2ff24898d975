import type { EpochMs } from '../event.ts'
import { looksWatched, type LeafSpec, type LeafState, type Watched } from './watched.ts'

const dayMs = 86_400_000
/** Figures stay, as counts do; what was looked at, searched or bought goes. */
const figures: ReadonlySet<LeafSpec['keep']> = new Set(['times', 'sum', 'low', 'high'])

/** What rules remember, without times or values older than `before`; the same object when there are none. No window reaches that far back. */
export function retireWatched(watched: Watched, before: EpochMs): Watched {
  if (!looksWatched(watched)) return watched
  const states = watched.states.map((state, index) => retireState(watched.specs[index]!, state, before))
  return states.every((state, index) => state === watched.states[index]) ? watched : { ...watched, states }
}

function retireState(spec: LeafSpec, state: LeafState, before: EpochMs): LeafState {
  const limit = spec.days ? Math.floor(before / dayMs) : before
  const sumsAll = spec.keep === 'sum' && spec.far === undefined
  const isOldTime = (time: EpochMs | null | undefined): boolean => typeof time === 'number' && time < before
  const hasOld = (!sumsAll && state.t.some(t => t < limit)) || isOldTime(state.at) || (state.floor ?? limit) < limit
    || state.held?.some(since => Math.abs(since) > 1 && isOldTime(Math.abs(since))) || state.begun?.some(([, starts]) => starts.some(isOldTime))
  if (!hasOld) return state
  const stays = state.t.map(t => sumsAll || t >= limit || (spec.far === undefined && figures.has(spec.keep)))
  const kept = <Value>(list: Value[]): Value[] => list.filter((_, place) => stays[place])
  const next: LeafState = { ...state, t: sumsAll ? state.t : kept(state.t).map(t => Math.max(t, limit)) }
  if (state.v) next.v = kept(state.v)
  if (state.n) next.n = kept(state.n)
  if (state.at !== undefined) next.at = Math.max(state.at, before)
  if (state.floor !== undefined) next.floor = Math.max(state.floor, limit)
  // Before its first moment nothing is told apart: 1 stands for "ever".
  if (state.held) next.held = state.held.map(since => (Math.abs(since) > 1 ? Math.sign(since) * Math.max(Math.abs(since), before) : since))
  if (state.begun) next.begun = state.begun.filter(([, starts]) => !starts.some(isOldTime))
  return next
}
