// @vitest-environment page
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cakestand, nine, tab } from '../testing/shopTab.ts'
import { installLocks, norms, tabWithNorms } from './testing/tabWithNorms.ts'

interface Heard { id: string; entered: boolean; since: number }

let heard: Heard[] = []
const hear = (event: Event): void => void heard.push((event as CustomEvent<Heard>).detail)
const order = { transaction_id: 'A-1', currency: 'GBP', value: 12.75, items: [{ ...cakestand, quantity: 1 }] }
const ids = (memberships: readonly { id: string }[] | undefined): string[] => (memberships ?? []).map(({ id }) => id)

beforeEach(() => {
  heard = []
  installLocks()
  document.addEventListener('shopside:segment', hear)
})
afterEach(() => document.removeEventListener('shopside:segment', hear))

describe('shop.segments', () => {
  it('gives memberships with their facts, predictions and stages once somebody asks, and explains each', async () => {
    const { shop } = tabWithNorms({ consent: 'granted' })
    await shop.track('purchase', order)
    await shop.ready
    expect(ids(shop.segments.value)).toEqual(expect.arrayContaining(['new', 'customer']))
    expect(await shop.explain('customer')).toEqual([expect.objectContaining({ kind: 'events', event: 'purchase', holds: true })])
    expect(shop.profile.value?.predictions).toMatchObject({ needs: [] })
    expect(shop.profile.value?.lifecycle?.history.at(-1)).toMatchObject({ id: 'new', since: nine })
  })

  it('tells public edges to the page and all edges to the log, once in two tabs', async () => {
    const [one, two] = [0, 1].map(() => tabWithNorms({ consent: 'granted' }).shop)
    const stops = [one!, two!].map(shop => shop.segments.subscribe(() => {}))
    await Promise.all([one!.ready, two!.ready])
    await one!.track('purchase', order)
    await two!.ready
    await expect.poll(() => two!.profile.value?.told?.['customer']).toBeDefined()
    expect(heard).toEqual([{ id: 'customer', entered: true, since: nine }])
    const { events } = await one!.export()
    const told = (events as { name: string; params: { segment_id?: string } }[]).filter(({ name }) => name.startsWith('segment_'))
    expect(told.filter(({ params }) => params.segment_id === 'customer')).toHaveLength(1)
    for (const stop of stops) stop()
  })

  it('knows without consent what this page says, and stores nothing of it', async () => {
    const { shop } = tabWithNorms()
    const stop = shop.segments.subscribe(() => {})
    await shop.ready
    shop.context({ weather: 'rain' })
    await expect.poll(() => ids(shop.segments.value)).toEqual(['wet'])
    await expect.poll(() => heard).toMatchObject([{ id: 'wet', entered: true }])
    shop.context({ weather: undefined })
    expect(shop.segments.value).toEqual([])
    expect([localStorage.length, shop.status().storage.mode]).toEqual([0, 'none'])
    stop()
  })

  it('keeps memberships for the next page where they are asked for, and lets go of them with the consent', async () => {
    const started = tabWithNorms()
    const { shop } = started
    const client = await started.client()
    await client.keepSegments()
    expect(localStorage.getItem('shopside.when')).toBeNull()
    shop.consent.set({ personalize: true })
    await shop.track('purchase', order)
    await shop.ready
    await expect.poll(() => localStorage.getItem('shopside.when')).toContain('customer')
    client.pause(nine + 3_600_000)
    expect(localStorage.getItem('shopside.when')).toBeNull()
    client.pause(undefined)
    expect(localStorage.getItem('shopside.when')?.length).toBeLessThanOrEqual(300)
    await shop.erase()
    expect(localStorage.getItem('shopside.when')).toBeNull()
  })

  it('comes to an end where somebody asks again at each change', async () => {
    const { shop } = tabWithNorms({ consent: 'granted' })
    let changes = 0
    const stop = shop.profile.subscribe(() => {
      changes++
      if (changes < 50) void shop.ready
    })
    await shop.track('purchase', order)
    await shop.ready
    const before = changes
    for (let turn = 0; turn < 5; turn++) await shop.ready
    expect([changes - before, before < 20]).toEqual([0, true])
    stop()
  })

  it('ends a segment on time without being asked, while somebody follows', async () => {
    const lately = { id: 'lately', public: true, rule: { event: 'view_item', within: '1m', op: '>=', value: 1 } } as const
    let now = nine
    const { shop } = tabWithNorms({ consent: 'granted', now: () => now }, { ...norms, segments: [lately] })
    await shop.track('view_item', { items: [cakestand] })
    const edges = (): unknown[] => heard.map(({ id, entered }) => [id, entered])
    // A moment before the minute is over: the shop's own timer is that short.
    now = nine + 59_900
    const stop = shop.segments.subscribe(() => {})
    await expect.poll(edges).toEqual([['lately', true]])
    now = nine + 60_000
    await expect.poll(edges).toEqual([['lately', true], ['lately', false]])
    stop()
  })

  it('does not conclude again what was struck out, nor under other norms', async () => {
    const started = tabWithNorms({ consent: 'granted' })
    await started.shop.track('purchase', order)
    await (await (await started.client()).remembering()).forget({ guess: 'segment:customer' })
    await started.shop.ready
    expect(ids(started.shop.segments.value)).not.toContain('customer')
    const later = tabWithNorms({ consent: 'granted' }, { ...norms, asOf: norms.asOf + 1 })
    await later.shop.ready
    expect(ids(later.shop.segments.value)).toContain('new')
    expect(ids(later.shop.segments.value)).not.toContain('customer')
  })
})

describe('what is expected', () => {
  it('is told in money once somebody has come back: after one order it is what others spend', async () => {
    let at = nine
    const started = tabWithNorms({ consent: 'granted', now: () => at }, {
      ...norms, currency: 'GBP', cltv: {
        model: 'mbg-nbd', r: 0.5, alpha: 6, a: 0.9, b: 1.8, spend: { p: 6.2, q: 3.7, gamma: 150 }, horizonWeeks: 52, annualRate: 0.1,
        margin: 1, priorOnly: false, repeatBuyers: 900, fittedTo: nine,
      },
    })
    const expected = async () => {
      await started.shop.ready
      expect(started.shop.profile.value?.predictions?.value?.amount).toBeGreaterThan(0)
      return Object.keys((await (await (await started.client()).remembering()).look())!.expected!)
    }
    await started.shop.track('purchase', order)
    expect(await expected()).toEqual(['orders', 'needs'])
    at += 20 * 86_400_000
    await started.shop.track('purchase', { ...order, transaction_id: 'A-2' })
    expect(await expected()).toEqual(['orders', 'value', 'needs'])
  })
})

describe('shop.declare', () => {
  it('remembers plain facts, and lists them to be taken back', async () => {
    let at = nine
    const started = tab({ consent: 'granted', now: () => at++ })
    await started.shop.declare({ name: 'Ada', birthday: '1985-05-17', size: 'M' })
    await started.shop.declare({ size: null })
    const remembering = await (await started.client()).remembering()
    expect((await remembering.look())?.declared.map(({ name, value }) => [name, value])).toEqual([['name', 'Ada'], ['birthday', '05-17']])
    await remembering.forget({ fact: 'name' })
    expect((await remembering.look())?.declared.map(({ name }) => name)).toEqual(['birthday'])
    expect(JSON.stringify((await started.shop.export()).events)).not.toContain('Ada')
  })
})
