import { test as plain } from '@playwright/test'
import { isFull } from '../browser/isFull.ts'
import { expect, test } from '../browser/journey.ts'
import { plainPage, servePlainShop, waitForSurface, type SurfaceWindow } from '../browser/plainShop.ts'

const times = isFull ? 20 : 10

test('a click on a card that leaves the page is in the log on the next page, with placement, strategy and index', async ({ shop, page }) => {
  await shop.open('/')
  await shop.answer('Yes')
  const cards = await shop.cards('home')
  const third = cards[2]
  if (third === undefined) throw new Error('the home page has fewer than three cards')
  await shop.row('home').locator(`a[part~="link"][href$="/product/${third.itemId}"]`).first().click()
  await page.waitForURL(/\/product\//)

  const { events } = await shop.savedCopy()
  const clicks = events.filter(event => event.name === 'select_item').map(event => event.params)
  expect(clicks).toHaveLength(1)
  const [click = {}] = clicks
  expect(click).toMatchObject({ shopside_placement: 'home', item_list_id: 'shopside_home' })
  expect(typeof click['shopside_strategy']).toBe('string')
  const [item] = click['items'] as { item_id: string; index: number }[]
  expect(item?.item_id.toLowerCase()).toBe(third.itemId.toLowerCase())
  expect(item?.index).toBe(2)
})

test('cards that were in view for a second are reported once, with their places', async ({ shop, page }) => {
  await shop.open('/', { at: '2011-12-10T10:00' })
  await shop.answer('Yes')
  await shop.open('/', { at: '2011-12-10T11:00' })
  await shop.row('home').scrollIntoViewIfNeeded()
  await expect(shop.row('home')).toHaveAttribute('data-state', 'ready')
  await page.waitForTimeout(2_000)
  const { events } = await shop.savedCopy()
  // Of this page: on a slow machine those of the one before were in view for a second too.
  const ofThisPage = events.filter(event => event.at >= Date.UTC(2011, 11, 10, 11))
  const seen = ofThisPage.filter(event => event.name === 'view_item_list' && event.params['shopside_placement'] === 'home')
  const items = seen.flatMap(event => event.params['items'] as { item_id: string; index: number }[])
  expect(items.length).toBeGreaterThan(0)
  expect(new Set(items.map(item => item.item_id)).size).toBe(items.length)
  for (const item of items) expect(item.index).toBeGreaterThanOrEqual(0)
})

plain(`an event tracked in the very click that leaves is kept, ${times} times out of ${times}`, async ({ page }) => {
  const host = await servePlainShop({ '/': plainPage('<a href="/next" id="go">Leave</a>'), '/next': plainPage('<p>Next</p>') })
  try {
    for (let time = 0; time < times; time++) {
      await page.goto(`${host.url}/`)
      await waitForSurface(page)
      await page.evaluate(number => {
        document.getElementById('go')?.addEventListener('click', () => {
          void (window as unknown as SurfaceWindow).shopside.track('view_item', { items: [{ item_id: `left-${number}` }] })
        })
      }, time)
      await page.click('#go')
      await page.waitForURL(/next/)
    }
    await waitForSurface(page)
    const kept = await page.evaluate(async () => {
      const { shopside } = window as unknown as SurfaceWindow
      await shopside.ready
      return Object.keys(shopside.profile.value?.items ?? {}).filter(id => id.startsWith('left-')).length
    })
    expect(kept).toBe(times)
  } finally {
    await host.close()
  }
})
