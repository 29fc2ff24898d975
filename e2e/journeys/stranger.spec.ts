import { isFull } from '../browser/isFull.ts'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { watchContext, type Oracle } from '../browser/oracle.ts'
import { plainPage, servePlainShop, waitForSurface, type SurfaceWindow } from '../browser/plainShop.ts'
import { remembersFailedModules } from '../browser/remembersFailedModules.ts'

const granted = 'data-model="/shopside/model/" data-consent="granted"'
const row = '<shopside-recommendations strategy="popular" limit="4"><p>The children</p></shopside-recommendations>'
const bundle = '<shopside-recommendations layout="bundle" strategy="bought-together" item="22423"></shopside-recommendations>'

const rows = (page: Page): Locator => page.locator('shopside-recommendations')
const cardsOf = (element: Locator): Locator => element.locator('[part~="card"]')

/** The days on which the model's prices are true: a page of that time shows them. */
function turnBackTheClock(): void {
  const began = Date.now()
  const { now } = Date
  Date.now = () => 1_323_500_000_000 + now() - began
}

/** Opens one page of a shop of its own, runs `look` on it, and holds the page to zero complaints. */
async function onPage(page: Page, html: string, look: (oracle: Oracle, url: string) => Promise<void>): Promise<void> {
  const host = await servePlainShop({ '/': html })
  try {
    // Before the oracle looks: this is the host's own doing.
    await page.context().addInitScript(turnBackTheClock)
    const oracle = await watchContext(page.context(), host.url)
    await look(oracle, host.url)
    expect(await oracle.complaints()).toEqual([])
  } finally {
    await host.close()
  }
}

test('a page that counts in another currency than the model sees no price, not even on the item a set is built around', async ({ page }) => {
  await onPage(page, plainPage(row + bundle, `${granted} data-currency="EUR"`), async (_oracle, url) => {
    await page.goto(url)
    await expect(cardsOf(rows(page).nth(1)).first()).toBeVisible()
    const prices = await page.locator('[part~="price"]').allTextContents()
    expect(prices.length).toBeGreaterThanOrEqual(6)
    expect(new Set(prices)).toEqual(new Set(['See price']))
  })
})

test('a page whose language is written as en_GB shows its rows with their prices', async ({ page }) => {
  const html = plainPage(row + bundle, `${granted} data-currency="GBP"`).replace('lang="en-GB"', 'lang="en_GB"')
  await onPage(page, html, async (_oracle, url) => {
    await page.goto(url)
    for (const element of await rows(page).all()) await expect(element).toHaveAttribute('data-state', 'ready')
    expect(await page.locator('[part~="price"]').first().textContent()).toMatch(/^£\d/)
  })
})

test('a shop script that comes after the first row gets its Add buttons at the next drawing', async ({ page }) => {
  await onPage(page, plainPage(row, `${granted} data-currency="GBP"`), async (_oracle, url) => {
    await page.goto(url)
    await expect(cardsOf(rows(page))).toHaveCount(4)
    await expect(page.locator('[part~="add"]')).toHaveCount(0)
    await page.evaluate(() => {
      document.addEventListener('shopside:add-to-cart', event => (event as CustomEvent).detail.respondWith(Promise.resolve()))
      document.querySelector('shopside-recommendations')!.setAttribute('limit', '3')
    })
    await expect(page.locator('[part~="add"]')).toHaveCount(3)
  })
})

for (const chunk of isFull ? ['ranking', 'profile', 'railPart', 'runtime', 'wayOut'] : ['railPart']) {
  test(`a row is drawn although its file "${chunk}" is gone once`, async ({ page }) => {
    const isForThePage = await remembersFailedModules(page)
    const html = plainPage(
      '<shopside-recommendations strategy="popular" limit="4" layout="rail"></shopside-recommendations>', granted,
    )
    await onPage(page, html, async (oracle, url) => {
      oracle.expectComplaint(/^console: Failed to load resource/)
      let asked = 0
      await page.route(new RegExp(`/chunks/${chunk}-`), route =>
        (++asked === 1 ? route.fulfill({ status: 404, contentType: 'text/html', body: 'gone' }) : route.continue()))
      await page.goto(url)
      if (isForThePage) {
        await expect.poll(() => asked).toBeGreaterThanOrEqual(1)
        await page.reload()
      }
      await expect(cardsOf(rows(page))).toHaveCount(4)
      expect(asked).toBe(2)
    })
  })
}

test('the first row of the page has its products, although its own file comes later than that of the second', async ({ page }) => {
  const rail = '<shopside-recommendations strategy="popular" limit="4" layout="rail"></shopside-recommendations>'
  await onPage(page, plainPage(rail + row, granted), async (_oracle, url) => {
    const links = (place: number): Promise<(string | null)[]> =>
      rows(page).nth(place).locator('[part~="link"]').evaluateAll(all => all.map(link => link.getAttribute('href')))
    await page.route(/\/chunks\/railPart/, async route => {
      await new Promise(resolve => setTimeout(resolve, 700))
      await route.continue()
    })
    await page.goto(url)
    await expect(cardsOf(rows(page).nth(0))).toHaveCount(4)
    const [first, second] = [await links(0), await links(1)]
    expect(second).toHaveLength(4)
    const best = await page.evaluate(async () => {
      const { shopside } = window as unknown as SurfaceWindow
      return (
        await shopside.recommend({ strategy: 'popular', limit: 4 })
      ).map(({ item }) => item.url?.replace(location.origin, ''))
    })
    expect(first.map(href => href?.replace(/^https?:\/\/[^/]+/, ''))).toEqual(best)
  })
})

test('a page that still uses Prototype works, and its own additions stay', async ({ page }) => {
  await page.context().addInitScript(() => {
    const arrayLike = (value: ArrayLike<unknown> & { toArray?: () => unknown[] } | undefined): unknown[] => {
      if (!value) return []
      if (value.toArray) return value.toArray()
      const result: unknown[] = []
      for (let place = 0; place < (value.length || 0); place++) result.push(value[place])
      return result
    }
    Object.assign(Array, { from: arrayLike })
    Object.assign(
      Array.prototype,
      { toArray(this: unknown[]) { return this.slice() }, each() {}, toJSON(this: unknown[]) { return `[${this.join()}]` } },
    )
    Object.assign(
      String.prototype, { toArray(this: string) { return this.split('') }, toJSON(this: string) { return `"${this}"` } },
    )
    Object.assign(Object.prototype, { junk: 'junk' })
  })
  await onPage(page, plainPage(row + bundle, `${granted} data-currency="GBP"`), async (_oracle, url) => {
    await page.goto(url)
    await waitForSurface(page)
    for (const element of await rows(page).all()) await expect(element).toHaveAttribute('data-state', 'ready')
    const found = await page.evaluate(async () => {
      const { shopside } = window as unknown as SurfaceWindow
      await shopside.track('view_item', { items: [{ item_id: '22423' }] })
      await shopside.ready
      return { views: shopside.profile.value?.items['22423']?.views, each: 'each' in [], junk: 'junk' in {} }
    })
    expect(found).toEqual({ views: 1, each: true, junk: true })
  })
})

test('on a page that runs from the right a button still reads in the order of its words', async ({ page }) => {
  await page.context().addInitScript(() => {
    document.addEventListener('shopside:add-to-cart', event => (event as CustomEvent).detail.respondWith(Promise.resolve()))
  })
  const html = plainPage(bundle, `${granted} data-currency="GBP"`).replace('lang="en-GB"', 'lang="ar" dir="rtl"')
  await onPage(page, html, async (_oracle, url) => {
    await page.goto(url)
    const label = page.locator('[part~="add"] .label')
    await expect(label).toContainText(/^Add \d for .*\d/)
    const [verb, price] = await label.evaluate(element => {
      const text = element.firstChild!
      const leftOf = (from: number): number => {
        const range = document.createRange()
        range.setStart(text, from)
        range.setEnd(text, from + 1)
        return range.getBoundingClientRect().left
      }
      return [leftOf(0), leftOf(text.textContent!.search(/\d[.,٫]/))]
    })
    expect(verb).toBeLessThan(price!)
  })
})

test('a rail on a page without margins does not make the page scroll sideways', async ({ page }) => {
  const rail = '<shopside-recommendations strategy="popular" layout="rail"></shopside-recommendations>'
  await onPage(page, plainPage(rail, `${granted} data-currency="GBP"`), async (_oracle, url) => {
    await page.goto(url)
    await expect(cardsOf(rows(page)).first()).toBeVisible()
    const tooWide = await page.evaluate(() => ['ltr', 'rtl'].map(way => {
      document.documentElement.dir = way
      document.body.style.margin = '0'
      return document.documentElement.scrollWidth - document.documentElement.clientWidth
    }))
    expect(tooWide).toEqual([0, 0])
  })
})

test('in a column of 200 px neither prices nor buttons lie over anything else', async ({ page }) => {
  const html = plainPage(`<div class="column">${bundle}</div>`, `${granted} data-currency="GBP"`)
  await onPage(page, html, async (_oracle, url) => {
    await page.goto(url)
    await expect(rows(page)).toHaveAttribute('data-state', 'ready')
    const touching = await page.evaluate(() => {
      document.querySelector<HTMLElement>('.column')!.style.width = '200px'
      const cards = document.querySelector('shopside-recommendations')!.shadowRoot!.querySelectorAll('.card')
      return [...cards].filter(card => {
        const acts = [...card.querySelectorAll('.acts > *')].map(each => each.getBoundingClientRect())
        return [...card.querySelectorAll('.title, .price, .reason')].map(each => each.getBoundingClientRect())
          .some(text => acts.some(act => act.left < text.right - 1 && text.left < act.right - 1 && act.top < text.bottom - 1 && text.top < act.bottom - 1))
      }).length
    })
    expect(touching).toBe(0)
  })
})

test('on a page that runs from the right a reason keeps the order of its words, and the page\'s side', async ({ page }) => {
  const html = plainPage(bundle, `${granted} data-currency="GBP"`).replace('lang="en-GB"', 'lang="ar" dir="rtl"')
  await onPage(page, html, async (_oracle, url) => {
    await page.goto(url)
    const reason = page.locator('[part~="reason"]', { hasText: /^Often bought with / }).first()
    await expect(reason).toBeVisible()
    const [words, title, gap] = await reason.evaluate(element => {
      const range = document.createRange()
      const leftOf = (node: Node): number => {
        range.selectNodeContents(node)
        return range.getClientRects()[0]!.left
      }
      const found = [leftOf(element.firstChild!), leftOf(element.querySelector('bdi')!)]
      range.selectNodeContents(element)
      return [...found, element.getBoundingClientRect().right - Math.max(...[...range.getClientRects()].map(line => line.right))]
    })
    expect(words).toBeLessThan(title!)
    expect(gap).toBeLessThan(1)
  })
})
