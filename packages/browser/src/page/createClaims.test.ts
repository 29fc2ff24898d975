// @vitest-environment page
import { describe, expect, it } from 'vitest'
import { createClaims } from './createClaims.ts'

function setUp() {
  const frames: (() => void)[] = []
  const claims = createClaims(run => frames.push(run))
  document.body.replaceChildren(...['first', 'second'].map(id => Object.assign(document.createElement('div'), { id })))
  const [first, second] = Array.from(document.body.children) as [Element, Element]
  return { claims, first, second, endFrame: () => frames.splice(0).forEach(run => run()) }
}

describe('createClaims', () => {
  it('serves the elements of one frame in document order, whoever asked first', async () => {
    const { claims, first, second, endFrame } = setUp()
    const seen: [string, string[]][] = []
    const ask = (element: Element) => claims.request(element, taken => {
      seen.push([element.id, [...taken]])
      return ['mug', 'tin'].filter(group => !taken.has(group)).slice(0, 1)
    })
    const both = [ask(second), ask(first)]
    endFrame()
    await Promise.all(both)
    expect(seen).toEqual([['first', []], ['second', ['mug']]])
  })

  it('keeps what was granted until it is released', async () => {
    const { claims, first, second, endFrame } = setUp()
    void claims.request(first, () => ['mug'])
    endFrame()
    let taken: string[] = []
    void claims.request(second, others => { taken = [...others]; return [] })
    endFrame()
    expect(taken).toEqual(['mug'])
    claims.release(first)
    void claims.request(second, others => { taken = [...others]; return [] })
    endFrame()
    expect(taken).toEqual([])
  })

  it('lets an element wait for one before it that is still choosing, until that one asks or gives up', async () => {
    const { claims, first, second, endFrame } = setUp()
    const served: string[] = []
    const ask = (element: Element): void => void claims.request(
      element, taken => { served.push(element.id, ...taken); return ['mug'] },
    )
    claims.announce(first)
    ask(second)
    endFrame()
    expect(served).toEqual([])
    ask(first)
    endFrame()
    expect(served).toEqual(['first', 'second', 'mug'])

    served.length = 0
    claims.announce(first)
    ask(second)
    endFrame()
    claims.release(first)
    endFrame()
    expect(served).toEqual(['second'])
  })

  it('lets nobody wait for one further down', () => {
    const { claims, first, second, endFrame } = setUp()
    let isServed = false
    claims.announce(second)
    void claims.request(first, () => { isServed = true; return [] })
    endFrame()
    expect(isServed).toBe(true)
  })

  it('lets one element interrupt per page, also after it has gone', () => {
    const { claims, first, second } = setUp()
    expect(claims.interrupt(first)).toBe(true)
    expect(claims.interrupt(first)).toBe(true)
    expect(claims.interrupt(second)).toBe(false)
    claims.release(first)
    expect(claims.interrupt(second)).toBe(false)
  })
})
