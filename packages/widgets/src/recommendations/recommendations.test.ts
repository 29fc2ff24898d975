// @vitest-environment page
import { describe, expect, it } from 'vitest'
import type { Model } from '@shopside/engine'
import { fakeNow } from '../testing/fakeClient.ts'
import { setFar, setVisible } from '../testing/fakeIntersection.ts'
import { fakeCards } from '../testing/fakeProducts.ts'
import { mount, settle } from '../testing/mount.ts'
import { dayMs, lastReason, shown, stage, state, tag, titles } from './testing/shownRow.ts'

describe('a row', () => {
  it('shows the wanted number of cards under a heading that names it as a landmark', async () => {
    const row = await shown({ strategy: 'popular', limit: '4' })
    expect(state(row)).toBe('ready')
    expect(row.all('li.card')).toHaveLength(4)
    expect(row.find('section').getAttribute('aria-labelledby')).toBe(row.find('h2').id)
    expect(row.find('h2').textContent).toBe('Popular here')
  })

  it('never says "For you" over best sellers, and drops the heading of the shop with it', async () => {
    const row = await shown({ strategy: 'for-you', heading: 'Picked for you' })
    expect(row.find('h2').textContent).toBe('Popular here')
  })

  it('keeps the heading of the shop when the asked strategy was kept', async () => {
    const row = await shown({ strategy: 'popular', heading: 'Loved in December' })
    expect(row.find('h2').textContent).toBe('Loved in December')
  })

  it('shows a product once on a page: the second row takes others', async () => {
    const [first, second] = [mount(tag, { strategy: 'popular', limit: '4' }), mount(tag, { strategy: 'popular', limit: '4' })]
    await settle()
    expect(new Set([...titles(first), ...titles(second)]).size).toBe(8)
  })

  it('lets its products go when it leaves the page', async () => {
    const row = await shown({ strategy: 'popular' })
    row.element.remove()
    await settle()
    expect(stage.client.held.has(row.element)).toBe(false)
  })

  it('lets its products go when it could not be drawn', async () => {
    stage.client.answers.recommend = () => fakeCards(4).map(card => ({
      ...card, item: { ...card.item, get title(): string { throw new Error('broken') } },
    }))
    const row = await shown({ strategy: 'popular', limit: '4' })
    expect(state(row)).toBe('error')
    expect(stage.client.held.has(row.element)).toBe(false)
  })

  it('ignores an answer that comes after a newer question', async () => {
    const answers: ((cards: ReturnType<typeof fakeCards>) => void)[] = []
    stage.client.answers.recommend = () => new Promise(done => answers.push(done))
    const row = mount(tag, { strategy: 'popular', limit: '3' })
    await settle()
    row.element.setAttribute('strategy', 'new')
    await settle()
    const [olderList, olderSpare, list, spare] = answers
    list!(fakeCards(3, { strategy: 'new' }, 6))
    spare!([])
    await settle()
    olderList!(fakeCards(3))
    olderSpare!([])
    await settle()
    expect(row.find('h2').textContent).toBe('New here')
  })
})

describe('states', () => {
  it('waits while it is far from the viewport, and asks nothing', async () => {
    const element = document.createElement(tag)
    setFar(element)
    document.body.append(element)
    await settle()
    expect(element.dataset['state']).toBe('waiting')
    expect(stage.client.requests).toEqual([])
    setVisible(element, 1)
    await settle()
    expect(element.dataset['state']).toBe('ready')
  })

  it('shows flat tiles of the final number after 120 ms, not before', async () => {
    stage.client.answers.settle = () => new Promise(() => {})
    const row = await shown({ limit: '5' })
    row.timers.advance(119)
    expect(state(row)).toBe('waiting')
    row.timers.advance(1)
    expect(state(row)).toBe('loading')
    expect(row.all('.flat')).toHaveLength(5)
  })

  it('keeps the children of the shop instead of tiles while it loads', async () => {
    stage.client.answers.settle = () => new Promise(() => {})
    const row = await shown({}, 'Best sellers')
    row.timers.advance(120)
    expect(row.all('.flat')).toEqual([])
    expect(row.find('slot')).toBeTruthy()
  })

  it('says the age of a model that is older than four weeks', async () => {
    stage.client.modelNow.value = { asOf: fakeNow - 40 * dayMs } as Model
    const row = await shown({ strategy: 'popular' })
    expect(state(row)).toBe('stale')
    expect(row.text()).toContain('As of 31 October.')
  })

  it('is empty below the minimum, says why, and gives its children the box until it is off screen', async () => {
    stage.client.answers.recommend = () => fakeCards(2)
    const row = await shown({ strategy: 'popular' }, 'Best sellers')
    expect(state(row)).toBe('empty')
    expect(row.text()).toBe('')
    expect(lastReason()).toContain('lower min')
    setVisible(row.element, 1)
    expect(row.element.hasAttribute('data-collapsed')).toBe(false)
    setVisible(row.element, 0, 2000)
    expect(row.element.hasAttribute('data-collapsed')).toBe(true)
  })

  it('keeps the slot "empty" of the shop on the page', async () => {
    stage.client.answers.recommend = () => []
    const row = mount(tag, { strategy: 'popular' })
    const note = row.element.appendChild(document.createElement('p'))
    note.slot = 'empty'
    await settle()
    setVisible(row.element, 0, 2000)
    expect(row.element.hasAttribute('data-collapsed')).toBe(false)
    expect(row.find('slot[name="empty"]')).toBeTruthy()
  })

  it('names the remedy when a row about an item has no item', async () => {
    stage.client.answers.recommend = () => []
    await shown({ strategy: 'similar' })
    expect(lastReason()).toBe('attribute item is missing: set item="SKU" or call track("view_item")')
  })

  it('is an error with children kept when an attribute is wrong or the model broke', async () => {
    const wrong = await shown({ strategy: 'guess' }, 'Kept')
    expect(state(wrong)).toBe('error')
    expect(lastReason()).toContain('attribute strategy="guess" is not known: use for-you')
    stage.client.answers.recommend = () => []
    stage.client.answers.model = { state: 'failed', reason: 'truncated' }
    const broken = await shown({ strategy: 'popular' }, 'Kept')
    expect(state(broken)).toBe('error')
    expect(lastReason()).toContain('truncated')
    setVisible(broken.element, 0, 2000)
    expect(broken.element.hasAttribute('data-collapsed')).toBe(false)
  })

  it('is off when personalize is denied, and still shows what the page alone gives', async () => {
    stage.client.consentNow.value = { ...stage.client.consentNow.value, personalize: 'denied' }
    const row = await shown({ strategy: 'popular' })
    expect(state(row)).toBe('off')
    expect(row.all('li.card')).toHaveLength(8)
  })
})
