import { describe, expect, it } from 'vitest'
import { createLiveFacts } from './createLiveFacts.ts'

/** A shop that answers when told to; timers and clock go by hand. */
function shop() {
  const asked: { itemIds: string[]; answer: (facts: unknown) => void; fail: () => void; signal: AbortSignal }[] = []
  const timers: { run: () => void; ms: number }[] = []
  const failures: unknown[] = []
  const state = { clock: 0 }
  const live = createLiveFacts(
    (itemIds, signal) => new Promise(
      (answer, fail) => { asked.push({ itemIds, answer, fail: () => fail(new Error('down')), signal }) },
    ),
    { setTimer: (run, ms) => timers.push({ run, ms }) }, () => state.clock, error => failures.push(error))
  return { asked, timers, failures, state, live, ask: (...ids: string[]) => live.ask(ids, state.clock) }
}
const turn = (): Promise<void> => new Promise(done => setTimeout(done))

describe('createLiveFacts', () => {
  it('asks once for all rows of a task, and again for nothing that is still true', async () => {
    const { asked, live, ask, state } = shop()
    const rows = [ask('a', 'b'), ask('b', 'c')]
    await turn()
    expect(asked.map(({ itemIds }) => itemIds)).toEqual([['a', 'b', 'c']])
    asked[0]!.answer({ a: { price: 4, currency: 'GBP' }, b: { available: false } })
    expect(await Promise.all(rows)).toEqual([true, true])
    expect([...live.facts()]).toEqual([['a', { price: 4, currency: 'GBP' }], ['b', { available: false }], ['c', {}]])
    expect(await ask('a', 'c')).toBe(false)
    state.clock = 60_000
    expect(live.facts().size).toBe(0)
    void ask('a')
    await turn()
    expect(asked).toHaveLength(2)
  })

  it('does not let a row wait longer than 800 ms in all, and knows at the next one what came too late', async () => {
    const { asked, timers, live, state, failures } = shop()
    const row = live.ask(['a'], 0)
    await turn()
    expect(timers.map(({ ms }) => ms)).toEqual([800, 800])
    for (const { run } of timers) run()
    expect(await row).toBe(false)
    expect(asked[0]!.signal.aborted).toBe(true)
    expect(failures.map(String)).toEqual(['Error: live-timeout'])
    state.clock = 900
    expect(await live.ask(['b'], 0)).toBe(false)
    asked[0]!.answer({ a: { price: 5 } })
    await turn()
    expect(live.facts().get('a')).toEqual({ price: 5 })
    expect(failures).toHaveLength(1)
  })

  it('goes on without facts when the shop fails, and says so', async () => {
    const { asked, ask, failures, live } = shop()
    const row = ask('a')
    await turn()
    asked[0]!.fail()
    expect([await row, live.facts().size, failures.length]).toEqual([false, 0, 1])
  })

  it('asks for many in several questions', async () => {
    const { asked, ask } = shop()
    const row = ask(...Array.from({ length: 30 }, (_, place) => `i${place}`))
    await turn()
    expect(asked.map(({ itemIds }) => itemIds.length)).toEqual([24, 6])
    for (const { answer } of asked) answer({})
    expect(await row).toBe(true)
  })
})
