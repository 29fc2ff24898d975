import type { Page } from '@playwright/test'
import { waitForSurface } from '../browser/plainShop.ts'

/** An item as an export tells it. */
export interface SeenItem { item_id: string; item_name?: string; url?: string; image_url?: string; price?: number }

/** What a copy of the log holds, as far as the oracle looks. Read as text: a page's own `toJSON` must not write it. */
export interface Copy {
  events: { name: string; at: number; page?: string; params: { items?: SeenItem[] } & Record<string, unknown> }[]
  text: string
  consent: string
  storage: string
  /** Own properties of Object.prototype. */
  prototype: number
}

/** One card as it is drawn. */
export interface DrawnCard { title: string; href?: string; src?: string; clips: boolean }

type Anything = { [key: string]: any } // oxlint-disable-line no-explicit-any -- pages say anything to the surface

/** Opens a page and waits for the surface. */
export async function open(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await waitForSurface(page)
}

/** Waits until capture has read the page, then gives a copy of the log. */
export async function readCopy(page: Page): Promise<Copy> {
  return page.evaluate(async () => {
    const shop = (window as unknown as { shopside: Anything }).shopside
    await shop['ready']
    await shop['flush']()
    const { events } = await shop['export']()
    const toJSON = Object.getOwnPropertyDescriptor(Array.prototype, 'toJSON')
    delete (Array.prototype as Anything)['toJSON']
    const text = JSON.stringify(events)
    if (toJSON) Object.defineProperty(Array.prototype, 'toJSON', toJSON)
    const { consent, storage } = shop['status']()
    return { text, consent: consent.personalize, storage: storage.mode, prototype: Reflect.ownKeys(Object.prototype).length }
  }).then(({ text, ...rest }) => ({ ...rest, text, events: JSON.parse(text) as Copy['events'] }))
}

/** Says things by `track`, all in one task; gives the levels. */
export async function trackAll(page: Page, said: [name: string, params: unknown][]): Promise<string[]> {
  return page.evaluate(async (list: [string, unknown][]) => {
    const shop = (window as unknown as { shopside: Anything }).shopside
    const answers: Promise<{ level: string }>[] = []
    for (let place = 0; place < list.length; place++) answers.push(shop['track'](list[place]![0], list[place]![1]))
    return (await Promise.all(answers)).map(({ level }) => level)
  }, said)
}

/** Cards of all rows of the page, once they have settled. */
export async function drawnCards(page: Page): Promise<DrawnCard[]> {
  await page.waitForFunction(() => [...document.querySelectorAll('shopside-recommendations')].every(row => {
    row.scrollIntoView()
    return /ready|stale|empty|off|error/.test(row.getAttribute('data-state') ?? '')
  }), undefined, { timeout: 8000, polling: 50 })
  // Pictures and their handlers fire late: two frames, and 50 ms.
  await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50)))))
  return page.evaluate(() => [...document.querySelectorAll('shopside-recommendations')].flatMap(row => (
    [...row.shadowRoot!.querySelectorAll('[part~="card"]')].map(card => {
      const title = card.querySelector('[part~="title"]')!
      const { overflow } = getComputedStyle(title)
      const href = card.querySelector('a')?.href
      const src = card.querySelector('img')?.src
      return {
        title: title.textContent ?? '', clips: overflow === 'hidden' || overflow === 'clip', ...(href && { href }),
        ...(src && { src }),
      }
    })
  )))
}
