import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Environment } from '../environment.ts'
import { emptyStores } from './emptyStores.ts'
import { createGate, type Gate } from './gate.ts'

const noon = Date.UTC(2011, 11, 10, 12)

/**
 * One localStorage as the tabs of several browser processes see it: a tab's own writing at once, others' when they are handed
 * over, in the one order in which they reached the store.
 */
function sharedStorage(tabs: number) {
  const onTheWay: { tab: number; value: string | null }[] = []
  const views: (string | null)[] = Array.from({ length: tabs }, () => null)
  const hasOwn = (tab: number): boolean => onTheWay.some(write => write.tab === tab)
  return {
    storageOf(tab: number): Storage {
      function write(value: string | null): void {
        views[tab] = value
        onTheWay.push({ tab, value })
      }
      return {
        getItem: () => views[tab], setItem: (_: string, value: string) => write(value), removeItem: () => write(null),
      } as unknown as Storage
    },
    /** Hands the next writing of one tab over to all. A tab whose own is still on its way goes on seeing that. */
    handOver(among: number): void {
      if (onTheWay.length === 0) return
      const [first] = onTheWay.splice(onTheWay.findIndex(write => write.tab === onTheWay[among % onTheWay.length]!.tab), 1)
      for (let tab = 0; tab < tabs; tab++) {
        if (tab === first!.tab || !hasOwn(tab)) views[tab] = hasOwn(tab) ? views[tab]! : first!.value
      }
    },
    get isQuiet() { return onTheWay.length === 0 },
  }
}

describe('tabs that are granted at once', () => {
  it('all end in one stretch, and none of them has to forget, whoever\'s answer is kept', () => {
    fc.assert(fc.property(
      fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 5 }), fc.boolean(),
      fc.array(fc.nat(20), { maxLength: 30 }),
      (times, isByOption, order) => {
        const shared = sharedStorage(times.length)
        const gates = times.map((at, tab) => createGate({
          mode: isByOption ? 'granted' : 'required', key: 'shopside.consent', storage: () => shared.storageOf(tab),
          now: () => noon + at,
          createId: () => `tab${tab}`, signalled: [], rememberRefusal: false,
        }))
        const grant = (gate: Gate): void => (isByOption ? gate.begin() : gate.answer({ personalize: true }, 'shop'))
        const steps = [...order]
        for (const gate of gates) {
          grant(gate)
          if ((steps.pop() ?? 1) % 3 === 0) shared.handOver(0)
          expect(gate.isOutdated()).toBe(false)
        }
        while (!shared.isQuiet) {
          shared.handOver(steps.pop() ?? 0)
          for (const gate of gates) expect(gate.isOutdated()).toBe(false)
        }
        expect(new Set(gates.map(gate => gate.epoch())).size).toBe(1)
        expect(gates.map(gate => gate.state.value.personalize)).toEqual(gates.map(() => 'granted'))
      }))
  })

  function threeTabs(later: number) {
    const shared = sharedStorage(3)
    let now = noon
    const [one, two, three] = [0, 1, 2].map(tab => createGate({
      mode: 'required', key: 'shopside.consent', storage: () => shared.storageOf(tab), now: () => now,
      createId: () => `tab${tab}`,
      signalled: [], rememberRefusal: false,
    })) as [Gate, Gate, Gate]
    one.answer({ personalize: true }, 'shop')
    shared.handOver(0)
    return { shared, one, two, three, wait() { now += later } }
  }

  it('are not taken for it when one withdrew, however soon it was granted again', () => {
    const { shared, one, two, wait } = threeTabs(100)
    two.refresh()
    wait()
    two.answer({ personalize: false }, 'shop')
    two.erased()
    two.answer({ personalize: true }, 'shop')
    while (!shared.isQuiet) shared.handOver(0)
    expect(one.isOutdated()).toBe(true)
  })

  it('are not taken for it when the other answer came later', () => {
    const { shared, one, two, three, wait } = threeTabs(1001)
    two.forget()
    while (!shared.isQuiet) shared.handOver(0)
    expect(one.isOutdated()).toBe(true)
    two.erased()
    while (!shared.isQuiet) shared.handOver(0)
    wait()
    three.answer({ personalize: true }, 'shop')
    while (!shared.isQuiet) shared.handOver(0)
    expect(one.isOutdated()).toBe(true)
  })
})

describe('a no that has nothing to take back', () => {
  it('leaves what another tab was granted while it looked for remains', async () => {
    const shared = sharedStorage(1)
    const open = (id: string): Gate => createGate({
      mode: 'required', key: 'shopside.consent', storage: () => shared.storageOf(0), now: () => noon, createId: () => id,
      signalled: [], rememberRefusal: false,
    })
    const [here, there] = [open('here'), open('there')]
    let erased = 0
    const environment = {
      window: { navigator: {} }, localStorage: () => shared.storageOf(0), caches: () => undefined,
      indexedDb: () => ({
        async databases() {
          there.answer({ personalize: true }, 'shop')
          return [{ name: 'shopside' }]
        },
      }),
    } as unknown as Environment
    here.answer({ personalize: false }, 'shop')
    await emptyStores({
      environment, name: 'shopside', gate: here,
      log: { eraseStores: async () => { erased++ } } as never, tabs: { open() {}, tell() {}, close() {} },
    })
    expect(erased).toBe(0)
    expect(there.isOutdated()).toBe(false)
    expect(there.mustErase()).toBe(false)
  })
})
