import type { EpochMs, ShopEvent } from '../event.ts'
import { readForgottenName } from '../profile/forgottenName.ts'
import { hashId } from '../profile/hashId.ts'
import { followTest } from './leafCursor.ts'
import { leafValues, ruleName, viewOf, type EventView } from './leafValues.ts'
import { matchSteps, noteSequence } from './noteSequence.ts'
import { copyState, expire, isTaken, noteValue } from './noteLeaf.ts'
import { isWatched, type LeafSpec, type LeafState, type Watched } from './watched.ts'
import { zoneClock } from './zoneClock.ts'

/** Counts events for rules, one by one. */
export interface Watch {
  /**
   * @param lastAt time of the newest event before it: an event that is older than that becomes known then
   * @param counted hashed ids of the orders before it: an order is counted once
   */
  take(event: ShopEvent, lastAt: EpochMs, counted: Readonly<Record<string, 1>>): void
  /** What is counted by then; the same object when nothing was. */
  done(): Watched
}

/** Leaves by event name; made once for one list of specifications. */
const subscribers = new WeakMap<readonly LeafSpec[], Map<string, number[]>>()

/**
 * Opens what rules remember for a run of events in the order of the log. What is passed in is never written.
 * @returns undefined for what a record should not hold: it is let be, and no rule of it holds
 */
export function openWatch(watched: Watched): Watch | undefined {
  const { specs } = watched
  const clock = zoneClock(watched.timeZone)
  let byName = subscribers.get(specs)
  if (!byName) {
    // Fresh from a record. What was made here since has the same specifications.
    if (!isWatched(watched)) return undefined
    subscribers.set(specs, byName = subscribersOf(specs))
  }
  let own: (LeafState | undefined)[] | undefined

  function note(index: number, view: EventView, now: EpochMs): void {
    const spec = specs[index]!
    const matched = spec.keep === 'sequence' ? matchSteps(spec, view) : undefined
    const values = matched ? [] : leafValues(spec, view)
    if (!matched && (spec.keep === 'sequence' || values.length === 0)) return
    own ??= []
    const state = own[index] ??= copyState(watched.states[index]!)
    const held = spec.tests.map((_, test) => followTest(spec, state, test, now, clock, false))
    const unit = (at: EpochMs): number => (spec.days ? clock.day(at) : at)
    if (matched) noteSequence(spec, state, matched, now)
    else {
      expire(spec, state, unit(now))
      const t = unit(view.event.at)
      if (isTaken(spec, state, t, unit(now))) for (const value of values) noteValue(spec, state, t, value)
    }
    state.at = now
    delete state.held
    const after = spec.tests.map((_, test) => followTest(spec, state, test, now, clock, false).holds)
    state.held = held.map(({ holds, since }, test) => (after[test] ? 1 : -1) * Math.max(1, after[test] === holds ? since : now))
  }

  return {
    take(event, lastAt, counted) {
      if (event.name === 'purchase' && !isOrder(event.params, counted)) return
      const now = Math.max(event.at, lastAt)
      const view = viewOf(event)
      for (const index of byName.get(ruleName(event)) ?? []) note(index, view, now)
    },
    done: () => (own ? { ...watched, states: watched.states.map((state, index) => own![index] ?? state) } : watched),
  }
}

function subscribersOf(specs: readonly LeafSpec[]): Map<string, number[]> {
  const byName = new Map<string, number[]>()
  specs.forEach(({ event, steps }, index) => {
    for (const name of new Set(steps ? steps.map(step => step.event) : [event])) byName.set(name, [...byName.get(name) ?? [], index])
  })
  return byName
}

/** An order counts once for ever, and one that was only concluded, or taken back by the shopper, never. */
function isOrder({ transaction_id: id, inferred }: { transaction_id?: unknown; inferred?: unknown }, counted: Readonly<Record<string, 1>>): boolean {
  return typeof id === 'string' && id !== '' && inferred !== true && readForgottenName(id) === undefined && !Object.hasOwn(counted, hashId(id))
}
