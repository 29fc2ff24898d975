import {
  defaultNorms, lifecycleAt, pageAttributes, predict, presetsAt, productAttributes, standingsOf,
  type Model, type PageFacts, type Profile, type RuleProgram, type Segments, type StoreNorms, type Watched,
} from '@shopside/engine'
import type { Shopper } from '../shopSignals.ts'

/** Judges a shopper by the store's norms. */
export interface Judge {
  /** What the shop's rules ask of events; undefined where it wrote none. */
  readonly watched: Watched | undefined
  /** Segments whose edges the page is told. */
  readonly publics: ReadonlySet<string>
  /** What is expected of the shopper, and the stages they have been through. */
  look(profile: Profile, now: number): Omit<Shopper, keyof Profile>
  /** @param shopper undefined: nothing may be remembered, and the page alone is asked */
  segments(shopper: Shopper | undefined, page: PageFacts, now: number): Segments
}

/** The model that has the display fields of an item, with its index. */
type Find = (itemId: string) => { model: Model; index: number } | undefined

/** What rules are compiled and judged by: a chunk of its own. */
export type Rules = typeof import('../lazy/segmentingRules.ts')

/**
 * @param rules undefined: presets alone, whatever the norms hold
 * @throws TypeError, RangeError for rules that no build has checked: then there are presets alone
 */
export function createJudge(norms: StoreNorms = defaultNorms, rules: Rules | undefined, find: Find, timeZone?: string): Judge {
  const { segments = [], asOf, timeZone: storeZone } = norms
  const program: RuleProgram | undefined =
    rules?.compileRules(segments, { asOf, ...(storeZone !== undefined && { timeZone: storeZone }) })

  return {
    watched: program?.watched,
    publics: new Set(program?.segments.filter(({ spec }) => spec.public).map(({ spec }) => spec.id)),
    look(profile, now) {
      const predictions = predict({
        profile, norms, now, ...(timeZone !== undefined && { timeZone }),
        attributesOf(itemId, memory) {
          const found = find(itemId)
          return found ? productAttributes(found.model.product(found.index)) : pageAttributes(itemId, memory)
        },
        reorderOf(itemId) {
          const found = find(itemId)
          return found?.model.reorder(found.index)
        },
      })
      const { list } = standingsOf(profile.purchases, now, norms.timeZone, norms.currency)
      return { predictions, lifecycle: lifecycleAt(list, profile.firstAt, norms, now) }
    },
    segments(shopper, page, now) {
      if (shopper === undefined) return program ? rules!.pageSegmentsAt(program, page, now) : { memberships: [] }
      const { predictions } = shopper
      const presets = presetsAt({ profile: shopper, norms, now, ...(predictions && { tastes: predictions.tastes }) })
      if (!program) return presets
      const known = { profile: shopper, norms, page, now: Math.max(now, shopper.lastAt ?? now), ...(predictions && { predictions }) }
      return rules!.ruleSegmentsAt(program, known, presets)
    },
  }
}
