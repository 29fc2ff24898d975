import type { OrderStatus } from '@shopside/engine'
import { describe, expect, it } from 'vitest'
import { minuteMs, hourMs, order, createBrowser, settle, statusOf } from './testing/followingTabs.ts'

describe('an order that is looked at', () => {
  it('is asked about at once, then at its own pace, until it has arrived', async () => {
    const browser = createBrowser()
    const tab = browser.open()
    expect(await tab.known()).toBe(true)
    expect(browser.asked).toHaveLength(1)
    await browser.pass(29 * minuteMs)
    expect(browser.asked).toHaveLength(1)
    browser.answer = () => Promise.resolve({ status: order('out_for_delivery') })
    await browser.pass(minuteMs)
    expect(browser.asked).toHaveLength(2)
    await browser.pass(10 * minuteMs)
    expect(browser.asked).toHaveLength(12)
    browser.answer = () => Promise.resolve({ status: order('delivered') })
    await browser.pass(48 * hourMs)
    expect(browser.asked).toHaveLength(13)
    expect(statusOf(tab)).toBe('delivered')
  })

  it('shows what is remembered, with its age, and asks nothing, on a page that is loaded again in time', async () => {
    const browser = createBrowser()
    await browser.open().known()
    await browser.pass(10 * minuteMs)
    const again = browser.open()
    expect(await again.known()).toBe(true)
    expect(browser.asked).toHaveLength(1)
    expect(browser.now() - again.news.peek().at!).toBe(10 * minuteMs)
    expect(again.news.peek().trouble).toBeUndefined()
  })

  it('waits a moment for a newer state before it shows the remembered one, and no longer', async () => {
    const browser = createBrowser()
    await browser.open().known()
    await browser.pass(29 * minuteMs)
    browser.set(browser.now() + hourMs)
    let say: ((told: { status: OrderStatus }) => void) | undefined
    browser.answer = () => new Promise(done => { say = done })
    const again = browser.open()
    let isKnown: boolean | undefined
    void again.known().then(known => { isKnown = known })
    await browser.pass(299)
    expect(isKnown).toBeUndefined()
    await browser.pass(1)
    expect(isKnown).toBe(true)
    expect(statusOf(again)).toBe('in_transit')
    say!({ status: order('out_for_delivery') })
    await settle()
    expect(statusOf(again)).toBe('out_for_delivery')
  })

  it('sends the ETag of what it remembers, and keeps that when nothing has changed', async () => {
    const browser = createBrowser()
    browser.answer = () => Promise.resolve({ status: order('in_transit'), etag: '"1"' })
    const tab = browser.open()
    await tab.known()
    browser.answer = () => Promise.resolve('same')
    await browser.pass(30 * minuteMs)
    expect(browser.asked).toEqual([undefined, '"1"'])
    expect(statusOf(tab)).toBe('in_transit')
    expect(tab.news.peek().at).toBe(browser.now())
    await browser.pass(30 * minuteMs)
    expect(browser.asked).toEqual([undefined, '"1"', '"1"'])
  })

  it('is asked about at once when the page is looked at again or the network is back, but not twice in five seconds', async () => {
    const browser = createBrowser()
    const tab = browser.open()
    await tab.known()
    await browser.pass(minuteMs)
    for (let turn = 0; turn < 10; turn++) tab.wake('return')
    await browser.pass(0)
    expect(browser.asked).toHaveLength(2)
    tab.wake('return')
    await browser.pass(4999)
    expect(browser.asked).toHaveLength(2)
    await browser.pass(1)
    expect(browser.asked).toHaveLength(3)
  })
})

describe('an order that nobody looks at', () => {
  it('is not asked about while the page is hidden, and at once when it is shown', async () => {
    const browser = createBrowser()
    browser.isVisible = false
    const tab = browser.open()
    let isKnown: boolean | undefined
    void tab.known().then(known => { isKnown = known })
    await browser.pass(hourMs)
    expect([browser.asked.length, isKnown]).toEqual([0, undefined])
    browser.isVisible = true
    tab.wake('return')
    await browser.pass(0)
    expect([browser.asked.length, isKnown]).toEqual([1, true])
    browser.isVisible = false
    await browser.pass(24 * hourMs)
    expect(browser.asked).toHaveLength(1)
  })

  it('is not asked about while no element near the viewport shows it', async () => {
    const browser = createBrowser()
    const element = {} as Element
    const tab = browser.open({ isNear: false })
    void tab.known()
    await browser.pass(hourMs)
    expect(browser.asked).toHaveLength(0)
    tab.near(element, true)
    await browser.pass(0)
    expect(browser.asked).toHaveLength(1)
    tab.near(element, false)
    await browser.pass(24 * hourMs)
    expect(browser.asked).toHaveLength(1)
    tab.near(element, true)
    await browser.pass(0)
    expect(browser.asked).toHaveLength(2)
  })
})

describe('several tabs', () => {
  it('ask once between them, and all of them know', async () => {
    const browser = createBrowser()
    const tabs = Array.from({ length: 5 }, () => browser.open())
    expect(await Promise.all(tabs.map(tab => tab.known()))).toEqual([true, true, true, true, true])
    expect(browser.asked).toHaveLength(1)
    browser.answer = () => Promise.resolve({ status: order('out_for_delivery') })
    await browser.pass(30 * minuteMs)
    expect(browser.asked).toHaveLength(2)
    expect(tabs.map(statusOf)).toEqual(Array(5).fill('out_for_delivery'))
    await browser.pass(3 * minuteMs)
    expect(browser.asked).toHaveLength(5)
  })

  it('ask once when all of them are looked at again', async () => {
    const browser = createBrowser()
    const tabs = Array.from({ length: 3 }, () => browser.open())
    await Promise.all(tabs.map(tab => tab.known()))
    for (const tab of tabs) tab.wake('return')
    await browser.pass(2 * minuteMs)
    expect(browser.asked).toHaveLength(2)
  })

  it('ask once between them where they cannot talk: what is stored tells', async () => {
    const browser = createBrowser()
    browser.hasChannel = false
    const tabs = Array.from({ length: 3 }, () => browser.open())
    await Promise.all(tabs.map(tab => tab.known()))
    await browser.pass(30 * minuteMs)
    expect(browser.asked).toHaveLength(2)
    await browser.pass(minuteMs)
    for (const tab of tabs) tab.wake('return')
    await browser.pass(minuteMs)
    expect(browser.asked).toHaveLength(3)
    expect(tabs.map(statusOf)).toEqual(Array(3).fill('in_transit'))
  })

  it('go on when the one that asked is closed or hidden', async () => {
    const browser = createBrowser()
    let isFirstVisible = true
    const first = browser.open({ isVisible: () => isFirstVisible })
    const second = browser.open()
    await Promise.all([first.known(), second.known()])
    isFirstVisible = false
    await browser.pass(31 * minuteMs)
    expect(browser.asked).toHaveLength(2)
  })
})
