// @vitest-environment page
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { onDataLayer } from './onDataLayer.ts'

const page = window as unknown as Window & typeof globalThis & Record<string, unknown[] | undefined>
const stops: (() => void)[] = []

/** Listens and gives the list that grows. */
function listen(name = 'dataLayer'): { heard: unknown[]; stop: () => void } {
  const heard: unknown[] = []
  const stop = onDataLayer(page, name, entry => heard.push(entry))
  stops.push(stop)
  return { heard, stop }
}

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
  delete page['dataLayer']
  delete page['shopLayer']
  vi.useRealTimers()
})

describe('onDataLayer', () => {
  it('tells what was there already, then each new entry, in order', () => {
    page['dataLayer'] = [1, 2]
    const { heard } = listen()
    expect(heard).toEqual([1, 2])
    page['dataLayer'].push(3, 4)
    expect(heard).toEqual([1, 2, 3, 4])
  })

  it('lets the page\'s own push come first, as its method, and returns its result', () => {
    const seen: unknown[] = []
    const layer = page['dataLayer'] = [] as unknown[]
    layer.push = function (this: unknown[], ...entries) {
      seen.push(this === layer, heard.length)
      this[this.length] = entries[0]
      return 41
    }
    const { heard } = listen()
    expect(layer.push('a')).toBe(41)
    expect(seen).toEqual([true, 0])
    expect(heard).toEqual(['a'])
  })

  it('lets the page have the error of its own push, and is told of the entry all the same', () => {
    const layer = page['dataLayer'] = [] as unknown[]
    layer.push = () => { throw new Error('mine') }
    const { heard } = listen()
    expect(() => layer.push('a')).toThrow('mine')
    expect(heard).toEqual(['a'])
  })

  it('wraps push once for all who listen, and gives it back when the last has gone', () => {
    const layer = page['dataLayer'] = ['old'] as unknown[]
    const first = listen()
    const { push } = layer
    const second = listen()
    expect(layer.push).toBe(push)
    expect(second.heard).toEqual(['old'])
    first.stop()
    first.stop()
    layer.push('new')
    expect([first.heard, second.heard]).toEqual([['old'], ['old', 'new']])
    second.stop()
    expect(layer.push).toBe(Array.prototype.push)
    expect(Object.getOwnPropertyNames(layer)).toEqual(['0', '1', 'length'])
  })

  it('gives back a push that was the page\'s own, and adds nothing that for-in would meet', () => {
    const layer = page['dataLayer'] = [] as unknown[]
    const own = function (this: unknown[], ...entries: unknown[]): number { return Array.prototype.push.apply(this, entries) }
    Object.defineProperty(layer, 'push', { value: own, configurable: true, writable: true, enumerable: false })
    const { stop } = listen()
    const keys: string[] = []
    for (const key in layer) keys.push(key)
    expect(keys).toEqual([])
    stop()
    expect(layer.push).toBe(own)
  })

  it('leaves a push alone that somebody has wrapped since, and only passes on', () => {
    const layer = page['dataLayer'] = [] as unknown[]
    const { heard, stop } = listen()
    const ours = layer.push
    const theirs = function (this: unknown[], ...entries: unknown[]): number { return ours.apply(this, entries) }
    layer.push = theirs
    stop()
    expect(layer.push).toBe(theirs)
    layer.push('late')
    expect([heard, layer]).toEqual([[], ['late']])
  })

  it('finds a layer of another name', () => {
    page['shopLayer'] = ['a']
    page['dataLayer'] = ['b']
    expect(listen('shopLayer').heard).toEqual(['a'])
  })

  it('finds a layer that is made before DOMContentLoaded or load, without a setter', () => {
    const { heard } = listen()
    expect(Object.getOwnPropertyDescriptor(page, 'dataLayer')).toBeUndefined()
    page['dataLayer'] = ['late']
    page.document.dispatchEvent(new Event('DOMContentLoaded'))
    expect(heard).toEqual(['late'])
    page['dataLayer'].push('later')
    expect(heard).toEqual(['late', 'later'])
  })

  it('finds a layer that is made some seconds after load, and stops looking after ten', () => {
    const { heard } = listen()
    vi.advanceTimersByTime(5000)
    page['dataLayer'] = ['late']
    vi.advanceTimersByTime(5000)
    expect(heard).toEqual(['late'])
    const nobody = listen('shopLayer')
    vi.advanceTimersByTime(11_000)
    expect(vi.getTimerCount()).toBe(0)
    page['shopLayer'] = ['too late']
    vi.advanceTimersByTime(60_000)
    expect(nobody.heard).toEqual([])
  })

  it('follows a layer that is replaced while the page loads', () => {
    const ready = vi.spyOn(page.document, 'readyState', 'get').mockReturnValue('loading')
    const old = page['dataLayer'] = ['a'] as unknown[]
    const { heard } = listen()
    page['dataLayer'] = ['b']
    page.dispatchEvent(new Event('load'))
    old.push('nobody\'s')
    page['dataLayer'].push('c')
    expect(heard).toEqual(['a', 'b', 'c'])
    expect(old.push).toBe(Array.prototype.push)
    ready.mockRestore()
  })

  it('keeps one listener\'s error from the page and from the other listeners', () => {
    const layer = page['dataLayer'] = ['a'] as unknown[]
    stops.push(onDataLayer(page, 'dataLayer', () => { throw new Error('ours') }))
    const { heard } = listen()
    expect(layer.push('b')).toBe(2)
    expect(heard).toEqual(['a', 'b'])
  })

  it('takes nothing for a layer that is no array of the page, and reads a frozen one', () => {
    const element = document.createElement('div')
    for (const junk of [element, { push: () => 0 }, 'text', null]) {
      page['dataLayer'] = junk as unknown as unknown[]
      expect(listen().heard).toEqual([])
    }
    for (const stop of stops.splice(0)) stop()
    page['dataLayer'] = Object.freeze(['a']) as unknown as unknown[]
    expect(listen().heard).toEqual(['a'])
  })
})
