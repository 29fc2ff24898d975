import { emptyProfile } from '../../profile/emptyProfile.ts'
import { foldCounting as foldEvents } from '../foldCounting.ts'
import type { Profile } from '../../profile/profile.ts'
import type { ShopEvent } from '../../event.ts'
import type { Predictions } from '../../predict/predictions.ts'
import { presetsAt } from '../presetsAt.ts'
import { defaultNorms } from '../../norms/defaultNorms.ts'
import { compileRules, type RuleProgram } from '../compileRules.ts'
import { evaluateRules } from '../evaluateRules.ts'
import type { SegmentSpec } from '../rule.ts'
import type { PageFacts } from '../segmentInput.ts'
import { anyLog, anyMoment } from './anyLog.ts'
import { anySegments, pick, type Random } from './anyRule.ts'
import { naiveSegments } from './naiveSegments.ts'

const zones = ['UTC', 'Europe/London', 'America/New_York']

/** One difference between the engine and brute force; undefined: there was none. */
export interface Difference {
  what: string
  now: number
  expected: string[]
  found: string[]
}

/** What one random log came to. */
export interface Checked {
  specs: SegmentSpec[]
  /** Rules that held, over all moments asked. */
  held: number
  asked: number
  difference?: Difference
}

/**
 * One random log, some random rules: folded as it arrives (late, twice, in pieces), asked at random moments, and compared with brute force over the whole log.
 * Also in between: what brute force says a millisecond before the engine's `flipsAt` must be what it says now.
 */
export function checkOnce(random: Random, { rules = 4, events = 30, moments = 3 }: { rules?: number; events?: number; moments?: number } = {}): Checked {
  const specs = anySegments(random, rules)
  const timeZone = pick(random, zones)
  const program = compileRules(specs, { timeZone, asOf: 1 })
  const log = anyLog(random, 1 + Math.floor(random() * events))
  const page = anyPage(random)
  const predictions = random() < 0.7 ? anyPredictions(random, log.at(-1)!.at) : undefined
  const checked: Checked = { specs, held: 0, asked: 0 }
  for (let round = 0; round < moments && !checked.difference; round++) {
    // A log that grew up to here: not always the whole of it.
    const known = log.slice(0, 1 + Math.floor(random() * log.length))
    const profile = foldInPieces(random, program, known)
    const now = anyMoment(random, known)
    const presets = presetsAt({ profile, norms: { ...defaultNorms, timeZone }, now })
    const ids = new Set<string>(presets.memberships.map(({ id }) => id))
    const verdicts = evaluateRules(
      program, { profile, norms: { ...defaultNorms, timeZone }, page, now, ...(predictions && { predictions }) },
      new Map(presets.memberships.map(each => [each.id, each])), presets.flipsAt ?? Infinity)
    const asked = { log: known, page, timeZone, presets: ids, ...(predictions && { predictions }) }
    const found = specs.filter(({ id }) => verdicts.get(id)!.holds).map(({ id }) => id)
    const compareWith = (what: string, at: number, expected: string[], got: string[]): void => {
      if (expected.join() !== got.join()) checked.difference ??= { what, now: at, expected, found: got }
    }
    compareWith(`memberships in ${timeZone}`, now, naiveSegments(specs, { ...asked, now }), found)
    checked.held += found.length
    checked.asked += specs.length
    for (const { id, rule } of specs) {
      const { flipsAt, holds } = verdicts.get(id)!
      const before = Math.min(flipsAt, now + 500 * 864e5) - 1
      if (before <= now || JSON.stringify(rule).includes('segment') || JSON.stringify(rule).includes('stage')) continue
      for (const at of [before, now + Math.floor(random() * (before - now))]) {
        compareWith(`${id} until it flips`, at, holds ? [id] : [], naiveSegments([{ id, rule }], { ...asked, now: at }))
      }
    }
  }
  return checked
}

/**
 * The fold as a log does it: batches arrive in any order, some of them twice; one that is older than what was folded makes it begin anew.
 * In random pieces, some through JSON as a record would go.
 */
export function foldInPieces(random: Random, program: RuleProgram, log: readonly ShopEvent[]): Profile {
  const known = new Map<string, ShopEvent>()
  let profile = emptyProfile(program.watched)
  let high = ''
  for (const batch of arrivals(random, log)) {
    const fresh = batch.filter(({ id }) => !known.has(id))
    for (const event of fresh) known.set(event.id, event)
    const isLate = fresh.some(({ id }) => id < high)
    const events = [...(isLate ? known.values() : fresh)].sort((a, b) => (a.id < b.id ? -1 : 1))
    profile = foldEvents(isLate ? emptyProfile(profile.watched) : profile, events)
    high = events.at(-1)?.id ?? high
    if (random() < 0.2) profile = JSON.parse(JSON.stringify(profile)) as Profile
  }
  return profile
}

/** Pieces of a log; some come a little later than those after them, and some come again. */
function arrivals(random: Random, log: readonly ShopEvent[]): ShopEvent[][] {
  const pieces: { at: number; events: ShopEvent[] }[] = []
  for (let from = 0; from < log.length;) {
    const to = from + 1 + Math.floor(random() * 8)
    const events = log.slice(from, to)
    pieces.push({ at: from + (random() < 0.1 ? 12 : 0), events })
    if (random() < 0.1) pieces.push({ at: from + 5, events })
    from = to
  }
  return pieces.sort((a, b) => a.at - b.at).map(({ events }) => events)
}

function anyPage(random: Random): PageFacts {
  return {
    ...(random() < 0.5 && { type: pick(random, ['product', 'home']) }), ...(random() < 0.3 && { context: { weather: pick(random, ['rain', 'sun']) } }),
    ...(random() < 0.3 && { campaign: { source: pick(random, ['mail', 'ad']) } }), consent: { analytics: pick(random, ['granted', 'denied']) },
    cart: { lines: random() < 0.5 ? [{ item_id: 'A1', quantity: 1, addedAt: 1 }] : [], changedAt: 1, source: 'snapshot' },
    ...(random() < 0.5 && { timeZone: 'Europe/Berlin' }),
  }
}

function anyPredictions(random: Random, at: number): Predictions {
  const share = (): number => Math.round(random() * 4) / 4
  return {
    churn: { probability: share(), horizonDays: 90 }, ...(random() < 0.5 && { orders: { expected: share(), horizonDays: 90 } }),
    needs: random() < 0.5 ? [{ itemId: 'A1', dueAt: at + Math.floor(random() * 30) * 864e5, within7Days: 0.5 }] : [],
    priceTiers: random() < 0.5 ? { Garden: pick(random, ['budget', 'premium'] as const) } : {},
    tastes: random() < 0.5 ? [{ attribute: 'category', value: 'Garden', share: 0.5, lift: 2, events: 3, days: 2, since: at }] : [],
  }
}
