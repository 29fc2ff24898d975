import { boardMethod } from './boardMethod.ts'
import type { NextMethod, NextQuestions } from './measureNext.ts'
import { measureNext } from './measureNext.ts'
import { indexSessions } from './neighbours.ts'
import type { SessionData, SessionRanker } from './sessionData.ts'
import { popularity, sequentialRules, sessionPopularity } from './simple.ts'
import { stan } from './stan.ts'
import { vsknn } from './vsknn.ts'
import { withReminders } from './withReminders.ts'

/** Reminder settings that the strongest anchor may choose from, on the test part itself: in its favour. */
const reminders = [0.3, 1, 3, 10].flatMap(weight => [0.3, 1].map(current => ({ weight, current })))
/** Questions that it chooses on. */
const chosenOn = 1500

/**
 * What a model has to beat, with all sessions in memory. Settings of the neighbour methods are those that the reference framework
 * session-rec publishes as its best for RetailRocket.
 */
export function baselineMethods({ train, size }: SessionData, questions: NextQuestions): NextMethod[] {
  const index = indexSessions(train, size)
  const { looks } = index
  const vstan = stan(index, { k: 1500, sample: 5000, lambdaSpw: 5, lambdaSnh: 80, lambdaInh: 5, lambdaIpw: 5, idf: 1 })
  const methods: [string, SessionRanker][] = [
    ['popularity', popularity(looks)],
    ['session popularity', sessionPopularity(looks)],
    ['SR', sequentialRules(train, size)],
    ['V-SKNN', vsknn(index, { k: 1500, sample: 2500 })],
    ['STAN', stan(index, { k: 500, sample: 2500, lambdaSpw: 2.5, lambdaSnh: 80, lambdaInh: 5 })],
    ['V-STAN', vstan],
  ]
  const asked = questions.test.reduce((sum, { items }) => sum + Math.max(0, items.length - questions.minPrefix), 0)
  const fewer = { ...questions, every: Math.max(questions.every, Math.floor(asked / chosenOn)) }
  let best: { worth: number; name: string; rank: SessionRanker } | undefined
  for (const { weight, current } of reminders) {
    const [name, rank] = [`V-STAN with reminders (${weight}, ${current})`, withReminders(vstan, { weight, current })]
    const { hit20, mrr20 } = measureNext(boardMethod(name, rank, looks), fewer)
    if (!best || hit20 + mrr20 > best.worth) best = { worth: hit20 + mrr20, name, rank }
  }
  return [...methods, [best!.name, best!.rank] as [string, SessionRanker]].map(([name, rank]) => boardMethod(name, rank, looks))
}
