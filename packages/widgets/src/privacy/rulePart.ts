import { ruleWords } from '../format/ruleWords.ts'
import { rules } from '../messages/en/rules.ts'
import type { RulePart } from './privacyModel.ts'

/** Loaded where a rule of the shop's own holds. */
export const part: RulePart = {
  messages: rules,
  wordsFor(client, segments, sentenceOf) {
    const context = {
      locale: client.locale, now: client.now(), currency: client.model.peek()?.currency,
      sentenceOf(id: string) {
        const other = segments.find(segment => segment.id === id)
        return other && sentenceOf(other)
      },
    }
    return fact => ruleWords(fact, context)
  },
}
