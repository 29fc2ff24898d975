import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { plainPage, servePlainShop } from '../browser/plainShop.ts'
import { recommendationsPage } from '../size/budgets.ts'
import { brotliBytes } from '../size/measureSizes.ts'
import { sdkDir } from '../store/paths.ts'

/** Files of ours that the page asked for, without the model. */
async function askedFor(page: import('@playwright/test').Page, body: string, path = '/'): Promise<string[]> {
  const host = await servePlainShop({ '/': plainPage(body) })
  const files = new Set<string>()
  page.on('request', request => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith('/shopside/') && !pathname.startsWith('/shopside/model/')) files.add(pathname.slice('/shopside/'.length))
  })
  try {
    await page.goto(host.url + path)
    if (body.includes('<shopside-')) await expect(page.locator('shopside-recommendations').first()).toHaveAttribute('data-state', /^(ready|stale)$/)
    await page.waitForTimeout(2_500)
    return [...files].toSorted()
  } finally {
    await host.close()
  }
}

test(`a page with recommendations loads at most ${recommendationsPage.todayKb} kB of ours, by its network log`, async ({ page }) => {
  const files = await askedFor(page, '<shopside-recommendations strategy="for-you"></shopside-recommendations>')
  const bytes = files.map(file => brotliBytes(readFileSync(join(sdkDir, file))))
  const sum = bytes.reduce((total, size) => total + size, 0)
  const { goalKb, todayKb } = recommendationsPage
  console.log(`a page with recommendations: ${(sum / 1000).toFixed(2)} kB (goal ${goalKb}) in ${files.length} files: ${files.join(' ')}`)
  expect(sum).toBeLessThanOrEqual(todayKb * 1000)
})

test('a page without a widget near the viewport loads no Preact', async ({ page }) => {
  const files = await askedFor(page, '<p>Words alone</p>')
  expect(files).toContain('shopside.js')
  expect(files.filter(file => /runtime|recommendations|nudge|tracking/i.test(file))).toEqual([])
})
