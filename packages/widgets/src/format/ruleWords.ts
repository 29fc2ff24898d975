import type { RuleFact } from '@shopside/engine'
import type { MessageKey } from '../messages/en.ts'
import { t } from '../messages/t.ts'
import { doneWords } from './doneWords.ts'
import { factNowWords } from './factNowWords.ts'
import type { RuleContext } from './ruleContext.ts'
import { sequenceWords } from './sequenceWords.ts'

/**
 * One leaf of a shop's own rule as a true sentence; the coarse one where nothing better is sure to be true.
 *
 * @returns undefined for another segment that nothing is said of
 */
export function ruleWords(fact: RuleFact, context: RuleContext): string | undefined {
  switch (fact.kind) {
    case 'events': return doneWords(fact, context) ?? coarseWords(fact)
    case 'sequence': return (fact.holds ? sequenceWords(fact) : undefined) ?? coarseWords(fact)
    case 'fact': return factNowWords(fact, context) ?? coarseFactWords(fact.fact)
    case 'score': return t(`score.${fact.score}` as MessageKey)
    case 'segment': return fact.holds ? context.sentenceOf(fact.id) : undefined
  }
}

function coarseWords({ holds }: RuleFact): string {
  return t(holds ? 'fact.did' : 'fact.did-not')
}

/** What a rule looks at, by what the name of the fact begins with. */
function coarseFactWords(name: string): string {
  const family = name.slice(0, name.indexOf('.'))
  if (family === 'declared') return t('fact.declared')
  if (family === 'cart') return t('fact.cart')
  if (family === 'visits') return t('fact.been-here')
  if (family === 'affinity' || family === 'needs') return t('fact.tastes')
  return family === 'referrer' ? t('now.campaign') : t('fact.orders')
}
