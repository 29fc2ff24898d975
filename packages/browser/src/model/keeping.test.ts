// @vitest-environment page
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nine, tab } from '../testing/shopTab.ts'
import { fakeCaches } from './testing/fakeCaches.ts'
import { inOneFile, rowOfItems } from './testing/modelFiles.ts'

const files = inOneFile(rowOfItems(12, nine))

/** A page of the shop that has shown a list, in a browser with these caches. */
async function visit(caches: CacheStorage, consent: 'granted' | 'required') {
  const asked: string[] = []
  const fetch = async (url: string) => {
    asked.push(url.replace(/.*\//, ''))
    return new Response(files.get(asked.at(-1)!))
  }
  const { shop } = tab({ model: '/shopside/model/', consent, capture: false }, { fetch, caches: () => caches })
  expect(await shop.recommend({ strategy: 'popular' })).toHaveLength(8)
  return { shop, asked }
}

beforeEach(() => {
  Object.assign(window, { requestIdleCallback: (run: () => void) => setTimeout(run) })
})
afterEach(() => {
  delete (window as { requestIdleCallback?: unknown }).requestIdleCallback
})

describe('the last good model', () => {
  it('is kept while the shopper may be remembered, shown at once by the next page, and erased with everything', async () => {
    const caches = fakeCaches()
    await visit(caches, 'granted')
    await expect.poll(() => caches.stored()['shopside.model']).toContain('manifest')
    const { shop, asked } = await visit(caches, 'granted')
    await expect.poll(() => asked).toEqual(['manifest.json'])
    await shop.erase()
    expect(await caches.keys()).toEqual([])
  })

  it('is neither kept nor looked for without an answer', async () => {
    const caches = fakeCaches()
    await visit(caches, 'required')
    await new Promise(done => setTimeout(done, 20))
    expect(caches.stored()).toEqual({})
  })
})
