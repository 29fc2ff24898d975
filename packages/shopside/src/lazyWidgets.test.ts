// @vitest-environment page
import { createShop, type Started } from '@shopside/browser'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { lazyWidgets } from './lazyWidgets.ts'

const { chunks, loads } = vi.hoisted(() => ({
  loads: [] as string[],
  chunks: new Map<string, { load: () => Promise<{ connect(client: unknown): void }>; when: 'near' | 'idle' }>(),
}))
vi.mock('./widgetChunks.ts', () => ({ widgetChunks: chunks }))

/** An IntersectionObserver that says "near" when it is told to. */
class Near {
  static seen: { element: Element; tell: () => void }[] = []
  readonly #run: IntersectionObserverCallback
  constructor(run: IntersectionObserverCallback) {
    this.#run = run
  }
  observe(element: Element): void {
    Near.seen.push({
      element,
      tell: () => this.#run([{ isIntersecting: true, target: element } as unknown as IntersectionObserverEntry], this as never),
    })
  }
  unobserve(): void {}
  disconnect(): void {}
}

const warnings: string[] = []
let started: Started
let stop = (): void => {}

beforeEach(() => {
  Near.seen = []
  loads.length = warnings.length = 0
  chunks.clear()
  window.IntersectionObserver = Near as unknown as typeof IntersectionObserver
  started = createShop({ onWarning: code => warnings.push(code) })
})

afterEach(() => {
  stop()
  started.shop.dispose()
  document.body.replaceChildren()
})

function widget(tag: string, load = async () => ({ connect: () => void loads.push(`${tag} connected`) })): void {
  chunks.set(tag, { when: 'near', load: () => { loads.push(tag); return load() } })
}

describe('lazyWidgets', () => {
  it('loads nothing until an element comes near, and then its chunk once', async () => {
    widget('shopside-a')
    document.body.append(document.createElement('shopside-a'), document.createElement('shopside-a'))
    stop = lazyWidgets(started, window)
    expect(loads).toEqual([])
    Near.seen.forEach(({ tell }) => tell())
    await expect.poll(() => loads).toEqual(['shopside-a', 'shopside-a connected'])
  })

  it('finds them in a page whose image is named as a method of the document', () => {
    widget('shopside-a')
    document.body.append(document.createElement('shopside-a'))
    // What `<img name="querySelectorAll">` does to the document.
    Object.defineProperty(document, 'querySelectorAll', { value: document.createElement('img'), configurable: true })
    try {
      stop = lazyWidgets(started, window)
    } finally {
      Reflect.deleteProperty(document, 'querySelectorAll')
    }
    expect(Near.seen).toHaveLength(1)
  })

  it('sees elements that are added later, also deep inside', async () => {
    widget('shopside-a')
    stop = lazyWidgets(started, window)
    const section = document.createElement('section')
    section.append(document.createElement('shopside-a'))
    document.body.append(section)
    await expect.poll(() => Near.seen.length).toBe(1)
  })

  it('tries a chunk that is gone once more, then leaves the children and says so', async () => {
    widget('shopside-a', () => Promise.reject(new Error('404')))
    document.body.append(Object.assign(document.createElement('shopside-a'), { textContent: 'our own' }))
    stop = lazyWidgets(started, window)
    Near.seen[0]!.tell()
    await expect.poll(() => warnings).toEqual(['shopside-a-missing'])
    expect(loads).toEqual(['shopside-a', 'shopside-a'])
    expect(document.body.textContent).toBe('our own')
  })
})
