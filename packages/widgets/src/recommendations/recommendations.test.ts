// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Model } from '@shopside/engine'
import { connect } from '../connect.ts'
import { createFakeClient, fakeNow, fakeProfile, type FakeClient } from '../testing/fakeClient.ts'
import { installFakeIntersection, setFar, setVisible } from '../testing/fakeIntersection.ts'
import { fakeCard, fakeCards, fakeProduct } from '../testing/fakeProducts.ts'
import { mount, settle, type Mounted } from '../testing/mount.ts'
import './define.ts'

const tag = 'shopside-recommendations'
const dayMs = 86_400_000
let client: FakeClient
let disconnect: () => void

beforeEach(() => {
  installFakeIntersection()
  client = createFakeClient()
  client.answers.recommend = () => fakeCards(40)
  disconnect = connect(client)
})
afterEach(async () => {
  document.body.replaceChildren()
  await settle()
  disconnect()
})

async function shown(attributes: Record<string, string> = {}, children = ''): Promise<Mounted> {
  const mounted = mount(tag, attributes, children)
  await settle()
  return mounted
}
const titles = (mounted: Mounted): string[] => mounted.all('.title').map(title => title.textContent ?? '')
const state = (mounted: Mounted): string | undefined => mounted.element.dataset['state']
const lastReason = (): string | undefined => client.reports.at(-1)?.reason
const events = (name: string): Record<string, unknown>[] => client.tracked.filter(each => each.name === name).map(each => each.params)

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
    expect(client.held.has(row.element)).toBe(false)
  })

  it('lets its products go when it could not be drawn', async () => {
    client.answers.recommend = () => fakeCards(4).map(card => ({
      ...card, item: { ...card.item, get title(): string { throw new Error('broken') } },
    }))
    const row = await shown({ strategy: 'popular', limit: '4' })
    expect(state(row)).toBe('error')
    expect(client.held.has(row.element)).toBe(false)
  })

  it('ignores an answer that comes after a newer question', async () => {
    const answers: ((cards: ReturnType<typeof fakeCards>) => void)[] = []
    client.answers.recommend = () => new Promise(done => answers.push(done))
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
    expect(client.requests).toEqual([])
    setVisible(element, 1)
    await settle()
    expect(element.dataset['state']).toBe('ready')
  })

  it('shows flat tiles of the final number after 120 ms, not before', async () => {
    client.answers.settle = () => new Promise(() => {})
    const row = await shown({ limit: '5' })
    row.timers.advance(119)
    expect(state(row)).toBe('waiting')
    row.timers.advance(1)
    expect(state(row)).toBe('loading')
    expect(row.all('.flat')).toHaveLength(5)
  })

  it('keeps the children of the shop instead of tiles while it loads', async () => {
    client.answers.settle = () => new Promise(() => {})
    const row = await shown({}, 'Best sellers')
    row.timers.advance(120)
    expect(row.all('.flat')).toEqual([])
    expect(row.find('slot')).toBeTruthy()
  })

  it('says the age of a model that is older than four weeks', async () => {
    client.modelNow.value = { asOf: fakeNow - 40 * dayMs } as Model
    const row = await shown({ strategy: 'popular' })
    expect(state(row)).toBe('stale')
    expect(row.text()).toContain('As of 31 October.')
  })

  it('is empty below the minimum, says why, and gives its children the box until it is off screen', async () => {
    client.answers.recommend = () => fakeCards(2)
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
    client.answers.recommend = () => []
    const row = mount(tag, { strategy: 'popular' })
    const note = row.element.appendChild(document.createElement('p'))
    note.slot = 'empty'
    await settle()
    setVisible(row.element, 0, 2000)
    expect(row.element.hasAttribute('data-collapsed')).toBe(false)
    expect(row.find('slot[name="empty"]')).toBeTruthy()
  })

  it('names the remedy when a row about an item has no item', async () => {
    client.answers.recommend = () => []
    await shown({ strategy: 'similar' })
    expect(lastReason()).toBe('attribute item is missing: set item="SKU" or call track("view_item")')
  })

  it('is an error with children kept when an attribute is wrong or the model broke', async () => {
    const wrong = await shown({ strategy: 'guess' }, 'Kept')
    expect(state(wrong)).toBe('error')
    expect(lastReason()).toContain('attribute strategy="guess" is not known: use for-you')
    client.answers.recommend = () => []
    client.answers.model = { state: 'failed', reason: 'truncated' }
    const broken = await shown({ strategy: 'popular' }, 'Kept')
    expect(state(broken)).toBe('error')
    expect(lastReason()).toContain('truncated')
    setVisible(broken.element, 0, 2000)
    expect(broken.element.hasAttribute('data-collapsed')).toBe(false)
  })

  it('is off when personalize is denied, and still shows what the page alone gives', async () => {
    client.consentNow.value = { ...client.consentNow.value, personalize: 'denied' }
    const row = await shown({ strategy: 'popular' })
    expect(state(row)).toBe('off')
    expect(row.all('li.card')).toHaveLength(8)
  })
})

describe('a card', () => {
  it('is one link with picture, title, price and reason; its buttons stand beside it', async () => {
    const row = await shown({ strategy: 'popular', limit: '3' })
    const card = row.find('li.card')
    const link = card.querySelector('a')!
    expect(link.getAttribute('href')).toBe('/product/p0')
    expect(link.querySelector('img')!.getAttribute('alt')).toBe('Regency Cakestand Three Tier')
    expect(link.textContent).toContain('£1.25')
    expect(link.textContent).toContain('Popular this month')
    expect(link.querySelector('button')).toBeNull()
    expect(card.querySelectorAll('button')).toHaveLength(2)
  })

  it('shows the initial on the tile when there is no picture, or it does not come', async () => {
    client.answers.recommend = () => fakeCards(3)
    const row = await shown({ strategy: 'popular' })
    row.find('img').dispatchEvent(new Event('error'))
    await settle()
    expect(row.find('.tile').textContent).toBe('R')
  })

  it('says "See price" for a price older than a week and for an absent one', async () => {
    client.answers.recommend = () => [
      fakeCard(fakeProduct('a', 'Old', { priceAt: fakeNow - 8 * dayMs })),
      fakeCard(fakeProduct('b', 'None', { price: undefined as never })),
      fakeCard(fakeProduct('c', 'Fresh', { priceAt: fakeNow - 7 * dayMs })),
    ]
    const row = await shown({ strategy: 'popular' })
    expect(row.all('.price').map(price => price.textContent)).toEqual(['See price', 'See price', '£12.75'])
  })

  it('has no add button when no shop answers to adding', async () => {
    client.answers.canAdd = false
    const row = await shown({ strategy: 'popular' })
    expect(row.all('[part="add"]')).toEqual([])
  })

  it('is busy, not disabled, then says added for two seconds and speaks once', async () => {
    let answer: (result: { ok: true }) => void = () => {}
    client.answers.add = () => new Promise(done => { answer = done })
    const row = await shown({ strategy: 'popular', placement: 'home' })
    const button = row.find('[part="add"]')
    button.click()
    await settle()
    expect(button.getAttribute('aria-busy')).toBe('true')
    expect(button.hasAttribute('disabled')).toBe(false)
    button.click()
    expect(client.adds).toHaveLength(1)
    expect(client.adds[0]).toMatchObject({
      items: [{ item_id: 'p0', index: 0, quantity: 1 }], source: { widget: 'recommendations', placement: 'home', strategy: 'popular' },
    })
    answer({ ok: true })
    await settle()
    expect(button.textContent).toBe('Added')
    expect(row.find('[role="status"]').textContent).toBe('Regency Cakestand Three Tier added. Basket: 1')
    expect(events('add_to_cart')[0]).toMatchObject({ shopside_placement: 'home', shopside_strategy: 'popular', items: [{ item_id: 'p0', index: 0 }] })
    row.timers.advance(2000)
    await settle()
    expect(button.textContent).toBe('Add')
  })

  it('says so when an add fails, and tells no event', async () => {
    client.answers.add = () => ({ ok: false, reason: 'rejected' })
    const row = await shown({ strategy: 'popular' })
    row.find('[part="add"]').click()
    await settle()
    expect(row.find('li.card').textContent).toContain('Could not be added. Open the product')
    expect(row.button('Could not be added. Open the product').getAttribute('href')).toBe('/product/p0')
    expect(events('add_to_cart')).toEqual([])
  })

  it('reads "Sold out" after an add that failed for that', async () => {
    client.answers.add = () => ({ ok: false, reason: 'rejected', message: 'Sold out' })
    const row = await shown({ strategy: 'popular' })
    row.find('[part="add"]').click()
    await settle()
    expect(row.find('[part="add"]').textContent).toBe('Sold out')
  })

  it('is a failed add when the code of the shop throws', async () => {
    client.answers.add = () => {
      throw new Error('shop bug')
    }
    const row = await shown({ strategy: 'popular' })
    row.find('[part="add"]').click()
    await settle()
    expect(row.text()).toContain('Could not be added')
  })

  it('shows four colours, then how many more', async () => {
    const twins = ['red', 'green', 'blue', 'pink', 'ivory', 'mint'].map(colour => ({ itemId: colour, colour }))
    client.answers.recommend = () => fakeCards(3, { twins })
    const row = await shown({ strategy: 'popular' })
    const dots = row.find('.dots')
    expect(dots.querySelectorAll('i')).toHaveLength(4)
    expect(dots.textContent).toContain('+2')
    expect(dots.textContent).toContain('Also in red, green, blue, pink, ivory and mint')
  })

  it('says when and how many last time, and adds the quantity of the stepper', async () => {
    const reason = { kind: 'buy-again', lastAt: Date.UTC(2011, 10, 18), times: 3, lastQuantity: 72, everyDays: 35 } as const
    client.answers.recommend = () => fakeCards(3, { strategy: 'buy-again', reason })
    const row = await shown({ strategy: 'buy-again' })
    expect(row.find('h2').textContent).toBe('Buy again')
    expect(row.text()).toContain('Last time: 18 November, 72')
    expect(row.text()).toContain('You buy this about every 5 weeks')
    row.find('[aria-label="One more"]').click()
    await settle()
    row.button('Add 73').click()
    await settle()
    expect(client.adds[0]?.items[0]?.quantity).toBe(73)
  })
})

describe('why this', () => {
  async function opened(attributes: Record<string, string> = {}): Promise<Mounted> {
    const reasons = [
      { kind: 'viewed-item', itemId: 'x', title: 'Pantry Cake Tins', times: 3, lastAt: fakeNow - 2 * dayMs },
      { kind: 'popular', category: 'Kitchen' },
    ] as const
    client.answers.recommend = () => fakeCards(4, { reason: reasons[0], reasons: [...reasons] })
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
    client.profileNow.value = fakeProfile({ notForMe: { p1: fakeNow } })
    client.epochNow.value++
    await settle()
    expect(row.all('li.card')).toHaveLength(8)
    expect(row.all('li.card')[1]!.textContent).toBe('Gone. Undo')
  })

  it('folds what was ordered since', async () => {
    const row = await shown({ strategy: 'popular' })
    client.profileNow.value = fakeProfile({ orders: [{ id: 'A', at: fakeNow + 1, items: [{ item_id: 'p2' }] }] })
    client.epochNow.value++
    await settle()
    expect(row.all('li.card')[2]!.textContent?.trim()).toBe('Ordered.')
  })

  it('becomes the row of a stranger after an erase', async () => {
    client.answers.recommend = () => (client.profileNow.value ? fakeCards(8, { strategy: 'for-you', reason: viewed }) : fakeCards(8, {}, 20))
    client.profileNow.value = fakeProfile({ items: { x: memory } })
    const row = await shown({ strategy: 'for-you' })
    expect(row.find('h2').textContent).toBe('For you')
    client.profileNow.value = undefined
    client.epochNow.value++
    await settle()
    expect(row.find('h2').textContent).toBe('Popular here')
    expect(row.text()).not.toContain('Because you looked at')
  })

  it('turns off at once when personalize is refused', async () => {
    const row = await shown({ strategy: 'popular' })
    client.profileNow.value = undefined
    client.consentNow.value = { ...client.consentNow.value, personalize: 'denied' }
    client.epochNow.value++
    await settle()
    expect(state(row)).toBe('off')
  })
})

describe('a bundle', () => {
  const subject = fakeProduct('s', 'Jam Making Set', { price: 8.5 })
  beforeEach(() => {
    client.answers.products.set('s', subject)
    const reason = { kind: 'bought-with', itemId: 's', title: 'Jam Making Set', oneIn: 6 } as const
    client.answers.recommend = () => fakeCards(10, { strategy: 'bought-together', reason })
  })
  const bundle = (attributes: Record<string, string> = {}): Promise<Mounted> =>
    shown({ strategy: 'bought-together', layout: 'bundle', item: 's', limit: '2', ...attributes })

  it('adds all that is ticked in one call, and label and total follow the ticks', async () => {
    const row = await bundle()
    expect(client.requests[0]).toMatchObject({ bundle: true, itemId: 's' })
    expect(row.button('Add 3 for £12.00')).toBeTruthy()
    row.all('input')[2]!.click()
    await settle()
    row.button('Add 2 for £9.75').click()
    await settle()
    expect(client.adds).toHaveLength(1)
    expect(client.adds[0]!.items.map(item => item.item_id)).toEqual(['s', 'p0'])
    expect(row.text()).toContain('Bought with this by 1 in 6')
  })

  it('finds its item in the reasons when the attribute is missing', async () => {
    const row = await shown({ strategy: 'bought-together', layout: 'bundle' })
    expect(row.find('li.card').textContent).toContain('Jam Making Set')
  })

  it('leaves a sold-out item unticked, with its word', async () => {
    client.answers.products.set('s', { ...subject, available: false })
    const row = await bundle()
    expect(row.find('li.card').textContent).toContain('Sold out')
    expect(row.all('input')).toHaveLength(2)
    expect(row.button('Add 2 for £3.50')).toBeTruthy()
  })

  it('names no total when one price may not be shown', async () => {
    client.answers.products.set('s', { ...subject, priceAt: fakeNow - 30 * dayMs })
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
    client.answers.recommend = () => []
    const row = await shown({ strategy: 'bought-together', layout: 'bundle' })
    expect(state(row)).toBe('empty')
  })
})

describe('what is tracked', () => {
  it('reports cards half seen for one second, once each, together', async () => {
    const row = await shown({ strategy: 'popular', placement: 'home' })
    const [first, second, third] = row.all('li.card')
    setVisible(first!, 0.5)
    setVisible(second!, 1)
    setVisible(third!, 1)
    row.timers.advance(900)
    setVisible(third!, 0)
    row.timers.advance(200)
    expect(events('view_item_list')).toHaveLength(1)
    expect(events('view_item_list')[0]).toMatchObject({
      item_list_id: 'shopside_home', shopside_strategy: 'popular', shopside_placement: 'home',
      items: [{ item_id: 'p0', index: 0 }, { item_id: 'p1', index: 1 }],
    })
    setVisible(first!, 0)
    setVisible(first!, 1)
    row.timers.advance(5000)
    expect(events('view_item_list')).toHaveLength(1)
  })

  it('reports the card that was opened', async () => {
    const row = await shown({ strategy: 'popular' })
    const link = row.all('a.link')[3]!
    link.addEventListener('click', event => event.preventDefault())
    link.click()
    expect(events('select_item')[0]).toMatchObject({ item_list_id: 'shopside_popular', items: [{ item_id: 'p3', index: 3 }] })
  })
})
