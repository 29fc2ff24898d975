import { describe, expect, it } from 'vitest'
import { createGate, type GateOptions } from './gate.ts'

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
    privacySignal: false, rememberRefusal: false, ...more,
  }
  return { storage, open: () => createGate(options) }
}

describe('createGate', () => {
  it('knows nothing at first and writes nothing', () => {
    const { storage, open } = setUp()
    expect(open().state.value.personalize).toBe('unknown')
    expect(storage.length).toBe(0)
  })

  it('keeps a grant in at most 300 bytes for the next page', () => {
    const { storage, open } = setUp()
    open().set({ personalize: true })
    expect(storage.getItem('shopside.consent')!.length).toBeLessThanOrEqual(300)
    expect(open().state.value).toEqual({ personalize: 'granted', analytics: 'unknown', connectors: 'unknown', source: 'shop', at: 1000 })
  })

  it('writes no refusal, and one only where the shop wants it remembered', () => {
    const plain = setUp()
    plain.open().set({ personalize: false })
    expect(plain.storage.length).toBe(0)
    const remembering = setUp({ rememberRefusal: true })
    remembering.open().set({ personalize: false })
    expect(remembering.open().state.value.personalize).toBe('denied')
  })

  it('takes anything but its own exact shape for no answer', () => {
    const { storage, open } = setUp()
    for (const text of ['granted', '{"consent":"granted"}', '{"v":1,"personalize":"granted"}', '[', 'null', '{"v":1,"personalize":"yes"}']) {
      storage.setItem('shopside.consent', text)
      expect(open().state.value.personalize).toBe('unknown')
    }
  })

  it('sees that another tab took the grant back', () => {
    const { open } = setUp()
    const [here, there] = [open(), open()]
    here.set({ personalize: true })
    there.refresh()
    expect(there.state.value.personalize).toBe('granted')
    expect(there.isOutdated()).toBe(false)
    here.set({ personalize: false })
    expect(there.isOutdated()).toBe(true)
    there.refresh()
    expect(there.state.value.personalize).toBe('unknown')
  })

  it('joins the tab that was granted first', () => {
    const { open } = setUp()
    const [here, there] = [open(), open()]
    here.set({ personalize: true })
    there.set({ personalize: true })
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
    expect(storage.length).toBe(0)
  })

  it('keeps connectors off under Global Privacy Control, whatever is answered', () => {
    const { open } = setUp({ privacySignal: true })
    const gate = open()
    gate.set({ personalize: true, connectors: true })
    expect(gate.state.value).toMatchObject({ personalize: 'granted', connectors: 'denied' })
  })
})
