import type { Page } from '@playwright/test'
import { expect, test } from '../browser/journey.ts'
import { shopKeys, type Shop } from '../browser/shop.ts'

/** Everything that this origin keeps in the browser, by name. */
async function everythingStored(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(async () => ({
    localStorage: Object.keys(localStorage).toSorted(),
    sessionStorage: Object.keys(sessionStorage).toSorted(),
    indexedDB: (await indexedDB.databases()).map(database => database.name ?? '').toSorted(),
    caches: (await caches.keys()).toSorted(),
    cookies: document.cookie === '' ? [] : document.cookie.split('; ').map(cookie => cookie.split('=')[0] ?? ''),
    serviceWorkers: (await navigator.serviceWorker.getRegistrations()).map(registration => registration.scope),
  }))
}

/** Looks around, searches, fills a basket, buys, looks at the order and at the data page. */
async function wholePurchase(shop: Shop): Promise<void> {
  await shop.open('/product/22423')
  await shop.open('/product/22423')
  await shop.open('/search?q=heart')
  await shop.open('/department/party')
  await shop.addToBasket('21212')
  await shop.addToBasket('22423')
  await shop.open('/basket')
  const order = await shop.placeOrder()
  await shop.open(`/order/${order}`)
  await shop.open('/your-orders')
  await shop.open('/your-data')
  await shop.open('/')
}

const nothingOfOurs = { sessionStorage: [], indexedDB: [], caches: [], cookies: [], serviceWorkers: [] }

test('after No, a whole purchase leaves exactly the shop\'s own two keys in all storages', async ({ shop, page }) => {
  await shop.open('/')
  await shop.answer('No')
  await wholePurchase(shop)
  expect(await everythingStored(page)).toEqual({ localStorage: shopKeys, ...nothingOfOurs })
})

test('before any answer a whole purchase leaves nothing of ours', async ({ shop, page }) => {
  await shop.open('/')
  await wholePurchase(shop)
  const stored = await everythingStored(page)
  expect(stored).toMatchObject(nothingOfOurs)
  for (const key of stored['localStorage'] ?? []) expect(shopKeys).toContain(key)
})

test('after No, the home page shows no history, and after Yes it does', async ({ shop }) => {
  await shop.open('/')
  await shop.answer('No')
  for (let look = 0; look < 3; look++) await shop.open('/product/22423')
  await shop.open('/')
  expect((await shop.cards('home')).filter(card => card.reason.startsWith('Because you looked at'))).toEqual([])
})

test('after Yes our storage goes by our names alone, and erasing leaves the shop\'s keys', async ({ shop, page }) => {
  await shop.open('/')
  await shop.answer('Yes')
  await shop.open('/product/22423')
  await expect.poll(async () => (await everythingStored(page))['indexedDB']?.length).toBeGreaterThan(0)
  const stored = await everythingStored(page)
  for (const name of stored['indexedDB'] ?? []) expect(name).toMatch(/^shopside/)
  for (const key of stored['localStorage'] ?? []) {
    expect(shopKeys.includes(key) || /^shopside\.(consent|when|tail\..+)$/.test(key), key).toBe(true)
  }

  await shop.open('/your-data')
  await page.getByRole('button', { name: /^Erase/ }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Erase', exact: true }).click()
  await expect.poll(
    async () => (await everythingStored(page))['localStorage']?.filter(key => !shopKeys.includes(key)),
  ).toEqual([])
  await expect.poll(async () => page.evaluate(async () => {
    const counts = await Promise.all((await indexedDB.databases()).map(({ name }) => new Promise<number>(resolve => {
      const open = indexedDB.open(name ?? '')
      open.onerror = () => resolve(0)
      open.onsuccess = () => {
        const database = open.result
        const stores = [...database.objectStoreNames]
        if (stores.length === 0) { database.close(); resolve(0); return }
        let sum = 0
        const transaction = database.transaction(stores)
        for (const store of stores) {
          const count = transaction.objectStore(store).count()
          count.onsuccess = () => { sum += count.result }
        }
        transaction.oncomplete = () => { database.close(); resolve(sum) }
      }
    })))
    return counts.reduce((sum, count) => sum + count, 0)
  })).toBe(0)
})
