import type { ConsentState, Purpose } from '../client.ts'
import type { ConsentSourceName } from '../options.ts'
import type { SourceAnswers } from './consentSource.ts'
import { purposes } from './storedConsent.ts'

/**
 * What counts of an answer by hand (the shop's, the shopper's) where a consent tool decides: a no does. A yes does as far as the
 * tool says so too; else it takes the shopper's own earlier no back, and what is left is the tool's.
 *
 * @param told by the tool on this page
 * @returns answers with who is to be named for them
 */
export function agreeWithTool(
  state: ConsentState, tool: ConsentSourceName, told: SourceAnswers, answers: unknown, source: string,
): [answers: SourceAnswers, source: string][] {
  const byHand: SourceAnswers = {}
  const byTool: SourceAnswers = {}
  for (const purpose of purposes) {
    const yes: unknown = answers != null && Object.hasOwn(answers, purpose) ? (answers as SourceAnswers)[purpose] : undefined
    if (yes === false || (yes === true && told[purpose] === true)) byHand[purpose] = yes
    else if (yes === true && isShoppersNo(state, purpose)) byTool[purpose] = false
  }
  return [[byHand, source], [byTool, tool]]
}

/** What counts of a tool's answers: a yes does not where the shopper said no in <shopside-privacy>. */
export function withoutShoppersNo(state: ConsentState, told: SourceAnswers): SourceAnswers {
  const answers = { ...told }
  for (const purpose of purposes) if (answers[purpose] === true && isShoppersNo(state, purpose)) delete answers[purpose]
  return answers
}

function isShoppersNo(state: ConsentState, purpose: Purpose): boolean {
  return state[purpose] === 'denied' && (state.since?.[purpose]?.source ?? state.source) === 'shopper'
}
