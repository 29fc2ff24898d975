// @vitest-environment page
import { afterEach, describe, expect, it } from 'vitest'
import { createDwell, inputLastsMs, longestStayMs, type Dwell } from './dwell.ts'

let dwell: Dwell | undefined
let time = 0
let visible = true

/** A page whose events bear the times that the test says. */
const page = Object.assign(Object.create(window) as Window & typeof globalThis, {
  Event: class { timeStamp = time } as unknown as typeof Event,
  document: Object.create(document, { visibilityState: { get: () => (visible ? 'visible' : 'hidden') } }) as Document,
})
const listeners = new Map<string, (event: { timeStamp: number }) => void>()
page.document.addEventListener = ((
  type: string, run: (event: { timeStamp: number }) => void,
) => listeners.set(type, run)) as never
page.document.removeEventListener = ((type: string) => listeners.delete(type)) as never

function open(): Dwell {
  time = 1000
  visible = true
  return dwell = createDwell(page)
}
const at = (ms: number, type: string): void => {
  time = 1000 + ms
  listeners.get(type)?.({ timeStamp: time })
}
const taken = (ms: number): number => {
  time = 1000 + ms
  return dwell!.take()
}

afterEach(() => dwell?.dispose())

describe('createDwell', () => {
  it('counts the time between inputs, each for half a minute at most', () => {
    open()
    at(5000, 'scroll')
    at(20_000, 'pointermove')
    at(200_000, 'keydown')
    expect(taken(201_000)).toBe(20_000 + inputLastsMs + 1000)
  })

  it('does not count while the page is hidden', () => {
    open()
    at(2000, 'scroll')
    visible = false
    at(3000, 'visibilitychange')
    at(60_000, 'scroll')
    visible = true
    at(90_000, 'visibilitychange')
    expect(taken(91_000)).toBe(4000)
  })

  it('gives each millisecond once, and ten minutes a route at most', () => {
    open()
    at(1000, 'scroll')
    expect(taken(1000)).toBe(1000)
    expect(taken(1000)).toBe(0)
    for (let i = 1; i <= 100; i++) at(i * 20_000, 'scroll')
    expect(taken(2_000_000)).toBe(longestStayMs - 1000)
    dwell!.restart()
    at(2_001_000, 'scroll')
    expect(taken(2_001_000)).toBe(1000)
  })

  it('leaves no listener behind', () => {
    open().dispose()
    dwell = undefined
    expect(listeners.size).toBe(0)
  })
})
