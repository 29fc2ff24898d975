// @vitest-environment page
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeNow } from '../testing/fakeClient.ts'
import { fakeCards, fakeProduct } from '../testing/fakeProducts.ts'
import { settle, type Mounted } from '../testing/mount.ts'
import { dayMs, shown, stage, state } from './testing/shownRow.ts'

describe('a bundle', () => {
  const subject = fakeProduct('s', 'Jam Making Set', { price: 8.5 })
  beforeEach(() => {
    stage.client.answers.products.set('s', subject)
    const reason = { kind: 'bought-with', itemId: 's', title: 'Jam Making Set', oneIn: 6 } as const
    stage.client.answers.recommend = () => fakeCards(10, { strategy: 'bought-together', reason })
  })
  const bundle = (attributes: Record<string, string> = {}): Promise<Mounted> =>
    shown({ strategy: 'bought-together', layout: 'bundle', item: 's', limit: '2', ...attributes })

  it('adds all that is ticked in one call, and label and total follow the ticks', async () => {
    const row = await bundle()
    expect(stage.client.requests[0]).toMatchObject({ bundle: true, itemId: 's' })
    expect(row.button('Add 3 for £12.00')).toBeTruthy()
    row.all('input')[2]!.click()
    await settle()
    row.button('Add 2 for £9.75').click()
    await settle()
    expect(stage.client.adds).toHaveLength(1)
    expect(stage.client.adds[0]!.items.map(item => item.item_id)).toEqual(['s', 'p0'])
    expect(row.text()).toContain('Bought with this by 1 in 6')
  })

  it('finds its item in the reasons when the attribute is missing', async () => {
    const row = await shown({ strategy: 'bought-together', layout: 'bundle' })
    expect(row.find('li.card').textContent).toContain('Jam Making Set')
  })

  it('leaves a sold-out item unticked, with its word', async () => {
    stage.client.answers.products.set('s', { ...subject, available: false })
    const row = await bundle()
    expect(row.find('li.card').textContent).toContain('Sold out')
    expect(row.all('input')).toHaveLength(2)
    expect(row.button('Add 2 for £3.50')).toBeTruthy()
  })

  it('names no total when one price may not be shown', async () => {
    stage.client.answers.products.set('s', { ...subject, priceAt: fakeNow - 30 * dayMs })
    expect((await bundle()).button('Add 3')).toBeTruthy()
  })

  it('keeps ticks when it is drawn again on the same page', async () => {
    const row = await bundle()
    row.all('input')[1]!.click()
    await settle()
    row.element.setAttribute('heading', 'A set')
    await settle()
    expect(row.button('Add 2 for £10.75')).toBeTruthy()
  })

  it('is empty without an item it knows', async () => {
    stage.client.answers.recommend = () => []
    const row = await shown({ strategy: 'bought-together', layout: 'bundle' })
    expect(state(row)).toBe('empty')
  })
})
