import { sumScale } from './leafCursor.ts'
import type { Plain } from './rule.ts'
import { maxValues, type LeafSpec, type LeafState } from './watched.ts'

/** Adds what an event gave to a leaf's state, which is the caller's own. @param t its time, in the leaf's unit */
export function noteValue(spec: LeafSpec, state: LeafState, t: number, value: Plain): void {
  switch (spec.keep) {
    case 'times': return noteTime(spec, state, t)
    case 'sum': return typeof value === 'number' ? noteSum(spec, state, t, value) : undefined
    case 'keys': return noteKey(spec, state, t, value)
    case 'low':
    case 'high': return typeof value === 'number' ? noteExtreme(spec, state, t, value) : undefined
    case 'last': return state.t.length === 0 || t >= state.t[0]! ? setOnly(state, t, value) : undefined
    case 'first': return state.t.length === 0 || t < state.t[0]! ? setOnly(state, t, value) : undefined
    case 'values': return noteOne(spec, state, t, value)
  }
}

function setOnly(state: LeafState, t: number, value: Plain): void {
  state.t = [t]
  state.v = [value]
}

/** Where an entry of this time goes: after those of the same time. */
function placeOf(t: readonly number[], time: number): number {
  let place = t.length
  while (place > 0 && t[place - 1]! > time) place--
  return place
}

function drop(state: LeafState, place: number, count = 1): void {
  state.t.splice(place, count)
  state.v?.splice(place, count)
  state.n?.splice(place, count)
}

function noteTime(spec: LeafSpec, state: LeafState, t: number): void {
  const n = state.n ??= []
  const place = placeOf(state.t, t)
  if (place > 0 && state.t[place - 1] === t) n[place - 1]!++
  else {
    state.t.splice(place, 0, t)
    n.splice(place, 0, 1)
  }
  let count = n.reduce((a, b) => a + b, 0)
  while (state.t.length > 1 && count - n[0]! >= spec.size) {
    count -= n[0]!
    drop(state, 0)
  }
}

function noteSum(spec: LeafSpec, state: LeafState, t: number, value: number): void {
  const time = spec.far === undefined ? 0 : t
  const exact = Math.round(value * sumScale)
  const v = (state.v ??= []) as number[]
  const n = state.n ??= []
  const place = placeOf(state.t, time)
  if (place > 0 && state.t[place - 1] === time) {
    v[place - 1]! += exact
    n[place - 1]!++
    return
  }
  state.t.splice(place, 0, time)
  v.splice(place, 0, exact)
  n.splice(place, 0, 1)
  keepNewest(state)
}

function noteKey(spec: LeafSpec, state: LeafState, t: number, value: Plain): void {
  const v = state.v ??= []
  const known = v.indexOf(value)
  if (known >= 0) {
    if (state.t[known]! >= t) return
    drop(state, known)
  }
  const place = placeOf(state.t, t)
  state.t.splice(place, 0, t)
  v.splice(place, 0, value)
  if (v.length > spec.size) drop(state, 0)
}

/** An entry goes once a later one is as low (or high): it can never be the least again. */
function noteExtreme(spec: LeafSpec, state: LeafState, t: number, value: number): void {
  const v = (state.v ??= []) as number[]
  const beats = (a: number, b: number): boolean => (spec.keep === 'low' ? a <= b : a >= b)
  let place = placeOf(state.t, t)
  for (let later = place; later < v.length; later++) if (beats(v[later]!, value)) return
  while (place > 0 && beats(value, v[place - 1]!)) drop(state, --place)
  if (spec.far === undefined && v.length > 0) {
    if (beats(v[0]!, value)) return
    drop(state, 0, v.length)
    place = 0
  }
  state.t.splice(place, 0, t)
  v.splice(place, 0, value)
  keepNewest(state)
}

function noteOne(spec: LeafSpec, state: LeafState, t: number, value: Plain): void {
  const v = state.v ??= []
  const place = placeOf(state.t, t)
  state.t.splice(place, 0, t)
  v.splice(place, 0, value)
  keepNewest(state)
}

/** Entries of one time leave together, and what comes up to there later is not taken any more: so the order of arrival changes nothing. */
function keepNewest(state: LeafState): void {
  if (state.t.length <= maxValues) return
  const cut = state.t[state.t.length - maxValues - 1]!
  const left = state.t.findIndex(t => t > cut)
  if (left < 0) return drop(state, maxValues, Infinity)
  drop(state, 0, left)
  state.floor = cut
}

/** Lets go of what no window reaches any more. @param now in the leaf's unit */
export function expire({ far, keep }: LeafSpec, state: LeafState, now: number): void {
  if (far === undefined || keep === 'sequence') return
  const left = state.t.findIndex(t => t > now - far)
  if (left !== 0) drop(state, 0, left < 0 ? Infinity : left)
}

/** True for a time that the leaf still takes. */
export function isTaken({ far }: LeafSpec, { floor }: LeafState, t: number, now: number): boolean {
  return (floor === undefined || t > floor) && (far === undefined || t > now - far)
}

/** A copy that may be written; `held` is replaced, never written. */
export function copyState(state: LeafState): LeafState {
  const copy = { ...state, t: [...state.t] }
  if (state.v) copy.v = [...state.v]
  if (state.n) copy.n = [...state.n]
  if (state.begun) copy.begun = [...state.begun]
  return copy
}
