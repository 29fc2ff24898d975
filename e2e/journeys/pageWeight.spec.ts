import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { plainPage, servePlainShop } from '../browser/plainShop.ts'
import { capturedPage, recommendationsPage } from '../size/budgets.ts'
import { brotliBytes } from '../size/measureSizes.ts'
import { sdkDir } from '../store/paths.ts'

/** Files of ours that the page asked for, without the model. */
async function askedFor(page: Page, body: string, attributes?: string): Promise<string[]> {
  const host = await servePlainShop({ '/': plainPage(body, attributes) })
  const files = new Set<string>()
  page.on('request', request => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith('/shopside/') && !pathname.startsWith('/shopside/model/')) {
      files.add(pathname.slice('/shopside/'.length))
    }
  })
  try {
    await page.goto(host.url)
    if (body.includes('<shopside-')) {
      await expect(page.locator('shopside-recommendations').first()).toHaveAttribute('data-state', /^(ready|stale)$/)
    }
    if (body !== row) await expect.poll(() => [...files].some(file => file.includes('capturing'))).toBe(true)
    await page.waitForTimeout(2_500)
    return [...files].toSorted()
  } finally {
    await host.close()
  }
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
    const files = await askedFor(page, body, attributes)
    const sum = files.reduce((total, file) => total + brotliBytes(readFileSync(join(sdkDir, file))), 0)
    console.log(`${name}: ${(sum / 1000).toFixed(2)} kB (goal ${budget.goalKb}) in ${files.length} files: ${files.join(' ')}`)
    expect(files.some(file => file.includes('capturing'))).toBe(body !== row)
    expect(sum).toBeLessThanOrEqual(budget.todayKb * 1000)
  })
}

test('a page without a widget near the viewport loads no Preact', async ({ page }) => {
  const files = await askedFor(page, '<p>Words alone</p>')
  expect(files).toContain('shopside.js')
  expect(files.filter(file => /\/runtime-|recommendations|nudge|tracking/i.test(file))).toEqual([])
})
