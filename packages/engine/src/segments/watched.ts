import type { EpochMs } from '../event.ts'
import { isLeafSpec } from './isLeafSpec.ts'
import type { Aggregate, Plain, PropertyTest, RuleOp, SequenceStep } from './rule.ts'

/**
 * What rules remember of events, part of the profile: the leaves of the shop's rules that need history, each with its own specification, so
 * that a tab that has never seen the rules counts for them too. `specs[i]` and `states[i]` belong together.
 */
export interface Watched {
  /** Names the set of specifications and the zone: the same rules, the same version. */
  version: string
  /** `asOf` of the norms that brought them: newer ones win. */
  asOf: EpochMs
  /** Zone of calendar days. */
  timeZone: string
  specs: LeafSpec[]
  states: LeafState[]
}

/**
 * How a leaf keeps what it matched; always by time, oldest first.
 * - `times`: the newest `size` of them, counted
 * - `keys`: the newest `size` different values, each at its latest time
 * - `sum`: sums by millisecond or day (in millionths, so that they are exact); one for all time
 * - `low`, `high`: what may still become the least or the greatest
 * - `last`, `first`: one value
 * - `values`: each value, the newest `maxValues`
 * - `sequence`: when the steps came about
 */
export type Keep = 'times' | 'keys' | 'sum' | 'low' | 'high' | 'last' | 'first' | 'values' | 'sequence'

/** What is matched, and how it is kept. Shared by all tests that ask for the same. */
export interface LeafSpec {
  event: string
  keep: Keep
  prop?: string
  where?: PropertyTest[]
  /** Entries that the most demanding test needs. */
  size: number
  /** The widest window: milliseconds, or calendar days. Absent: for ever. */
  far?: number
  days?: boolean
  steps?: SequenceStep[]
  /** From the first step to the last, milliseconds. */
  within?: number
  same?: string
  tests: LeafTest[]
}

/** One comparison with what a leaf keeps: over (now - far, now - near], in the leaf's unit. */
export interface LeafTest {
  agg: Aggregate
  far?: number
  near?: number
  op: RuleOp
  value?: Plain | Plain[]
}

/** Plain data, copied before it is written. */
export interface LeafState {
  /** Exact of what came after this. 0: of everything. */
  from: EpochMs
  /** When the latest match became known: its time, or that of a later event before it in the log. */
  at?: EpochMs
  /** Times of entries: epoch ms, or calendar days. */
  t: number[]
  /** Their values, where the keeping has any. */
  v?: Plain[]
  /** How many matches each stands for, where that is not one. */
  n?: number[]
  /** What came up to here had to go, because there was too much of it. */
  floor?: number
  /** By test: since when it has held (> 0), or has not (< 0, negated), as of `at`. */
  held?: number[]
  /** Sequences begun: the shared value, and by step done the latest start. */
  begun?: [string, (EpochMs | null)[]][]
}

/** Values that one leaf remembers at most; the oldest leave first, all of one time together. */
export const maxValues = 500

/** The same leaves, with nothing counted yet. */
export function freshWatched(watched: Watched, from: EpochMs = 0): Watched {
  return { ...watched, states: watched.specs.map(() => ({ from, t: [] })) }
}

/**
 * Leaves for a model with other rules: what was counted already of the same leaf goes on, the others begin at `from`.
 *
 * @param before what the record has counted up to now; undefined: nothing
 * @param from end of what the record has folded: before it nothing is known to new leaves
 */
export function adoptWatched(wanted: Watched, before: Watched | undefined, from: EpochMs): Watched {
  if (before?.version === wanted.version) return { ...before, asOf: Math.max(before.asOf, wanted.asOf) }
  const known = new Map(before?.timeZone === wanted.timeZone ? before.specs.map((spec, i) => [JSON.stringify(spec), before.states[i]!]) : [])
  return { ...wanted, states: wanted.specs.map(spec => known.get(JSON.stringify(spec)) ?? { from, t: [] }) }
}

function isState(value: unknown): value is LeafState {
  const state = value as Partial<LeafState> | null
  if (!Array.isArray(state?.t) || !state.t.every(Number.isFinite) || !Number.isFinite(state.from)) return false
  const { t: { length }, v, n, held, begun } = state
  return (v === undefined || (Array.isArray(v) && v.length === length)) && (n === undefined || (Array.isArray(n) && n.length === length))
    && (held === undefined || Array.isArray(held)) && (begun === undefined || (Array.isArray(begun) && begun.every(each => Array.isArray(each?.[1]))))
}

/** A short look, for who carries it on without counting. */
export function looksWatched(value: unknown): value is Watched {
  const { version, specs, states } = (value ?? {}) as Partial<Watched>
  return typeof version === 'string' && Array.isArray(specs) && Array.isArray(states) && specs.length === states.length
    && specs.every(spec => typeof spec === 'object' && spec !== null) && states.every(state => Array.isArray(state?.t))
}

/** Enough of a look at a stored value that the fold can go on with it. */
export function isWatched(value: unknown): value is Watched {
  const watched = value as Partial<Watched> | null
  return typeof watched === 'object' && watched !== null && typeof watched.version === 'string' && Number.isFinite(watched.asOf)
    && typeof watched.timeZone === 'string' && Array.isArray(watched.specs) && Array.isArray(watched.states)
    && watched.specs.length === watched.states.length && watched.specs.length <= 2000
    && watched.specs.every(isLeafSpec) && watched.states.every(isState)
}
