// @vitest-environment page
import { createShop, type Started } from '@shopside/browser'
import { afterEach, describe, expect, it } from 'vitest'
import { takeGlobalName, whatIsThere, type GlobalShopside, type Stub } from './globalName.ts'

type Page = Window & { shopside?: unknown }

const page = window as Page
let started: Started | undefined

afterEach(() => {
  started?.shop.dispose()
  delete page.shopside
})

function stub(): Stub {
  return { q: [], push(...call) { this.q.push([Date.now(), location.href, ...call]) } }
}

describe('the one global', () => {
  it('tells its own stub and copy from what belongs to somebody else', () => {
    expect(whatIsThere(page)).toBe('nothing')
    page.shopside = stub()
    expect(whatIsThere(page)).toBe('stub')
    for (const foreign of [7, 'x', {}, [], document.createElement('form')]) {
      page.shopside = foreign
      expect(whatIsThere(page)).toBe('foreign')
    }
    delete page.shopside
    takeGlobalName(page, started = createShop())
    expect(whatIsThere(page)).toBe('shopside')
  })

  it('keeps the stub\'s object, replays what waited with its own time, and gains the surface', async () => {
    const waiting = stub()
    page.shopside = waiting
    const at = Date.now() - 4000
    waiting.q.push([at, location.href, 'track', 'view_item', { items: [{ item_id: '22423' }] }])
    waiting.push('consent.set', { personalize: true })
    waiting.push('__proto__.toString')
    started = createShop({ now: () => at + 4000 })
    takeGlobalName(page, started)
    const shop = page.shopside as GlobalShopside
    expect(shop).toBe(waiting)
    expect(shop.q).toEqual([])
    expect(shop.consent.state.value.personalize).toBe('granted')
    expect(shop.status().events.tracked).toBe(1)
    shop.push('track', 'view_item', { items: [{ item_id: '22423' }] })
    expect(shop.status().events.tracked).toBe(2)
    await shop.ready
    expect(shop.profile.value?.items['22423']).toMatchObject({ views: 2, firstViewedAt: at })
  })

  it('goes on with the calls behind one that is wrong, and no rejection reaches the page', async () => {
    const rejected: unknown[] = []
    const hear = (error: unknown): void => void rejected.push(error)
    process.on('unhandledRejection', hear)
    const waiting = stub()
    page.shopside = waiting
    waiting.push('recommend')
    waiting.push('use')
    waiting.push('consent.set')
    waiting.push('consent.set', { get personalize(): boolean { throw new Error('broken shop') } })
    waiting.push('consent.set', { personalize: true })
    started = createShop()
    takeGlobalName(page, started)
    expect(started.shop.consent.state.value.personalize).toBe('granted')
    await started.shop.ready
    await new Promise(done => setImmediate(done))
    process.off('unhandledRejection', hear)
    expect(rejected).toEqual([])
  })
})
