import { readFileSync } from 'node:fs'
import { isFull } from '../browser/isFull.ts'
import { expect, test } from '../browser/journey.ts'
import { catalogFile } from '../store/paths.ts'

/**
 * Kind of object by item id, from the shop's own catalogue. Its titles hold no quoted comma before the kind that matters here.
 */
function kinds(): Map<string, string> {
  const [header = '', ...rows] = readFileSync(catalogFile, 'utf8').trim().split('\n')
  const kindAt = header.split(',').indexOf('kind')
  return new Map(rows.map(row => {
    const fields = [...row.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(match => match[1] ?? '')
    return [fields[0] ?? '', fields[kindAt] ?? ''] as const
  }))
}

for (const itemId of isFull ? ['22423', '22720', '85123A'] : ['85123A']) {
  test(`the set bought together with ${itemId} goes into the basket with one click, no two of a kind`, async ({ shop, page }) => {
    await shop.open('/')
    await shop.answer('Yes')
    await shop.open(`/product/${itemId}`)
    const row = shop.row('product')
    await row.scrollIntoViewIfNeeded()
    await expect(row).toHaveAttribute('data-state', 'ready')
    const cards = await shop.cards('product')
    expect(cards.length).toBeGreaterThanOrEqual(2)

    await row.getByRole('button', { name: new RegExp(`^Add ${cards.length + 1} for £\\d+\\.\\d\\d$`) }).click()
    const wanted = [itemId, ...cards.map(card => card.itemId)]
    await expect.poll(async () => (await shop.basket()).map(line => line.itemId).toSorted()).toEqual(wanted.toSorted())
    expect((await shop.basket()).map(line => line.quantity)).toEqual(wanted.map(() => 1))
    await expect(row.getByRole('button', { name: 'Added' })).toBeVisible()

    const kindOf = kinds()
    const known = wanted.map(id => kindOf.get(id)).filter(kind => kind)
    expect(new Set(known).size).toBe(known.length)
    for (const card of cards) expect(card.reason).not.toBe('')
    await page.goto('/basket')
    for (const id of wanted) await expect(page.locator(`#basket a[href$="/product/${id}" i]`).first()).toBeVisible()
  })
}

test('unticking one thing of the set changes the button, and that thing stays out of the basket', async ({ shop }) => {
  await shop.open('/product/22423')
  const row = shop.row('product')
  const cards = await shop.cards('product')
  const [left] = cards
  await row.getByRole('checkbox', { name: `Include ${left?.title}` }).uncheck()
  await row.getByRole('button', { name: new RegExp(`^Add ${cards.length} for £`) }).click()
  await expect.poll(async () => (await shop.basket()).length).toBe(cards.length)
  expect((await shop.basket()).map(line => line.itemId)).not.toContain(left?.itemId)
})

test('a failed add says so and changes nothing', async ({ shop, page }) => {
  await shop.open('/')
  await shop.answer('Yes')
  await shop.open('/product/22423', { failAdd: true })
  const row = shop.row('product')
  await row.scrollIntoViewIfNeeded()
  await row.getByRole('button', { name: /^Add \d for/ }).click()
  await expect(row.getByText('Could not be added. Open the products').first()).toBeVisible()
  await expect(row.getByRole('button', { name: 'Added' })).toHaveCount(0)
  expect(await shop.basket()).toEqual([])

  // What was not added is not remembered as added either: a day later nobody speaks of a basket.
  await page.goto('/?move=1d')
  await shop.settle()
  await page.waitForTimeout(3_000)
  await expect(page.locator('shopside-cart-nudge')).not.toHaveAttribute('data-state', 'ready')
})
