import { describe, expect, it } from 'vitest'
import { version } from '../version.ts'
import { createGate, type Gate, type GateOptions } from './gate.ts'

/** A localStorage of one page. */
function memoryStorage(): Storage {
  const map = new Map<string, string>()
  return {
    get length() { return map.size },
    clear: () => map.clear(),
    getItem: key => map.get(key) ?? null,
    key: index => Array.from(map.keys())[index] ?? null,
    removeItem: key => void map.delete(key),
    setItem: (key, value) => void map.set(key, value),
  }
}

function setUp(more: Partial<GateOptions> = {}) {
  const storage = memoryStorage()
  let ids = 0
  const options: GateOptions = {
    mode: 'required', key: 'shopside.consent', storage: () => storage, now: () => 1000, createId: () => `id${++ids}`,
    signalled: [], rememberRefusal: false, ...more,
  }
  return { storage, open: (other: Partial<GateOptions> = {}) => createGate({ ...options, ...other }) }
}

const yes = { personalize: true }
const no = { personalize: false }
const all = (answer: boolean) => ({ personalize: answer, analytics: answer, connectors: answer })
const purposesOf = (gate: Gate) => [gate.state.value.personalize, gate.state.value.analytics, gate.state.value.connectors].map(answer => answer[0]).join('')

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
    const state = { personalize: 'granted', analytics: 'unknown', connectors: 'unknown', source: 'shop', at: 1000, version: '2026-11notice', since }
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
      'granted', '{"consent":"granted"}', '[', 'null', '{"v":1,"epoch":"a","personalize":"granted","analytics":"granted","connectors":"granted","source":"shop"}',
      '2|a|1||g,shop,a|g,shop,a', '2|a|1||g,shop,a|g,shop,a|x,shop,a', '3|a|1||g,shop,a|g,shop,a|g,shop,a', ' 2|a|1||g,shop,a|g,shop,a|g,shop,a',
      '2|a|1||g,shop,a|g,shop,a|g,shop,a\n', `2|${'a'.repeat(13)}|1||g,shop,a|g,shop,a|g,shop,a`, '2|a|1||g,<b>,a|g,shop,a|g,shop,a',
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

describe('Global Privacy Control', () => {
  it('keeps connectors off whatever is answered, and says so', () => {
    const gate = setUp({ signalled: ['connectors'] }).open()
    expect(gate.state.value).toMatchObject({ connectors: 'denied', source: 'default', since: { connectors: { source: 'privacy-signal', at: 1000 } } })
    gate.answer(all(true), 'shop')
    expect(gate.state.value).toMatchObject({ personalize: 'granted', connectors: 'denied', since: { connectors: { source: 'privacy-signal' } } })
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
