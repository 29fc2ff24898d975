import { describe, expect, it } from 'vitest'
import { version } from '../version.ts'
import { memoryStorage, setUp, yes, no, purposesOf } from './testing/openGate.ts'

describe('createGate', () => {
  it('knows nothing at first and writes nothing', () => {
    const { storage, open } = setUp()
    expect(open().state.value).toEqual({ personalize: 'unknown', analytics: 'unknown', connectors: 'unknown', source: 'default' })
    expect(storage.length).toBe(0)
  })

  it('keeps a grant for the next page, with its source, its time and the version of what was asked', () => {
    const { open } = setUp()
    open().answer(yes, 'shop', '2026-11 / notice')
    const since = { personalize: { source: 'shop', at: 1000 } }
    const state = {
      personalize: 'granted', analytics: 'unknown', connectors: 'unknown', source: 'shop', at: 1000, version: '2026-11notice',
      since,
    }
    expect(open().state.value).toEqual(state)
    const other = setUp()
    other.open().answer(yes, 'shopper')
    expect(other.open().state.value).toMatchObject({ source: 'shopper', version })
  })

  it('writes no refusal, and one only where the shop wants it remembered', () => {
    const plain = setUp()
    plain.open().answer(no, 'shop')
    expect(plain.storage.length).toBe(0)
    const remembering = setUp({ rememberRefusal: true })
    remembering.open().answer(no, 'shop')
    expect(remembering.open().state.value.personalize).toBe('denied')
  })

  it('writes a refusal where forgetting it would be a yes on the next page', () => {
    const { open } = setUp({ mode: 'granted' })
    const gate = open()
    gate.answer(no, 'shopper')
    gate.erased()
    expect(open().state.value).toMatchObject({ personalize: 'denied', source: 'shopper' })
  })

  it('takes anything but its own exact shape for no answer, the shape of an older version too', () => {
    const { storage, open } = setUp()
    const texts = [
      'granted', '{"consent":"granted"}', '[', 'null',
      '{"v":1,"epoch":"a","personalize":"granted","analytics":"granted","connectors":"granted","source":"shop"}',
      '2|a|1||g,shop,a|g,shop,a', '2|a|1||g,shop,a|g,shop,a|x,shop,a', '3|a|1||g,shop,a|g,shop,a|g,shop,a',
      ' 2|a|1||g,shop,a|g,shop,a|g,shop,a',
      '2|a|1||g,shop,a|g,shop,a|g,shop,a\n', `2|${'a'.repeat(13)}|1||g,shop,a|g,shop,a|g,shop,a`,
      '2|a|1||g,<b>,a|g,shop,a|g,shop,a',
    ]
    for (const text of texts) {
      storage.setItem('shopside.consent', text)
      expect(purposesOf(open())).toBe('uuu')
    }
  })

  it('takes junk for no answer, and a yes of a polluted prototype too', () => {
    const { open } = setUp()
    const gate = open()
    const prototype = Object.prototype as { personalize?: boolean }
    prototype.personalize = true
    for (const junk of [undefined, null, 7, 'yes', {}, [], { personalize: 'granted' }, { personalize: 1 }, { everything: true }]) gate.answer(junk, 'shop')
    delete prototype.personalize
    expect(gate.state.value).toEqual(open().state.value)
  })

  it('says of each purpose who answered and when', () => {
    let at = 1000
    const { open } = setUp({ now: () => at })
    open().answer({ personalize: true, analytics: true }, 'shop')
    at = 2000
    open().answer({ analytics: false }, 'shopper')
    const since = { personalize: { source: 'shop', at: 1000 }, analytics: { source: 'shopper', at: 2000 } }
    expect(open().state.value).toMatchObject({ personalize: 'granted', analytics: 'denied', source: 'shopper', at: 2000, since })
  })

  it('keeps the time of an answer that is only repeated, until the notice changes', () => {
    let at = 1000
    const { open } = setUp({ now: () => at })
    open().answer(yes, 'shop', 'one')
    at = 2000
    const gate = open()
    gate.answer(yes, 'shop', 'one')
    expect(gate.state.value.at).toBe(1000)
    gate.answer(yes, 'shop', 'two')
    expect(gate.state.value).toMatchObject({ at: 2000, version: 'two' })
  })

  it('says what has changed by an answer while it may be remembered, and never after a withdrawal', () => {
    const said: string[] = []
    const { open } = setUp({ onAnswered: (purpose, state) => said.push(`${purpose} ${state[purpose]}`) })
    const gate = open()
    gate.answer({ analytics: true }, 'shop')
    gate.answer({ personalize: true, connectors: false }, 'shop')
    gate.answer({ analytics: false }, 'shopper')
    gate.answer(no, 'shopper')
    expect(said).toEqual(['personalize granted', 'connectors denied', 'analytics denied'])
    expect(said.length).toBe(3)
  })

  it('says an answer that a tool repeats on every page once, and what of it is another', () => {
    const said: string[] = []
    let at = 1000
    const { open } = setUp({
      mode: 'source', now: () => at += 1000, onAnswered: (purpose, state) => said.push(`${purpose} ${state[purpose]}`),
    })
    for (const analytics of [true, true, false]) open().answer({ personalize: true, analytics }, 'onetrust')
    expect(said).toEqual(['personalize granted', 'analytics granted', 'analytics denied'])
  })

  it('sees that another tab took the grant back', () => {
    const { open } = setUp()
    const [here, there] = [open(), open()]
    here.answer(yes, 'shop')
    there.refresh()
    expect(there.state.value.personalize).toBe('granted')
    expect(there.isOutdated()).toBe(false)
    here.answer(no, 'shop')
    expect(there.isOutdated()).toBe(true)
    there.refresh()
    expect(there.state.value.personalize).toBe('denied')
    expect(there.isOutdated()).toBe(false)
  })

  it('joins the tab that was granted first', () => {
    const { open } = setUp()
    const [here, there] = [open(), open()]
    here.answer(yes, 'shop')
    there.answer(yes, 'shop')
    expect(here.isOutdated()).toBe(false)
    expect(there.epoch()).toBe(here.epoch())
  })

  it('keeps a grant by option only once something is to be written, and forgets it at an erase', () => {
    const { storage, open } = setUp({ mode: 'granted' })
    const gate = open()
    expect(gate.state.value.personalize).toBe('granted')
    expect(storage.length).toBe(0)
    gate.begin()
    expect(storage.length).toBe(1)
    gate.forget()
    gate.erased()
    expect(storage.length).toBe(0)
    expect(gate.state.value.personalize).toBe('granted')
  })

  it('keeps an answer on its page that storage does not take, whatever the page looks at later', () => {
    const full = { ...memoryStorage(), setItem: () => { throw new DOMException('full', 'QuotaExceededError') } }
    const refused = (): Storage => { throw new DOMException('no', 'SecurityError') }
    for (const storage of [() => full, refused]) {
      const gate = setUp({ storage }).open()
      for (const [answers, state] of [[yes, 'granted'], [no, 'denied']] as const) {
        gate.answer(answers, 'shop')
        gate.refresh()
        expect(gate.isOutdated()).toBe(false)
        expect(gate.state.value.personalize).toBe(state)
      }
      expect(gate.mustErase()).toBe(true)
    }
  })

  it('keeps a no on its page after the page was away', () => {
    const gate = setUp().open()
    gate.answer(no, 'shop')
    gate.refresh()
    expect(gate.state.value.personalize).toBe('denied')
  })
})
