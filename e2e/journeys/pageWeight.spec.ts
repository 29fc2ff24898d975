import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { plainPage, servePlainShop } from '../browser/plainShop.ts'
import { capturedPage, recommendationsPage } from '../size/budgets.ts'
import { brotliBytes } from '../size/measureSizes.ts'
import { sdkDir } from '../store/paths.ts'

/** Files of ours that the page asked for, and those of the model. */
async function askedFor(page: Page, body: string, attributes?: string): Promise<string[]> {
  const host = await servePlainShop({ '/': plainPage(body, attributes) })
  const files = new Set<string>()
  page.on('request', request => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith('/shopside/')) files.add(pathname.slice('/shopside/'.length))
  })
  try {
    await page.goto(host.url)
    if (body.includes('<shopside-recommendations')) {
      await expect(page.locator('shopside-recommendations').first()).toHaveAttribute('data-state', /^(ready|stale)$/)
    }
    if (body !== row) await expect.poll(() => [...files].some(file => file.includes('capturing'))).toBe(true)
    await page.waitForTimeout(2_500)
    return [...files].toSorted()
  } finally {
    await host.close()
  }
}

/** Bytes of these files after brotli. */
function weigh(files: readonly string[]): number {
  return files.reduce((total, file) => total + brotliBytes(readFileSync(join(sdkDir, file))), 0)
}

const tag = 'data-model="/shopside/model/" data-consent="granted" data-currency="GBP"'
const row = '<shopside-recommendations strategy="for-you"></shopside-recommendations>'
const said = `<meta property="og:type" content="product"><script type="application/ld+json">
{"@context":"https://schema.org","@type":"Product","sku":"22423","name":"Regency cakestand","offers":{"price":"12.75","priceCurrency":"GBP"}}
</script>`

for (const [name, budget, body, attributes] of [
  ['a page with recommendations', recommendationsPage, row, `${tag} data-capture="off"`],
  ['the same with capture without code', capturedPage, said + row, tag],
] as const) {
  test(`${name} loads at most ${budget.todayKb} kB of ours, by its network log`, async ({ page }) => {
    const files = (await askedFor(page, body, attributes)).filter(file => !file.startsWith('model/'))
    const sum = weigh(files)
    console.log(`${name}: ${(sum / 1000).toFixed(2)} kB (goal ${budget.goalKb}) in ${files.length} files: ${files.join(' ')}`)
    expect(files.some(file => file.includes('capturing'))).toBe(body !== row)
    expect(sum).toBeLessThanOrEqual(budget.todayKb * 1000)
  })
}

for (const [name, body, unused, attributes] of [
  ['a page without a widget loads nothing that folds, ranks or draws, and no model', '<p>Words alone</p>', /model|\/(runtime|profile|ranking|wayOut)-|recommendations|nudge|tracking/i],
  ['a row before an answer about consent loads nothing of the log', row, /\/(profile|records|mirroring|keeping)-/, tag.replace('granted', 'required')],
  ['a basket nudge with nothing to say loads no model, and nothing that ranks', '<shopside-cart-nudge></shopside-cart-nudge>', /model|\/ranking-/],
  ['a list of orders without any loads no model, and nothing that ranks', '<shopside-order-tracking></shopside-order-tracking>', /model|\/ranking-/],
] as const) {
  test(name, async ({ page }) => {
    const files = await askedFor(page, body, attributes)
    const ours = files.filter(file => !file.startsWith('model/'))
    console.log(`${name}: ${(weigh(ours) / 1000).toFixed(2)} kB in ${ours.length} files`)
    expect(files).toContain('shopside.js')
    expect(files.filter(file => unused.test(file))).toEqual([])
  })
}
