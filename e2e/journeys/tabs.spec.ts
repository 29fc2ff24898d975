import { isFull } from '../browser/isFull.ts'
import { expect, test, type Page } from '@playwright/test'
import { watchContext } from '../browser/oracle.ts'
import { absences } from '../browser/otherTab.ts'
import { plainPage, servePlainShop, waitForSurface, type SurfaceWindow } from '../browser/plainShop.ts'
import type { StaticHost } from '../browser/serveFolder.ts'

let host: StaticHost
test.beforeAll(async () => {
  host = await servePlainShop({ '/': plainPage('<shopside-recommendations strategy="for-you"></shopside-recommendations>') })
})
test.afterAll(() => host.close())

/** Opens a tab and makes its signals live. */
async function openTab(page: Page): Promise<Page> {
  await page.goto(`${host.url}/`)
  await waitForSurface(page)
  await page.evaluate(async () => { await (window as unknown as SurfaceWindow).shopside.ready })
  return page
}

const item = { item_id: '22423', item_name: 'Regency Cakestand 3 Tier', price: 12.75 }

/** What one tab does, and how another tab shows that it knows: `seen` runs inside that tab and turns true. */
const acts: { name: string; before?: (page: Page) => Promise<unknown>; act: (page: Page) => Promise<unknown>; seen: (page: Page) => Promise<boolean> }[] = [
  {
    name: 'an event',
    act: page => page.evaluate(
      async thing => (window as unknown as SurfaceWindow).shopside.track('view_item', { currency: 'GBP', items: [thing] }), item,
    ),
    seen: page => page.evaluate(() => (window as unknown as SurfaceWindow).shopside.profile.value?.items['22423']?.views === 1),
  },
  {
    name: 'a not-for-me',
    act: page => page.evaluate(
      async thing => (window as unknown as SurfaceWindow).shopside.track('not_for_me', { items: [thing] }), item,
    ),
    seen: page => page.evaluate(async () => {
      const { shopside } = window as unknown as SurfaceWindow
      const cards = await shopside.recommend({ strategy: 'popular', limit: 50 })
      return shopside.profile.value?.notForMe['22423'] !== undefined
        && cards.length > 10 && cards.every(card => card.item.itemId !== '22423')
    }),
  },
  {
    name: 'a dismissal',
    act: page => page.evaluate(
      async () => (window as unknown as SurfaceWindow).shopside.track('dismiss_promotion', { promotion_id: 'cart-nudge' }),
    ),
    seen: page => page.evaluate(
      () => (window as unknown as SurfaceWindow).shopside.profile.value?.promotions['cart-nudge']?.dismissals === 1,
    ),
  },
  {
    name: 'an order',
    before: page => page.evaluate(
      async thing => (window as unknown as SurfaceWindow).shopside.cart.set([{ ...thing, quantity: 2 }], 'GBP'), item,
    ),
    act: page => page.evaluate(async thing => (window as unknown as SurfaceWindow).shopside.track('purchase', {
      transaction_id: 'T-1', currency: 'GBP', value: 25.5, items: [{ ...thing, quantity: 2 }],
    }), item),
    seen: page =>
      page.evaluate(() => (window as unknown as SurfaceWindow).shopside.orders.value?.some(order => order.id === 'T-1') === true),
  },
  {
    name: 'an erase',
    before: page => page.evaluate(
      async thing => (window as unknown as SurfaceWindow).shopside.track('view_item', { items: [thing] }), item,
    ),
    act: page => page.evaluate(async () => (window as unknown as SurfaceWindow).shopside.erase()),
    seen: page => page.evaluate(() => (window as unknown as SurfaceWindow).shopside.profile.value?.items['22423'] === undefined),
  },
]

// The short form leaves out two that go the way of the first.
for (const { name, before, act, seen } of acts.filter(each => isFull || !/^a (not-for-me|dismissal)/.test(each.name))) {
  test(`${name} in one tab is true in ${absences.map(absence => absence.name).join(', ')} tab, without a reload`, async ({ context }) => {
    const oracle = await watchContext(context, host.url)
    const acting = await openTab(await context.newPage())
    await before?.(acting)
    const others = await Promise.all(absences.map(async absence => ({ absence, tab: await openTab(await context.newPage()) })))
    for (const { tab } of others) {
      if (name === 'an erase') {
        await expect.poll(
          () => tab.evaluate(() => (window as unknown as SurfaceWindow).shopside.profile.value?.items['22423']?.views),
        ).toBe(1)
      } else expect(await seen(tab)).toBe(false)
    }

    for (const { absence, tab } of others) await absence.leave(tab)
    await act(acting)
    await acting.waitForTimeout(300) // the act is over before the other tabs come back
    for (const { absence, tab } of others) {
      await absence.comeBack(tab)
      await expect.poll(() => seen(tab), { message: absence.name, intervals: [50] }).toBe(true)
    }
    expect(await oracle.complaints()).toEqual([])
  })
}

test('ten tabs that report at the same time lose nothing', async ({ context }) => {
  const tabs = await Promise.all(Array.from({ length: 10 }, async () => openTab(await context.newPage())))
  await Promise.all(tabs.map((tab, index) => tab.evaluate(async number => {
    const { shopside } = window as unknown as SurfaceWindow
    await Promise.all(
      Array.from({ length: 10 }, (_, look) => shopside.track('view_item', { items: [{ item_id: `tab-${number}-${look % 2}` }] })),
    )
  }, index)))
  const first = tabs[0]
  if (first === undefined) throw new Error('no tab was opened')
  const total = (): Promise<number> => first.evaluate(() => {
    const items = Object.entries((window as unknown as SurfaceWindow).shopside.profile.value?.items ?? {})
    return items.filter(([id]) => id.startsWith('tab-')).reduce((sum, [, memory]) => sum + memory.views, 0)
  })
  await expect.poll(total).toBe(100)
})
