import type { OrderStatus } from '@shopside/engine'
import { describe, expect, it } from 'vitest'
import { minuteMs, hourMs, order, createBrowser, settle, statusOf } from './testing/followingTabs.ts'

describe('an endpoint that fails', () => {
  it('leaves the last state with its age, and is asked ever more seldom', async () => {
    const browser = createBrowser()
    const tab = browser.open()
    await tab.known()
    const at = browser.now()
    browser.answer = () => Promise.reject(new Error('order-503'))
    await browser.pass(30 * minuteMs)
    expect(tab.news.peek()).toMatchObject({ at, trouble: 'failing', reason: 'order-503', status: order('in_transit') })
    await browser.pass(30_000 + 60_000 + 120_000)
    expect(browser.asked).toHaveLength(5)
    await browser.pass(24 * hourMs)
    expect(browser.asked.length).toBeLessThan(60)
    browser.answer = () => Promise.resolve({ status: order('out_for_delivery') })
    await browser.pass(hourMs)
    expect(tab.news.peek()).not.toHaveProperty('trouble')
    expect(statusOf(tab)).toBe('out_for_delivery')
  })

  it('is not known when nothing is remembered either; a reload does not ask sooner', async () => {
    const browser = createBrowser()
    browser.answer = () => Promise.reject(new Error('order-404'))
    expect(await browser.open().known()).toBe(false)
    expect(await browser.open().known()).toBe(false)
    expect(browser.asked).toHaveLength(1)
  })

  it('is told from being offline, which is said as soon as it is so', async () => {
    const browser = createBrowser()
    const tab = browser.open()
    await tab.known()
    browser.isOnline = false
    tab.wake('due')
    await settle()
    expect(tab.news.peek()).toMatchObject({ trouble: 'offline', status: order('in_transit') })
    browser.isOnline = true
    tab.wake('return')
    await browser.pass(5000)
    expect(tab.news.peek()).not.toHaveProperty('trouble')
  })

  it('is not asked without end when storage takes nothing, or holds times from a future', async () => {
    const browser = createBrowser()
    browser.notes.set('A1', {
      status: order('packed'), at: browser.now(),
      poll: { triedAt: browser.now() + hourMs, failures: 0, nextAt: browser.now() + 2 * hourMs },
    })
    browser.storageWorks = false
    const tab = browser.open()
    expect(await tab.known()).toBe(true)
    await browser.pass(29 * minuteMs)
    expect(browser.asked).toHaveLength(1)
    await tab.reread()
    expect(statusOf(tab)).toBe('in_transit')
  })

  it('that is none shows what is remembered, marked as such', async () => {
    const browser = createBrowser()
    await browser.open().known()
    const tab = browser.open({ asks: false })
    expect(await tab.known()).toBe(true)
    expect(tab.news.peek().trouble).toBe('failing')
  })
})

describe('what is new', () => {
  it('is said of a step that moved since the order was last seen, and is to be read out once', async () => {
    const browser = createBrowser()
    const first = browser.open()
    await first.known()
    expect(first.news.peek()).toMatchObject({ fresh: new Set(), unread: new Set() })
    first.seen()
    await settle()
    browser.set(browser.now() + 5 * hourMs)
    browser.answer = () => Promise.resolve({ status: order('out_for_delivery') })
    const later = browser.open()
    await later.known()
    expect(later.news.peek()).toMatchObject({ fresh: new Set(['s']), unread: new Set(['s']) })
    later.seen()
    await settle()
    const again = browser.open()
    await again.known()
    expect(again.news.peek()).toMatchObject({ fresh: new Set(['s']), unread: new Set() })
  })

  it('is not seen by a page that is hidden', async () => {
    const browser = createBrowser()
    const tab = browser.open()
    await tab.known()
    browser.isVisible = false
    tab.seen()
    await settle()
    expect(browser.seen.size).toBe(0)
  })
})

describe('an erase', () => {
  it('forgets what was known, and what was on its way brings nothing back', async () => {
    const browser = createBrowser()
    let say: ((told: { status: OrderStatus }) => void) | undefined
    browser.answer = () => new Promise(done => { say = done })
    const tab = browser.open()
    void tab.known()
    await settle()
    const early = say!
    browser.notes.clear()
    tab.reset()
    early({ status: order('in_transit') })
    await settle()
    expect(browser.notes.size).toBe(0)
    expect(statusOf(tab)).toBeUndefined()
  })

  it('is not undone by a page that only looks again', async () => {
    const browser = createBrowser()
    const tab = browser.open()
    await tab.known()
    browser.answer = () => Promise.reject(new Error('order-404'))
    browser.notes.clear()
    tab.reset()
    await settle()
    expect(statusOf(tab)).toBeUndefined()
  })
})
