import { isFull } from '../browser/isFull.ts'
import { expect, test } from '../browser/journey.ts'
import type { Shop } from '../browser/shop.ts'

// Pairs of things from different corners of the shop: the rule must hold for any of them.
const pairs = [
  { often: '22423', once: '21212' },
  { often: '21212', once: '22423' },
  { often: '47566', once: '22720' },
]

for (const { often, once } of isFull ? pairs : pairs.slice(0, 1)) {
  test(`a product looked at three times changes the home page and says why, above one looked at once (${often} over ${once})`, async ({ shop }) => {
    await shop.open('/')
    await shop.answer('Yes')
    const before = await shop.cards('home')
    expect(before).toHaveLength(8)

    await shop.open(`/product/${once}`)
    const onceTitle = await title(shop)
    for (let look = 0; look < 3; look++) await shop.open(`/product/${often}`)
    const oftenTitle = await title(shop)

    await shop.open('/')
    const after = await shop.cards('home')
    expect(after).toHaveLength(8)
    const new8 = after.filter(card => !before.some(old => old.itemId === card.itemId))
    expect(new8.length).toBeGreaterThanOrEqual(3)

    const naming = (title: string): number[] => after.flatMap((card, index) => namesIt(card.reason, title) ? [index] : [])
    expect(naming(oftenTitle).length).toBeGreaterThanOrEqual(3)
    expect(new8.filter(card => namesIt(card.reason, oftenTitle)).length).toBeGreaterThanOrEqual(3)
    const onceAt = naming(onceTitle)
    if (onceAt.length > 0) expect(Math.min(...naming(oftenTitle))).toBeLessThan(Math.min(...onceAt))
    expect(after.map(card => card.itemId)).not.toContain(often)
    expect(new Set(after.map(card => card.itemId)).size).toBe(8)
  })
}

test('the home page stays as it was for a visitor who has not answered', async ({ shop }) => {
  await shop.open('/')
  const before = await shop.cards('home')
  for (let look = 0; look < 3; look++) await shop.open('/product/22423')
  await shop.open('/')
  expect(await shop.cards('home')).toEqual(before)
})

/** Full title of the product whose page is open. */
async function title(shop: Shop): Promise<string> {
  return (await shop.page.locator('h1').textContent())?.trim() ?? ''
}

/** A reason has at most 45 letters, so a long title is shortened: its beginning counts. */
function namesIt(reason: string, title: string): boolean {
  return reason.includes(title.slice(0, 12))
}
