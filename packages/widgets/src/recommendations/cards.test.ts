// @vitest-environment page
import { describe, expect, it } from 'vitest'
import { fakeNow } from '../testing/fakeClient.ts'
import { setVisible } from '../testing/fakeIntersection.ts'
import { fakeCard, fakeCards, fakeProduct } from '../testing/fakeProducts.ts'
import { settle } from '../testing/mount.ts'
import { dayMs, events, shown, stage } from './testing/shownRow.ts'

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
    stage.client.answers.recommend = () => fakeCards(3)
    const row = await shown({ strategy: 'popular' })
    row.find('img').dispatchEvent(new Event('error'))
    await settle()
    expect(row.find('.tile').textContent).toBe('R')
  })

  it('says "See price" for a price older than a week and for an absent one', async () => {
    stage.client.answers.recommend = () => [
      fakeCard(fakeProduct('a', 'Old', { priceAt: fakeNow - 8 * dayMs })),
      fakeCard(fakeProduct('b', 'None', { price: undefined as never })),
      fakeCard(fakeProduct('c', 'Fresh', { priceAt: fakeNow - 7 * dayMs })),
    ]
    const row = await shown({ strategy: 'popular' })
    expect(row.all('.price').map(price => price.textContent)).toEqual(['See price', 'See price', '£12.75'])
  })

  it('has no add button when no shop answers to adding', async () => {
    stage.client.answers.canAdd = false
    const row = await shown({ strategy: 'popular' })
    expect(row.all('[part="add"]')).toEqual([])
  })

  it('is busy, not disabled, then says added for two seconds and speaks once', async () => {
    let answer: (result: { ok: true }) => void = () => {}
    stage.client.answers.add = () => new Promise(done => { answer = done })
    const row = await shown({ strategy: 'popular', placement: 'home' })
    const button = row.find('[part="add"]')
    button.click()
    await settle()
    expect(button.getAttribute('aria-busy')).toBe('true')
    expect(button.hasAttribute('disabled')).toBe(false)
    button.click()
    expect(stage.client.adds).toHaveLength(1)
    expect(stage.client.adds[0]).toMatchObject({
      items: [{ item_id: 'p0', index: 0, quantity: 1 }],
      source: { widget: 'recommendations', placement: 'home', strategy: 'popular' },
    })
    answer({ ok: true })
    await settle()
    expect(button.textContent).toBe('Added')
    expect(row.find('[role="status"]').textContent).toBe('Regency Cakestand Three Tier added. Basket: 1')
    expect(events('add_to_cart')[0]).toMatchObject(
      { shopside_placement: 'home', shopside_strategy: 'popular', items: [{ item_id: 'p0', index: 0 }] },
    )
    row.timers.advance(2000)
    await settle()
    expect(button.textContent).toBe('Add')
  })

  it('says so when an add fails, and tells no event', async () => {
    stage.client.answers.add = () => ({ ok: false, reason: 'rejected' })
    const row = await shown({ strategy: 'popular' })
    row.find('[part="add"]').click()
    await settle()
    expect(row.find('li.card').textContent).toContain('Could not be added. Open the product')
    expect(row.button('Could not be added. Open the product').getAttribute('href')).toBe('/product/p0')
    expect(events('add_to_cart')).toEqual([])
  })

  it('reads "Sold out" after an add that failed for that', async () => {
    stage.client.answers.add = () => ({ ok: false, reason: 'rejected', message: 'Sold out' })
    const row = await shown({ strategy: 'popular' })
    row.find('[part="add"]').click()
    await settle()
    expect(row.find('[part="add"]').textContent).toBe('Sold out')
  })

  it('is a failed add when the code of the shop throws', async () => {
    stage.client.answers.add = () => {
      throw new Error('shop bug')
    }
    const row = await shown({ strategy: 'popular' })
    row.find('[part="add"]').click()
    await settle()
    expect(row.text()).toContain('Could not be added')
  })

  it('shows four colours, then how many more', async () => {
    const twins = ['red', 'green', 'blue', 'pink', 'ivory', 'mint'].map(colour => ({ itemId: colour, colour }))
    stage.client.answers.recommend = () => fakeCards(3, { twins })
    const row = await shown({ strategy: 'popular' })
    const dots = row.find('.dots')
    expect(dots.querySelectorAll('i')).toHaveLength(4)
    expect(dots.textContent).toContain('+2')
    expect(dots.textContent).toContain('Also in red, green, blue, pink, ivory and mint')
  })

  it('says when and how many last time, and adds the quantity of the stepper', async () => {
    const reason = { kind: 'buy-again', lastAt: Date.UTC(2011, 10, 18), times: 3, lastQuantity: 72, everyDays: 35 } as const
    stage.client.answers.recommend = () => fakeCards(3, { strategy: 'buy-again', reason })
    const row = await shown({ strategy: 'buy-again' })
    expect(row.find('h2').textContent).toBe('Buy again')
    expect(row.text()).toContain('Last time: 18 November, 72')
    expect(row.text()).toContain('You buy this about every 5 weeks')
    row.find('[aria-label="One more"]').click()
    await settle()
    row.button('Add 73').click()
    await settle()
    expect(stage.client.adds[0]?.items[0]?.quantity).toBe(73)
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
