import { describe, expect, it } from 'vitest'
import { createPatience } from './patience.ts'

/** Timers that go off when they are told to. */
function byHand() {
  const waiting: (() => void)[] = []
  return { waiting, patiently: createPatience(run => waiting.push(run), 500) }
}
const never = new Promise<string>(() => {})

describe('patience', () => {
  it('gives what work gives, and its failure', async () => {
    const { patiently } = byHand()
    expect(await patiently(Promise.resolve('stored'), 'busy')).toBe('stored')
    await expect(patiently(Promise.reject(new Error('full')), 'busy')).rejects.toThrow('full')
  })

  it('gives up after one to two rounds, with one timer for all that wait, and none once nobody does', async () => {
    const { waiting, patiently } = byHand()
    let given = 0
    const first = patiently(never, 'busy').finally(() => given++)
    waiting.shift()!()
    const second = patiently(never, 'busy').finally(() => given++)
    await undefined
    expect([given, waiting.length]).toEqual([0, 1])
    waiting.shift()!()
    expect(await first).toBe('busy')
    expect([given, waiting.length]).toEqual([1, 1])
    waiting.shift()!()
    expect(await second).toBe('busy')
    expect(waiting.length).toBe(0)
  })
})
