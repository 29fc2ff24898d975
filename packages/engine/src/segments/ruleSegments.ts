import type { RuleProgram } from './compileRules.ts'
import { evaluateRules } from './evaluateRules.ts'
import type { PresetAnswer } from './preset.ts'
import type { SegmentInput } from './segmentInput.ts'

/**
 * The presets, and after them the shop's own segments that hold, each after those it asks for. One that the shopper called wrong is left
 * out.
 *
 * @param input with `now` not before the newest event
 */
export function ruleSegmentsAt(program: RuleProgram, input: SegmentInput, presets: PresetAnswer): PresetAnswer {
  const { profile: { wrongGuesses = {}, firstAt }, now } = input
  const memberships = [...presets.memberships]
  let { flipsAt = Infinity } = presets
  const verdicts = evaluateRules(program, input, new Map(memberships.map(each => [each.id, each])), flipsAt)
  for (const { spec: { id, sentence, public: isPublic } } of program.segments) {
    const { holds, since, because, flipsAt: next } = verdicts.get(id)!
    flipsAt = Math.min(flipsAt, next)
    if (!holds || Object.hasOwn(wrongGuesses, `segment:${id}`)) continue
    // What was never otherwise (all of nothing, a basket never touched) is as old as what is known of the shopper.
    memberships.push({ id, since: Math.min(since || (firstAt ?? now), now), because, ...(isPublic && { public: true }), ...(sentence !== undefined && { sentence }) })
  }
  return { memberships, ...(flipsAt < Infinity && { flipsAt }) }
}
