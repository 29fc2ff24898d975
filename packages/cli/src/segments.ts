import type { Segments, SegmentSpec, ShopEvent, StoreNorms } from '@shopside/engine'
import { compileRules, defaultNorms, emptyProfile, foldEvents, predict, segmentsAt } from '@shopside/engine'

/** What `shopside segments` judges by. */
export interface SegmentsOptions {
  rules: readonly SegmentSpec[]
  /** One shopper's log, in its order. Later events than `at` are left out. */
  log: readonly ShopEvent[]
  /** Epoch ms. */
  at: number
  /** @default the defaults of a shop without a model */
  norms?: StoreNorms
}

/** The memberships of one log at a time, presets and the shop's own, by the engine that runs in the browser. */
export function segments({ rules, log, at, norms = defaultNorms }: SegmentsOptions): Segments {
  const program = compileRules(rules, { asOf: norms.asOf, ...(norms.timeZone !== undefined && { timeZone: norms.timeZone }) })
  const profile = foldEvents(emptyProfile(program.watched), log.filter(event => event.at <= at))
  return segmentsAt({ profile, norms, predictions: predict({ profile, norms, now: at }), now: at }, program)
}
