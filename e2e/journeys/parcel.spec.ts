import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../browser/journey.ts'
import type { Shop } from '../browser/shop.ts'

const tracking = (page: Page): Locator => page.locator('shopside-order-tracking')
const currentSteps = (page: Page): Promise<string[]> =>
  tracking(page).locator('[part~="steps"] [aria-current="step"]').allTextContents()

/** An order of Monday morning that follows the given parcel file. */
async function order(shop: Shop, page: Page, parcel: number, items: string[]): Promise<string> {
  await shop.becomeKnown(items[0]!, '2011-12-12T08:50')
  for (const item of items) await shop.addToBasket(item)
  await page.goto(`/checkout?parcel=${parcel}&at=2011-12-12T09:00`)
  await page.getByRole('button', { name: 'Place pretend order' }).click()
  await page.waitForURL(/\/thank-you\//)
  await shop.settle()
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

test('the parcel moves with the clock, from the order to the door', async ({ shop, page }) => {
  const id = await order(shop, page, 1, ['22423'])
  await expect(tracking(page)).toHaveAttribute('data-state', 'ready')
  await expect(tracking(page)).toContainText('A simulated parcel.')
  const way = [
    { at: '2011-12-12T09:30', step: 'Ordered', when: /Arrives (on )?(Wednesday|14 December)/ },
    { at: '2011-12-12T10:40', step: 'Packed', when: /Arrives (on )?(Wednesday|14 December)/ },
    { at: '2011-12-13T17:00', step: 'On its way', when: /Arrives tomorrow|Arrives (on )?Wednesday/ },
    { at: '2011-12-14T09:00', step: 'Nearby', when: /Arrives today|Arrives Wednesday/ },
    { at: '2011-12-14T15:00', step: 'Delivered', when: /Delivered/ },
  ]
  for (const { at, step, when } of way) {
    await shop.open(`/order/${id}`, { at })
    await expect.poll(async () => (await currentSteps(page)).map(text => text.replace(/\s*New$/, ''))).toEqual([step])
    await expect(tracking(page).locator('[part~="when"]')).toHaveText(when)
  }
  await shop.open(`/order/${id}`, { at: '2011-12-16T12:00' })
  await expect(tracking(page).locator('[part~="steps"]')).toHaveCount(0)
  await expect(tracking(page)).toContainText('Delivered')
})

test('a delay is told with the day before and the reason', async ({ shop, page }) => {
  const id = await order(shop, page, 3, ['22423'])
  await shop.open(`/order/${id}`, { at: '2011-12-14T09:00' })
  await expect(tracking(page)).toContainText(/Now .*(tomorrow|Thursday).*It was .*(today|Wednesday).*snow at the Swindon depot/)
})

test('an order in two parcels shows each with its own things', async ({ shop, page }) => {
  const id = await order(shop, page, 2, ['22423', '21212'])
  await shop.open(`/order/${id}`, { at: '2011-12-13T12:00' })
  const parcels = tracking(page).locator('[part~="parcel"]')
  await expect(parcels).toHaveCount(2)
  await expect(parcels.first()).toContainText(/^1 of 2 arrives/)
  await expect(parcels.nth(1)).toContainText(/^2 of 2 arrives/)
  const things = await Promise.all([0, 1].map(index => parcels.nth(index).locator('[part~="contents"] li').allTextContents()))
  expect(things.map(list => list.length)).toEqual([1, 1])
  expect(things[0]).not.toEqual(things[1])
})

test('the shop answers over the network, and with 304 until a parcel moves', async ({ shop, page }) => {
  const id = await order(shop, page, 1, ['22423'])
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  // Playwright shows what the page gets, which is the browser's own copy; what came over the wire is here, and may be told of
  // before the request that it answers.
  const asks: string[] = []
  const statuses = new Map<string, number>()
  const answers = (): number[] => asks.flatMap(ask => statuses.get(ask) ?? [])
  session.on(
    'Network.requestWillBeSent', ({ requestId, request }) => { if (request.url.includes(`/parcels/${id}`)) asks.push(requestId) },
  )
  session.on('Network.responseReceivedExtraInfo', ({ requestId, statusCode }) => { statuses.set(requestId, statusCode) })
  await shop.open(`/order/${id}`, { at: '2011-12-12T09:45' })
  await expect.poll(answers).toEqual([304])
  await expect.poll(() => currentSteps(page)).toEqual(['Ordered'])
  await shop.open(`/order/${id}`, { at: '2011-12-12T10:45' })
  await expect.poll(answers).toEqual([304, 200])
  await expect.poll(() => currentSteps(page)).toEqual([expect.stringContaining('Packed')])
})

test('when the shop does not answer, the last state is shown with its age', async ({ shop, page }) => {
  const id = await order(shop, page, 1, ['22423'])
  await shop.open(`/order/${id}`, { at: '2011-12-12T10:40' })
  await expect.poll(() => currentSteps(page)).toEqual([expect.stringContaining('Packed')])
  await shop.open(`/order/${id}?parcels=off`, { at: '2011-12-12T12:30' })
  await expect(tracking(page)).toHaveAttribute('data-state', 'stale')
  await expect(tracking(page).locator('[part~="age"]')).toContainText('As of 10:4')
  expect((await currentSteps(page))[0]).toContain('Packed')
})

test('a hidden order stays hidden on this device, and is still counted', async ({ shop, page }) => {
  const id = await order(shop, page, 1, ['22423'])
  await shop.open(`/order/${id}`)
  await tracking(page).getByRole('button', { name: 'Hide this order' }).click()
  await expect(tracking(page)).toContainText('Hidden here.')
  await shop.open('/your-orders')
  await expect(tracking(page).getByText(id)).toHaveCount(0)
  const { events } = await shop.savedCopy()
  expect(events.filter(event => event.name === 'purchase')).not.toHaveLength(0)
})
