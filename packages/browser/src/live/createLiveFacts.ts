import type { LiveFact, LiveFacts } from '@shopside/engine'
import type { Environment } from '../environment.ts'
import { oncePerTask } from '../page/oncePerTask.ts'
import type { AskShop } from './askShop.ts'
import { readLiveFacts } from './readLiveFacts.ts'

/** No row waits longer. */
const timeoutMs = 800
/** So long is what the shop said taken as true: a row that is drawn again on the same page does not ask again. */
const keptMs = 60_000
/** Ids in one question; more are asked in parallel. */
const maxIds = 24

/** What the shop says now of the few items that are about to be drawn. */
export interface LiveAnswers {
  /**
   * Asks about these items, unless it is known. Never rejects.
   *
   * @param sinceMs when the row began to wait, by the clock: its wait ends 800 ms later, whatever it asks meanwhile
   * @returns true when something was learnt
   */
  ask(itemIds: readonly string[], sinceMs: number): Promise<boolean>
  /** All that is known and still true. */
  facts(): LiveFacts
}

/**
 * Rows that ask in the same task share one question, and an item is asked for once while its answer is on the way or still true.
 *
 * @param clock ms that never go back
 * @param failed hears why an answer could not be used
 */
export function createLiveFacts(
  askShop: AskShop, { setTimer }: Pick<Environment, 'setTimer'>, clock: () => number, failed: (error: unknown) => void,
): LiveAnswers {
  const known = new Map<string, { fact: LiveFact; untilMs: number }>()
  const underWay = new Map<string, Promise<void>>()
  let wanted: string[] = []
  let sent: Promise<void> | undefined
  let send = (): void => {}
  let answers = 0

  async function askOnce(itemIds: string[]): Promise<void> {
    const stop = new AbortController()
    let isOpen = true
    setTimer(() => {
      const late = new Error('live-timeout')
      stop.abort(late)
      if (isOpen) failed(late)
      isOpen = false
    }, timeoutMs)
    try {
      const facts = readLiveFacts(await askShop(itemIds, stop.signal), itemIds)
      // What is not said is known as well: it is not asked for again at once.
      answers++
      for (const itemId of itemIds) known.set(itemId, { fact: facts.get(itemId) ?? {}, untilMs: clock() + keptMs })
    } catch (error) {
      if (isOpen) failed(error)
    }
    isOpen = false
    for (const itemId of itemIds) underWay.delete(itemId)
  }

  const sendSoon = oncePerTask(() => {
    const itemIds = wanted
    wanted = []
    sent = undefined
    const asked: Promise<void>[] = []
    for (let from = 0; from < itemIds.length; from += maxIds) asked.push(askOnce(itemIds.slice(from, from + maxIds)))
    void Promise.all(asked).then(send)
  })

  return {
    async ask(itemIds, sinceMs) {
      const before = answers
      for (const itemId of itemIds) {
        if (clock() < (known.get(itemId)?.untilMs ?? 0) || underWay.has(itemId)) continue
        sent ??= new Promise(done => { send = done })
        wanted.push(itemId)
        underWay.set(itemId, sent)
        sendSoon()
      }
      const awaited = itemIds.flatMap(itemId => underWay.get(itemId) ?? [])
      const leftMs = sinceMs + timeoutMs - clock()
      // A function of the shop's cannot be stopped: what it says too late is known to the next row.
      if (awaited.length > 0 && leftMs > 0) {
        await Promise.race([Promise.all(awaited), new Promise(done => { setTimer(() => done(undefined), leftMs) })])
      }
      return answers > before
    },
    facts: () => new Map([...known].flatMap(([itemId, { fact, untilMs }]) => (clock() < untilMs ? [[itemId, fact]] : []))),
  }
}
