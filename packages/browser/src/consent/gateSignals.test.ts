import { describe, expect, it } from 'vitest'
import { setUp, yes, no, all, purposesOf } from './testing/openGate.ts'

describe('Global Privacy Control', () => {
  it('keeps connectors off whatever is answered, and says so', () => {
    const gate = setUp({ signalled: ['connectors'] }).open()
    expect(gate.state.value).toMatchObject(
      { connectors: 'denied', source: 'default', since: { connectors: { source: 'privacy-signal', at: 1000 } } },
    )
    gate.answer(all(true), 'shop')
    expect(gate.state.value).toMatchObject(
      { personalize: 'granted', connectors: 'denied', since: { connectors: { source: 'privacy-signal' } } },
    )
  })

  it('turns personalize off too where the shop says so, and what was remembered before it goes', () => {
    const { open } = setUp()
    open().answer(yes, 'shop')
    const gate = open({ signalled: ['connectors', 'personalize'] })
    expect(gate.state.value.personalize).toBe('denied')
    expect(gate.mustErase()).toBe(true)
    gate.erased()
    gate.answer(yes, 'shop')
    expect(gate.state.value.personalize).toBe('denied')
  })
})

describe('a consent tool', () => {
  it('decides: a stored grant is not believed, and not written over, before it has answered', () => {
    const { storage, open } = setUp({ mode: 'source' })
    open().answer(all(true), 'cookiebot')
    const kept = storage.getItem('shopside.consent')
    const gate = open()
    expect(purposesOf(gate)).toBe('uuu')
    gate.answer({ analytics: true }, 'cookiebot')
    expect(storage.getItem('shopside.consent')).toBe(kept)
    gate.answer(all(true), 'cookiebot')
    expect(purposesOf(gate)).toBe('ggg')
  })

  it('empties what is stored by saying no, and the no itself is not kept: the tool keeps it', () => {
    const { storage, open } = setUp({ mode: 'source' })
    open().answer(yes, 'cookiebot')
    const gate = open()
    gate.answer(no, 'cookiebot')
    expect(gate.mustErase()).toBe(true)
    gate.erased()
    expect([storage.length, gate.state.value.personalize]).toEqual([0, 'denied'])
  })

  it('is not needed for a shopper\'s no to hold on the next page', () => {
    const { open } = setUp({ mode: 'source' })
    const gate = open()
    gate.answer(yes, 'cookiebot')
    gate.answer(no, 'shopper')
    gate.erased()
    expect(open().state.value).toMatchObject({ personalize: 'denied', source: 'shopper' })
  })

  it('keeps the time of its first yes from page to page', () => {
    let at = 1000
    const { open } = setUp({ mode: 'source', now: () => at })
    open().answer(yes, 'cookiebot')
    at = 9000
    const gate = open()
    gate.answer(yes, 'cookiebot')
    expect(gate.state.value.at).toBe(1000)
  })

  it('of a page left open is not believed again after another tab took the grant back', () => {
    const { open } = setUp({ mode: 'source' })
    const [here, there] = [open(), open()]
    here.answer(yes, 'cookiebot')
    there.answer(yes, 'cookiebot')
    here.answer(no, 'cookiebot')
    here.erased()
    expect(there.isOutdated()).toBe(true)
    there.refresh()
    expect(there.state.value.personalize).toBe('unknown')
  })

  it('stays granted in a tab that hears of another tab\'s answer about something else', () => {
    const { open } = setUp({ mode: 'source' })
    const [here, there] = [open(), open()]
    here.answer(all(true), 'cookiebot')
    there.answer(all(true), 'cookiebot')
    here.answer({ connectors: false }, 'cookiebot')
    there.refresh()
    expect(purposesOf(there)).toBe('ggd')
  })

  it('that is not on the page leaves it to answers by hand', () => {
    const { open } = setUp({ mode: 'auto' })
    open().answer(yes, 'shop')
    const gate = open()
    expect(gate.state.value.personalize).toBe('unknown')
    gate.believeStored()
    expect(gate.state.value.personalize).toBe('granted')
    const other = setUp({ mode: 'auto' })
    other.open().answer(yes, 'onetrust')
    const blocked = other.open()
    blocked.believeStored()
    expect(blocked.state.value.personalize).toBe('unknown')
  })
})

describe('a pause', () => {
  it('is seen by other tabs and the next page, and ends by itself by the stored time', () => {
    let at = 1000
    const { open } = setUp({ now: () => at })
    const [here, there] = [open(), open()]
    here.answer(yes, 'shop')
    there.answer(yes, 'shop')
    here.pause(5000)
    expect([here.isPaused(), there.isPaused(), open().isPaused()]).toEqual([true, true, true])
    expect(open().state.value).toMatchObject({ personalize: 'granted', pausedUntil: 5000 })
    at = 5000
    expect([here.isPaused(), there.isPaused(), open().state.value.pausedUntil]).toEqual([false, false, undefined])
  })

  it('is ended by hand, and takes junk for its end', () => {
    const gate = setUp().open()
    gate.answer(yes, 'shop')
    for (const end of [undefined, null, NaN, -1, 1000, 'tomorrow']) {
      gate.pause(5000)
      expect(gate.isPaused()).toBe(true)
      gate.pause(end as number)
      expect([gate.isPaused(), gate.state.value.pausedUntil]).toEqual([false, undefined])
    }
  })

  it('lasts a year at most', () => {
    const gate = setUp().open()
    gate.pause(Infinity)
    expect(gate.state.value.pausedUntil).toBe(1000 + 366 * 86_400_000)
  })

  it('writes nothing before consent, and holds on this page', () => {
    const { storage, open } = setUp()
    const gate = open()
    gate.pause(5000)
    expect([gate.isPaused(), storage.length]).toEqual([true, 0])
  })

  it('goes with an erase', () => {
    const { open } = setUp()
    const gate = open()
    gate.answer(yes, 'shop')
    gate.pause(5000)
    gate.forget()
    gate.erased()
    expect([gate.isPaused(), open().isPaused()]).toEqual([false, false])
  })
})
