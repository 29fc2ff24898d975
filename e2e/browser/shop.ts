import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'

/** One card of a row, as a visitor reads it. */
export interface CardSeen {
  itemId: string
  title: string
  reason: string
}

/** A line of the shop's own basket. */
export interface BasketLine {
  itemId: string
  quantity: number
}

/** Thimble & Tin, used as a visitor uses it. Pages are real loads; nothing here reaches into Shopside's inside. */
export interface Shop {
  readonly page: Page
  /** Opens a path and waits until the rows on it have settled. `at` sets the shop's clock (`2011-12-11T09:00`). */
  open(path: string, options?: { at?: string; failAdd?: boolean }): Promise<void>
  /** Waits until no element in view is still waiting or loading. */
  settle(): Promise<void>
  /** Becomes known by one load: looks at a product at the shop's time `at`, and says yes there. Ends on the product's page. */
  becomeKnown(itemId: string, at: string): Promise<void>
  /** Answers the shop's bar. */
  answer(word: 'Yes' | 'No'): Promise<void>
  /** Presses "Put in basket" on a product's page, which is opened unless it is there. */
  addToBasket(itemId: string): Promise<void>
  /** The basket by the shop's own key. */
  basket(): Promise<BasketLine[]>
  /** Buys what is in the basket; gives the order's number. */
  placeOrder(): Promise<string>
  /** A row by its placement. */
  row(placement: string): Locator
  /** What "Save a copy" on the data page saves. */
  savedCopy(): Promise<{ events: { at: number; name: string; params: Record<string, unknown> }[] }>
  /** Cards of a row, top left first; a bundle's own item is not among them. */
  cards(placement: string): Promise<CardSeen[]>
}

/** The shop's own two keys: everything else in storage is ours, and obeys the answer. */
export const shopKeys: string[] = ['thimble-answer', 'thimble-basket']

export function createShop(page: Page): Shop {
  const shop: Shop = {
    page,
    async open(path, { at, failAdd } = {}) {
      const url = new URL(path, 'http://shop')
      if (at !== undefined) url.searchParams.set('at', at)
      if (failAdd) url.searchParams.set('fail-add', '1')
      await page.goto(url.pathname + url.search)
      await shop.settle()
    },
    async settle() {
      await page.waitForFunction(() => {
        const elements = [...document.querySelectorAll('shopside-recommendations, shopside-order-tracking, shopside-privacy')]
        return elements.every(element => {
          const { top, bottom } = element.getBoundingClientRect()
          const isNear = bottom > 0 && top < innerHeight
          const state = element.getAttribute('data-state')
          return !isNear || (state !== null && state !== 'waiting' && state !== 'loading')
        })
      }, undefined, { timeout: 30_000 })
    },
    async answer(word) {
      await page.locator('#ask').getByRole('button', { name: word, exact: true }).click()
      await expect(page.locator('#ask')).toBeHidden()
    },
    async becomeKnown(itemId, at) {
      await shop.open(`/product/${itemId}`, { at })
      await shop.answer('Yes')
    },
    async addToBasket(itemId) {
      if (new URL(page.url(), 'http://shop').pathname !== `/product/${itemId}`) await shop.open(`/product/${itemId}`)
      const before = (await shop.basket()).find(line => line.itemId === itemId)?.quantity ?? 0
      await page.getByRole('button', { name: 'Put in basket' }).click()
      await expect.poll(
        async () => (await shop.basket()).find(line => line.itemId === itemId)?.quantity ?? 0,
      ).toBeGreaterThan(before)
    },
    async basket() {
      const lines = await page.evaluate(() => {
        const record = JSON.parse(
          localStorage.getItem('thimble-basket') ?? '{}',
        ) as { lines?: { item_id: string; quantity: number }[] }
        return record.lines ?? []
      })
      return lines.map(line => ({ itemId: line.item_id, quantity: line.quantity }))
    },
    async placeOrder() {
      await page.goto('/checkout')
      await page.getByRole('button', { name: 'Place pretend order' }).click()
      await page.waitForURL(/\/thank-you\//)
      await shop.settle()
      return new URL(page.url()).pathname.split('/').at(-1) ?? ''
    },
    async savedCopy() {
      await page.goto('/your-data')
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: 'Save a copy' }).click()
      return JSON.parse(await readFile(await (await download).path(), 'utf8')) as Awaited<ReturnType<Shop['savedCopy']>>
    },
    row: placement => page.locator(`shopside-recommendations[placement="${placement}"]`),
    async cards(placement) {
      const row = shop.row(placement)
      await row.scrollIntoViewIfNeeded()
      await shop.settle()
      const cards = row.locator('[part~="card"]').filter({ has: page.locator('a[part~="link"]') })
      return cards.evaluateAll(elements => elements.filter(card => (card as HTMLElement).offsetParent !== null).map(card => ({
        itemId: decodeURIComponent(
          new URL(card.querySelector<HTMLAnchorElement>('a[part~="link"]')?.href ?? 'x:').pathname.split('/').at(-1) ?? '',
        ),
        title: card.querySelector('[part~="title"]')?.textContent?.trim() ?? '',
        reason: card.querySelector('[part~="reason"]')?.textContent?.trim() ?? '',
      })))
    },
  }
  return shop
}
