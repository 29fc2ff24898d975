/** Waits for work, but not for ever: then `otherwise` is the answer. */
export type Patience = <Answer>(work: Promise<Answer>, otherwise: Answer) => Promise<Answer>

/**
 * One timer for all that wait, instead of one for each event that is stored: whoever waits is given an answer after one to two
 * rounds.
 *
 * @param roundMs half of the longest wait
 */
export function createPatience(setTimer: (run: () => void, ms: number) => unknown, roundMs: number): Patience {
  let older: (() => void)[] = []
  let newer: (() => void)[] = []

  function round(): void {
    for (const giveUp of older) giveUp()
    older = newer
    newer = []
    if (older.length > 0) setTimer(round, roundMs)
  }

  return (work, otherwise) => new Promise((done, fail) => {
    work.then(done, fail)
    // The first that waits starts the timer, which goes on as long as anybody does.
    if (older.length + newer.push(() => done(otherwise)) === 1) setTimer(round, roundMs)
  })
}
