import type { OrderNote, OrderStatus, SeenSteps, Shipment } from '@shopside/engine'
import { describe, expect, it } from 'vitest'
import { createFollowing, type Following, type OrderEdges } from './createFollowing.ts'
import type { OrderMemory } from './orderMemory.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const parcel = (status: Shipment['status']): Shipment => ({ id: 's', status, phase: status === 'delivered' ? 'done' : 'shipped', events: [] })
const order = (status: Shipment['status']): OrderStatus => ({ order_id: 'A1', shipments: [parcel(status)] })

/** What tabs of one browser share, and the one clock that all of them read. */
function createBrowser() {
  let now = Date.UTC(2011, 11, 10, 9)
  let timers: { at: number; work: () => void }[] = []
  const notes = new Map<string, OrderNote>()
  const seen = new Map<string, SeenSteps>()
  const tabs: Following[] = []
  let turn: Promise<unknown> = Promise.resolve()
  const browser = {
    notes, seen,
    asked: [] as (string | undefined)[],
    answer: (): ReturnType<NonNullable<OrderEdges['ask']>> => Promise.resolve({ status: order('in_transit') }),
    isVisible: true, isOnline: true, storageWorks: true, hasChannel: true,
    now: () => now,
    set(to: number) { now = to },
    /** Moves on, and runs what became due at its own moment. */
    async pass(ms: number) {
      const until = now + ms
      for (;;) {
        await settle()
        const due = timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0]
        if (due === undefined) break
        timers = timers.filter(other => other !== due)
        now = Math.max(now, due.at)
        due.work()
      }
      now = until
      await settle()
    },
    /** A tab that shows the order, near the viewport unless said otherwise. */
    open({ isNear = true, isVisible = () => browser.isVisible, asks = true } = {}): Following {
      const memory: OrderMemory = {
        note: async () => notes.get('A1'),
        async setNote(_, note) { if (browser.storageWorks) notes.set('A1', note) },
        seen: async () => seen.get('A1'),
        async setSeen(_, steps) { if (browser.storageWorks) seen.set('A1', steps) },
      }
      const tab: Following = createFollowing('A1', {
        now: browser.now, random: () => 0.5, memory, isVisible,
        after: (ms, work) => void timers.push({ at: now + ms, work }),
        isOnline: () => browser.isOnline,
        ...(asks && { ask: (_id: string, etag: string | undefined) => { browser.asked.push(etag); return browser.answer() } }),
        alone: (_, work) => {
          const mine = turn.then(work)
          turn = mine.catch(() => {})
          return mine
        },
        tell() { if (browser.hasChannel) for (const other of tabs) if (other !== tab) void other.reread() },
      })
      tabs.push(tab)
      if (isNear) tab.near({} as Element, true)
      return tab
    },
  }
  return browser
}

async function settle(): Promise<void> {
  for (let step = 0; step < 50; step++) await Promise.resolve()
}
const statusOf = (tab: Following): string | undefined => tab.news.peek().status?.shipments[0]?.status

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
    browser.notes.set('A1', { status: order('packed'), at: browser.now(), poll: { triedAt: browser.now() + hourMs, failures: 0, nextAt: browser.now() + 2 * hourMs } })
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
