import { describe, expect, it } from 'vitest'
import { setUp, yes, no, all, purposesOf } from './testing/openGate.ts'

describe('the tombstone', () => {
  it('stands from the refusal until the stores are empty, on every page', () => {
    const { storage, open } = setUp()
    const gate = open()
    gate.answer(yes, 'shop')
    expect(gate.mustErase()).toBe(false)
    gate.answer(no, 'shop')
    expect([gate.mustErase(), open().mustErase(), storage.length]).toEqual([true, true, 1])
    gate.erased()
    expect([gate.mustErase(), open().mustErase(), storage.length]).toEqual([false, false, 0])
  })

  it('takes no other answer with it', () => {
    const { open } = setUp()
    const gate = open()
    gate.answer({ personalize: true, analytics: true }, 'shop')
    gate.answer(no, 'shopper')
    gate.refresh()
    expect(purposesOf(gate)).toBe('dgu')
    gate.erased()
    expect([purposesOf(gate), purposesOf(open())]).toEqual(['dgu', 'dgu'])
  })

  it('stands over a grant by option: a page that finds it does not begin before it is gone', () => {
    const { open } = setUp({ mode: 'granted' })
    open().forget()
    const next = open()
    expect(next.state.value.personalize).toBe('unknown')
    next.erased()
    expect(next.state.value.personalize).toBe('granted')
  })

  it('makes a new yes wait, and a no after it stands', () => {
    const { open } = setUp()
    const gate = open()
    gate.answer(yes, 'shop')
    const { value: first } = { value: gate.epoch() }
    gate.answer(no, 'shop')
    gate.answer(all(true), 'shopper', 'v2')
    expect(purposesOf(gate)).toBe('dgg')
    expect(gate.mustErase()).toBe(true)
    gate.erased()
    expect(gate.state.value).toMatchObject({ personalize: 'granted', source: 'shopper', version: 'v2' })
    expect(gate.epoch()).not.toBe(first)
    gate.answer(no, 'shop')
    gate.answer(yes, 'shop')
    gate.answer(no, 'shop')
    gate.erased()
    expect(gate.state.value.personalize).toBe('denied')
  })

  it('keeps what other purposes were answered', () => {
    const { open } = setUp()
    const gate = open()
    gate.answer(all(true), 'shop')
    gate.answer(no, 'shop')
    gate.erased()
    expect(purposesOf(open())).toBe('dgg')
  })

  it('is not taken for a grant, whatever stands in it', () => {
    const { storage, open } = setUp()
    storage.setItem('shopside.consent', '2!|abc|1||g,shop,a|g,shop,a|g,shop,a')
    const gate = open()
    expect([gate.state.value.personalize, gate.epoch(), gate.mustErase()]).toEqual(['unknown', undefined, true])
  })

  it('takes the grant away even where storage is full', () => {
    const { storage, open } = setUp()
    const gate = open()
    gate.answer(yes, 'shop')
    storage.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }
    gate.answer(no, 'shop')
    expect([gate.mustErase(), storage.length, open().state.value.personalize]).toEqual([true, 0, 'unknown'])
  })

  it('does nothing to a page that is switched off', () => {
    const { storage, open } = setUp()
    open().answer(yes, 'shop')
    const before = storage.getItem('shopside.consent')
    const gate = open({ isOff: true, signalled: ['personalize'] })
    gate.answer(no, 'shop')
    gate.pause(5000)
    expect([purposesOf(gate), gate.state.value.source, storage.getItem('shopside.consent')]).toEqual(['ddd', 'off', before])
  })
})
