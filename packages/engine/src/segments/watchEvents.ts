import type { EpochMs, ShopEvent } from '../event.ts'
import { readForgottenName } from '../profile/forgottenName.ts'
import { hashId } from '../profile/hashId.ts'
import { cursorAt, withValues, type Content } from './leafCursor.ts'
import { leafValues, ruleName, type EventView } from './leafValues.ts'
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

/** What windows of values held at their state's own time. Whoever goes on from a state takes it along: nothing is counted twice. */
const contents = new WeakMap<LeafState, (Content | undefined)[]>()

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
  const own = new Map<number, LeafState>()

  function note(index: number, view: EventView, now: EpochMs): void {
    const spec = specs[index]!
    const known = own.get(index) ?? watched.states[index]!
    const matched = spec.keep === 'sequence' ? matchSteps(spec, known, view, now) : undefined
    const values = matched ? [] : leafValues(spec, view)
    if (!matched && (spec.keep === 'sequence' || values.length === 0)) return
    const state = own.has(index) ? known : copyState(known)
    own.set(index, state)
    const counted = contents.get(known)
    contents.delete(known)
    const before = spec.tests.map((_, test) => cursorAt(spec, known, test, now, clock, counted?.[test]))
    if (matched) noteSequence(spec, state, matched, now)
    else {
      const unit = spec.days ? clock.day(now) : now
      const t = spec.days ? clock.day(view.event.at) : view.event.at
      expire(spec, state, unit)
      if (isTaken(spec, state, t, unit)) for (const value of values) noteValue(spec, state, t, value)
    }
    state.at = now
    state.held = []
    const after = before.map((cursor, test) => cursorAt(spec, state, test, now, clock, withValues(cursor, values)))
    // What is as it was before keeps its time.
    state.held = after.map(({ holds }, test) => {
      const old = before[test]!
      return (holds ? 1 : -1) * Math.max(1, holds === old.holds ? old.since : now)
    })
    if (spec.keep === 'values') contents.set(state, after.map(({ content }) => content))
  }

  return {
    take(event, lastAt, counted) {
      if (event.name === 'purchase' && !isOrder(event.params, counted)) return
      const now = Math.max(event.at, lastAt)
      const view: EventView = { event }
      for (const index of byName.get(ruleName(event)) ?? []) note(index, view, now)
    },
    done() {
      if (own.size === 0) return watched
      const states = [...watched.states]
      for (const [index, state] of own) states[index] = state
      return { ...watched, states }
    },
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
