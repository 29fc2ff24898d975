// @vitest-environment page
import { describe, expect, it } from 'vitest'
import type { Reason, StrategyName } from '@shopside/engine'
import { recommendations } from '../messages/en/recommendations.ts'
import { fakeNow, fakeProfile } from '../testing/fakeClient.ts'
import { fakeCard, fakeCards, fakeProduct } from '../testing/fakeProducts.ts'
import { settle } from '../testing/mount.ts'
import { dayMs, lastReason, shown, stage, state } from './testing/shownRow.ts'

const priceDrop: Reason = { kind: 'price-drop', price: 8.5, before: 10, currency: 'GBP', lastAt: fakeNow - 3 * dayMs }
const answers = (strategy: StrategyName, reason: Reason): void => {
  stage.client.answers.recommend = () => fakeCards(8, { strategy, reason })
}

describe('a row of a strategy that few pages ask for', () => {
  it.each<[StrategyName, Reason, string, string]>([
    ['next', { kind: 'viewed-item', itemId: 'x', title: 'Tins', times: 1, lastAt: fakeNow }, 'You may want to see', 'Because you looked at Tins'],
    ['also-viewed', { kind: 'also-viewed', itemId: 'x', title: 'Tins' }, 'Looked at next', 'Looked at with Tins'],
    ['also-bought', { kind: 'bought-after-view', itemId: 'x', title: 'Tins' }, 'Bought in the end', 'Bought after a look at Tins'],
    ['complete-the-basket', { kind: 'in-cart', itemId: 'x', title: 'Tins' }, 'Goes with your basket', 'Goes with Tins in your basket'],
    ['after-purchase', { kind: 'ordered-item', itemId: 'x', title: 'Tins', lastAt: fakeNow }, 'Goes with what you bought', 'Because you bought Tins'],
    ['continue', { kind: 'was-in-cart', lastAt: fakeNow - dayMs }, 'Where you left off', 'Was in your basket yesterday'],
    ['trending', { kind: 'trending' }, 'Rising now', 'More people buy this lately'],
    ['trending', { kind: 'trending', by: 'looks' }, 'Rising now', 'More people look at this lately'],
    ['price-drop', priceDrop, 'Cheaper than when you looked', '£8.50, was £10.00 when you looked'],
    ['back-in-stock', { kind: 'back-in-stock', lastAt: fakeNow - dayMs }, 'Back in stock', 'Sold out when you looked, back now'],
    ['upsell', { kind: 'similar-to', itemId: 'x', title: 'Tins', shared: 'kind' }, 'A step up', 'Same kind as Tins'],
    ['free-shipping-gap', { kind: 'popular' }, 'Brings you to free delivery', 'Popular this month'],
    ['seasonal', { kind: 'in-season', month: 11, lift: 3 }, 'In season', 'Bought more in December'],
    ['hand-picked', { kind: 'hand-picked' }, 'Chosen by the shop', 'Chosen by the shop'],
  ])('%s says what it is and why', async (strategy, reason, heading, line) => {
    answers(strategy, reason)
    const row = await shown({ strategy, 'free-shipping-from': '40', items: 'a, b' })
    expect(state(row)).toBe('ready')
    expect(row.find('h2').textContent).toBe(heading)
    expect(row.find('.reason').textContent).toBe(line)
  })

  it('brings its words in a part of their own: the other rows do not carry them', () => {
    const named = Object.keys(recommendations).filter(key => key.startsWith('heading.')).map(key => key.slice('heading.'.length))
    expect(named.sort()).toEqual(['bought-together', 'buy-again', 'for-you', 'new', 'popular', 'recently-viewed', 'similar'])
  })

  it('changes its heading with the fallback, the shop\'s own heading too', async () => {
    const row = await shown({ strategy: 'trending', heading: 'All the rage' })
    expect(row.find('h2').textContent).toBe('Popular here')
  })

  it('says both prices and the whole fact in "Why this"', async () => {
    answers('price-drop', priceDrop)
    const row = await shown({ strategy: 'price-drop' })
    row.find('.why').click()
    await settle()
    expect(row.all('.why-facts li').map(fact => fact.textContent)).toEqual(['Cheaper than when you looked: £8.50, was £10.00'])
  })

  it('folds a card whose look is forgotten, and keeps one that stands on the shop alone', async () => {
    stage.client.answers.recommend = () => [
      fakeCard(fakeProduct('a', 'Tins'), { strategy: 'price-drop', reason: priceDrop }),
      fakeCard(fakeProduct('b', 'Jars'), { strategy: 'price-drop', reason: { kind: 'hand-picked' } }),
    ]
    const memory = { item: { item_id: 'a' }, views: 1, adds: 0, orders: 0, orderedAt: [] }
    stage.client.profileNow.value = fakeProfile({ items: { a: memory } })
    const row = await shown({ strategy: 'price-drop', min: '1' })
    stage.client.profileNow.value = fakeProfile()
    stage.client.epochNow.value++
    await settle()
    expect(row.all('li.card').map(card => card.textContent?.startsWith('Gone'))).toEqual([true, false])
  })
})

describe('what the attributes ask for', () => {
  it('is passed on: filters, the sum for free delivery, the shop\'s own choice, how long a price is shown', async () => {
    await shown({
      strategy: 'popular', category: ' Tea & Table ', 'min-price': '5', 'max-price': '12.50', 'free-shipping-from': '40',
      items: '22423, 85123A,21212', item: 'x', 'price-max-age': '2',
    })
    expect(stage.client.requests[0]).toEqual({
      strategy: 'popular', placement: 'popular', limit: 8, itemId: 'x', itemIds: ['22423', '85123A', '21212'], freeShippingFrom: 40, priceMaxAgeDays: 2,
      rules: { include: { categories: ['Tea & Table'], price: { min: 5, max: 12.5 } } },
    })
  })

  it('asks nothing that was not said', async () => {
    await shown({ strategy: 'popular' })
    expect(stage.client.requests[0]).toEqual({ strategy: 'popular', placement: 'popular', limit: 8, priceMaxAgeDays: 7 })
    await shown({ strategy: 'popular', 'max-price': '0' })
    expect(stage.client.requests.at(-1)!.rules).toEqual({ include: { price: { max: 0 } } })
    await shown({ strategy: 'for-you', diversity: '0.3' })
    expect(stage.client.requests.at(-1)!.rules).toEqual({ diversity: 0.3 })
  })

  it.each([
    [{ strategy: 'popular', 'max-price': '£12' }, 'attribute max-price="£12" is no amount: use a number such as 40 or 12.50'],
    [{ strategy: 'free-shipping-gap', 'free-shipping-from': '-1' }, 'attribute free-shipping-from="-1" is no amount: use a number such as 40 or 12.50'],
    [{ strategy: 'for-you', diversity: '3' }, 'attribute diversity="3" is too much: use 0 to 1, such as 0.3'],
    [{ strategy: 'populer' }, `attribute strategy="populer" is not known: use ${[
      'for-you', 'bought-together', 'similar', 'popular', 'new', 'recently-viewed', 'buy-again', 'next', 'also-viewed', 'also-bought',
      'complete-the-basket', 'after-purchase', 'continue', 'trending', 'price-drop', 'back-in-stock', 'upsell', 'free-shipping-gap',
      'seasonal', 'hand-picked',
    ].join(', ')}`],
    [{ strategy: 'free-shipping-gap' }, 'attribute free-shipping-from is missing: set the basket value from which delivery is free, such as 40'],
    [{ strategy: 'hand-picked' }, 'attribute items is missing: set the SKUs to show, with commas between'],
  ])('is an error with a remedy where it cannot be meant: %o', async (attributes, reason) => {
    const row = await shown(attributes as unknown as Record<string, string>, 'Kept')
    expect(state(row)).toBe('error')
    expect(lastReason()).toBe(reason)
  })

  it('is about an item in five strategies, which say so when there is none', async () => {
    stage.client.answers.recommend = () => []
    for (const strategy of ['also-viewed', 'also-bought', 'upsell', 'similar', 'bought-together']) {
      await shown({ strategy })
      expect(lastReason()).toContain('attribute item is missing')
    }
  })
})
