import type { Answer } from '../client.ts'
import type { ConsentMap } from '../options.ts'
import type { ConsentSource, SourceAnswers } from './consentSource.ts'
import { purposes } from './storedConsent.ts'

/** What a consent tool says now, by our purposes, through its own map or the shop's. What cannot be read is not said. */
export function answersOf(source: ConsentSource, page: Window & typeof globalThis, map: ConsentMap = {}): SourceAnswers {
  const answers: SourceAnswers = {}
  for (const purpose of purposes) {
    const own = Object.hasOwn(map, purpose) ? map[purpose] : undefined
    const alternatives = own === undefined ? source.map[purpose] : [typeof own === 'string' ? [own] : own]
    for (const categories of alternatives) {
      const said = categories.map(category => ask(source, page, category))
      const denied = said.includes('denied')
      if (!denied && (said.length === 0 || said.includes('unknown'))) continue
      answers[purpose] = !denied
      break
    }
  }
  return answers
}

function ask(source: ConsentSource, page: Window & typeof globalThis, category: string): Answer {
  try {
    return source.category(page, category)
  } catch {
    // The tool's own function threw (called before it was ready): it has not answered.
    return 'unknown'
  }
}
