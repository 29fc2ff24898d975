// @vitest-environment page
import { describe, expect, it } from 'vitest'
import { fakeNow, fakeProfile } from '../testing/fakeClient.ts'
import { fakeCards } from '../testing/fakeProducts.ts'
import { settle, type Mounted } from '../testing/mount.ts'
import { dayMs, events, shown, stage, state } from './testing/shownRow.ts'

describe('why this', () => {
  async function opened(attributes: Record<string, string> = {}): Promise<Mounted> {
    const reasons = [
      { kind: 'viewed-item', itemId: 'x', title: 'Pantry Cake Tins', times: 3, lastAt: fakeNow - 2 * dayMs },
      { kind: 'popular', category: 'Kitchen' },
    ] as const
    stage.client.answers.recommend = () => fakeCards(4, { reason: reasons[0], reasons: [...reasons] })
    const row = await shown({ strategy: 'popular', ...attributes })
    row.find('.why').click()
    await settle()
    return row
  }

  it('gives the facts in order of weight', async () => {
    const row = await opened()
    expect(row.all('.why-facts li').map(fact => fact.textContent)).toEqual([
      'You looked 3 times at Pantry Cake Tins, last on Thursday', 'Popular in Kitchen',
    ])
  })

  it('stays open when it is opened again before the browser has said that it closed', async () => {
    const row = await opened()
    const first = row.find('dialog')
    // Closed by Esc: the browser's own `close` event follows a task later.
    first.removeAttribute('open')
    row.find('.why').click()
    await settle()
    first.dispatchEvent(new Event('close'))
    await settle()
    expect(row.find('dialog').hasAttribute('open')).toBe(true)
  })

  it('leads to what is remembered only where the shop named the page', async () => {
    expect((await opened()).text()).not.toContain('See what is remembered')
    document.body.replaceChildren()
    expect((await opened({ 'privacy-url': '/data' })).button('See what is remembered').getAttribute('href')).toBe('/data')
  })

  it('folds the card in its place on "Not for me", and gives it back on "Undo"', async () => {
    const row = await opened()
    row.button('Not for me').click()
    await settle()
    expect(row.all('li.card')).toHaveLength(4)
    expect(row.find('li.card').textContent).toBe('Gone. Undo')
    expect(row.all('dialog')).toEqual([])
    expect(events('not_for_me')[0]).toMatchObject({ items: [{ item_id: 'p0' }] })
    row.button('Undo').click()
    await settle()
    expect(row.find('li.card').textContent).toContain('Regency Cakestand')
    expect(events('not_for_me')[1]).toMatchObject({ undone: true })
  })

  it('notes "More like this" once', async () => {
    const row = await opened()
    row.button('More like this').click()
    await settle()
    expect(events('more_like_this')).toHaveLength(1)
    expect(row.button('Noted for the next page')).toBeTruthy()
  })
})

describe('the truth of other tabs', () => {
  const viewed = { kind: 'viewed-item', itemId: 'x', title: 'Tins', times: 3, lastAt: fakeNow } as const
  const memory = { item: { item_id: 'x' }, views: 3, adds: 0, orders: 0, orderedAt: [] }

  it('folds a card that was said to be not for me elsewhere, without moving the others', async () => {
    const row = await shown({ strategy: 'popular' })
    stage.client.profileNow.value = fakeProfile({ notForMe: { p1: fakeNow } })
    stage.client.epochNow.value++
    await settle()
    expect(row.all('li.card')).toHaveLength(8)
    expect(row.all('li.card')[1]!.textContent).toBe('Gone. Undo')
  })

  it('folds what was ordered since', async () => {
    const row = await shown({ strategy: 'popular' })
    stage.client.profileNow.value = fakeProfile({ orders: [{ id: 'A', at: fakeNow + 1, items: [{ item_id: 'p2' }] }] })
    stage.client.epochNow.value++
    await settle()
    expect(row.all('li.card')[2]!.textContent?.trim()).toBe('Ordered.')
  })

  it('becomes the row of a stranger after an erase', async () => {
    stage.client.answers.recommend = () => (
      stage.client.profileNow.value ? fakeCards(8, { strategy: 'for-you', reason: viewed }) : fakeCards(8, {}, 20)
    )
    stage.client.profileNow.value = fakeProfile({ items: { x: memory } })
    const row = await shown({ strategy: 'for-you' })
    expect(row.find('h2').textContent).toBe('For you')
    stage.client.profileNow.value = undefined
    stage.client.epochNow.value++
    await settle()
    expect(row.find('h2').textContent).toBe('Popular here')
    expect(row.text()).not.toContain('Because you looked at')
  })

  it('turns off at once when personalize is refused', async () => {
    const row = await shown({ strategy: 'popular' })
    stage.client.profileNow.value = undefined
    stage.client.consentNow.value = { ...stage.client.consentNow.value, personalize: 'denied' }
    stage.client.epochNow.value++
    await settle()
    expect(state(row)).toBe('off')
  })
})
