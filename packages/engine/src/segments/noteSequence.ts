import type { EpochMs } from '../event.ts'
import { leafValues, ruleName, type EventView } from './leafValues.ts'
import type { SequenceStep } from './rule.ts'
import type { LeafSpec, LeafState } from './watched.ts'

/** Shared values that a sequence follows at once; the one that was touched longest ago goes. */
const maxBegun = 64
/** Sequences that wait for their last step to stay away, at most; while there are so many, none more is taken. */
const maxWaiting = 64

/**
 * The shared values with which an event is each step of a sequence (one empty one where nothing is shared); undefined: it is none, or it
 * begins nothing and there is nothing that it could lead on or end.
 */
export function matchSteps(spec: LeafSpec, { begun, t }: LeafState, view: EventView, now: EpochMs): string[][] | undefined {
  const name = ruleName(view.event)
  const steps = spec.steps!
  if (steps[0]!.event !== name && !begun?.length && !(t.at(-1)! >= now)) return undefined
  const keysOf = ({ event, where }: SequenceStep): string[] => (event === name
    ? leafValues({ ...(spec.same !== undefined && { prop: spec.same }), ...(where && { where }) }, view).map(String) : [])
  const found = steps.map(keysOf)
  return found.some(keys => keys.length > 0) ? found : undefined
}

/**
 * Takes an event into a sequence's state, which is the caller's own. By each step done it keeps the latest start alone: the latest start
 * leaves the most time, and what must not happen in between ends all that wait at that step alike. So nothing is missed.
 *
 * @param matched of `matchSteps`
 * @param now time of the event; never before that of the one before it in the log
 */
export function noteSequence(spec: LeafSpec, state: LeafState, matched: readonly string[][], now: EpochMs): void {
  const steps = stepsOf(spec.steps!)
  const keys = new Set<string>()
  for (const each of matched) for (const key of each) keys.add(key)
  for (const key of keys) noteKey(spec.within!, steps, state, key, matched.map(each => each.includes(key)), now)
}

function noteKey(
  within: number, { present, guardsOf }: Steps, state: LeafState, key: string, matched: readonly boolean[], now: EpochMs,
): void {
  const begun = state.begun ??= []
  const known = begun.findIndex(([other]) => other === key)
  const old = known >= 0 ? begun[known]![1] : present.map(() => null)
  const next = old.map((start, done) => (guardsOf[done]!.some(step => matched[step]) || start === null || now - start > within ? null : start))
  const last = present.length - 1
  // The step that must stay away came: what waits for it is over. What matured before is not.
  if (guardsOf[last]!.some(step => matched[step])) dropWaiting(state, key, now)
  for (let done = last; done >= 0; done--) {
    if (!matched[present[done]!]) continue
    const start = done === 0 ? now : old[done - 1]!
    if (start === null || now - start > within) continue
    if (done === last) complete(state, key, guardsOf[last]!.length > 0 ? now + within : now, now)
    else next[done] = Math.max(next[done] ?? 0, start)
  }
  if (known >= 0) begun.splice(known, 1)
  if (next.some(start => start !== null)) begun.push([key, next])
  if (begun.length > maxBegun) begun.shift()
}

/** Places of the steps that must happen, and after each of them the places of those that must not. */
interface Steps {
  present: number[]
  guardsOf: number[][]
}

function stepsOf(steps: readonly SequenceStep[]): Steps {
  const present: number[] = []
  const guardsOf: number[][] = []
  steps.forEach((step, place) => {
    if (step.absent) return guardsOf.at(-1)!.push(place)
    present.push(place)
    return guardsOf.push([])
  })
  return { present, guardsOf }
}

function dropWaiting(state: LeafState, key: string, now: EpochMs): void {
  const stays = state.t.map((t, place) => t < now || state.v![place] !== key)
  state.t = state.t.filter((_, place) => stays[place])
  state.v = (state.v ?? []).filter((_, place) => stays[place])
}

/**
 * Of those that came about, the latest alone counts. One that comes about at this very millisecond is not among them yet: what must
 * stay away may still come in it.
 */
function complete(state: LeafState, key: string, at: EpochMs, now: EpochMs): void {
  const v = state.v ??= []
  while (state.t.length > 1 && state.t[1]! < now) {
    state.t.shift()
    v.shift()
  }
  if (state.t.length >= maxWaiting) return
  state.t.push(at)
  v.push(key)
}
