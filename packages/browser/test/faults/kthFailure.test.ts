import { describe, expect, it } from 'vitest'
import { createDevice, onceEach, type Tab } from './device.ts'
import { failAt } from './faultyIdb.ts'

/**
 * One life of a shopper in whose second tab something fails: a first page stores and mirrors, the second looks, reads and looks
 * again, the third must have all that was acknowledged, once.
 *
 * @returns whether all of the faults were met
 */
async function live(kind: 'call' | 'abort' | 'event', numbers: number[]): Promise<boolean> {
  const device = createDevice()
  const acked: string[] = []
  const look = async (tab: Tab, id: string): Promise<void> => {
    if ((await tab.look(id)).level === 'written') acked.push(id)
  }
  const before = device.openTab()
  await look(before, 'before')
  expect(await before.log.mirrored()).toBe(true)
  before.close()

  const plan = failAt(kind, numbers)
  const tab = device.openTab({ plan })
  await look(tab, 'a')
  await Promise.all([look(tab, 'b'), tab.views().catch(() => {})])
  // A promise of the second copy is a promise of the first.
  if (await tab.log.mirrored()) expect(acked).toContain('b')
  await look(tab, 'c')
  tab.close()

  const after = device.openTab()
  const have = await after.looked()
  expect(have.filter(id => acked.includes(id)).sort(), `${kind} ${numbers}`).toEqual([...acked].sort())
  expect(new Set(have).size).toBe(have.length)
  expect(await after.views()).toEqual(onceEach(have))
  device.closeAll()
  return plan.fired === numbers.length
}

const words = { call: 'call fails', abort: 'transaction is undone', event: 'event never comes' }

describe('when the k-th thing fails', () => {
  for (const kind of ['call', 'abort', 'event'] as const) {
    it(`keeps every acknowledged event, once, whichever ${words[kind]}`, async () => {
      let met = 0
      // A page that gave up early has fewer calls to fail: two that are met no more do not end it.
      for (let k = 1, missed = 0; missed < 3; k++) {
        const isMet = await live(kind, [k])
        missed = isMet ? 0 : missed + 1
        if (isMet) met++
      }
      // A run that met no fault would prove nothing.
      expect(met).toBeGreaterThan(12)
    })

    it(`keeps them when two of a kind happen: ${words[kind]}`, async () => {
      let fired = 0
      for (let k = 1; k <= 60; k += 3) if (await live(kind, [k, k + 1 + k % 7])) fired++
      expect(fired).toBeGreaterThan(2)
    })
  }
})
