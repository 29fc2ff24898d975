import type { RuleFact } from '@shopside/engine'
import { t } from '../messages/t.ts'
import { didWords } from './doneWords.ts'
import { spanWords } from './spanWords.ts'

/** More steps than these are no sentence. */
const mostSteps = 3

/**
 * Events one after the other, which have come about: "You put things in the basket, and have not ordered within 2 hours."
 *
 * @returns undefined for many steps, for one that repeats, and for events of the shop's own
 */
export function sequenceWords({ steps, within }: RuleFact & { kind: 'sequence' }): string | undefined {
  if (steps.length > mostSteps || new Set(steps).size < steps.length) return undefined
  let line = ''
  for (const step of steps) {
    const did = didWords(step.replace('!', ''))
    if (did === undefined) return undefined
    line = line === '' ? t('rule.done', { did }) : t(step.startsWith('!') ? 'rule.then-not' : 'rule.then', { line, did })
  }
  return t('rule.end', { line: t('rule.within', { line, span: spanWords(within) }) })
}
