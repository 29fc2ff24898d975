import { describe, expect, it } from 'vitest'
import type { ShopEvent } from '../event.ts'
import { emptyProfile } from '../profile/emptyProfile.ts'
import { foldEvents } from '../profile/foldEvents.ts'
import type { Profile } from '../profile/profile.ts'
import { day, happening, minute, morning, things } from '../profile/testing/happening.ts'
import { explain } from './explain.ts'
import { recommend } from './recommend.ts'
import type { Recommendation, RecommendRequest } from './recommendation.ts'
import type { RecommendInput } from './recommendInput.ts'
import { tinyModel } from './testing/tinyModel.ts'
import type { TinyItem } from './testing/tinyModel.ts'

const shopper = (...events: ShopEvent[]): Profile => foldEvents(emptyProfile(), events)
const looks = (...ids: string[]): ShopEvent[] => ids.map((id, i) => happening(morning + i * minute, 'view_item', { items: things(id) }))
const order = (at: number, ...ids: string[]): ShopEvent =>
  happening(at, 'purchase', { transaction_id: `${at}`, items: ids.map(item_id => ({ item_id, quantity: 72 })) })
const ask = (input: Partial<RecommendInput>, request: RecommendRequest): Recommendation[] =>
  recommend({ now: morning + day, page: {}, ...input }, request)
const idsOf = (list: Recommendation[]): string[] => list.map(card => card.item.itemId)

/** `letter`1..`letter`n, each bought with the item named by the letter, the first most of all. */
function companions(letter: string, count: number, first: number): TinyItem[] {
  const ids = Array.from({ length: count }, (_, i) => `${letter}${i + 1}`)
  return [
    { id: letter, bought: ids.map((id, i) => [id, first * 0.8 ** i]) },
    ...ids.map((id, i): TinyItem => ({ id, kind: `kind ${i % 4}` })),
  ]
}
const stock: TinyItem[] = Array.from({ length: 12 }, (_, i) => ({ id: `p${i}` }))
const popular = stock.map(item => item.id)

describe('for you', () => {
  // The thrice-seen item hangs together loosely, the other closely: what the shopper did decides.
  const model = tinyModel([...companions('a', 6, 0.1), ...companions('b', 6, 0.9), ...stock], { popular })

  it('turns at least three of eight cards to an item looked at three times, above one looked at once since', () => {
    const list = ask({ model, profile: shopper(...looks('a', 'a', 'a', 'b')) }, { strategy: 'for-you' })
    expect(list).toHaveLength(8)
    const named = list.map(card => (card.reason.kind === 'viewed-item' ? `${card.reason.itemId} ${card.reason.times}` : card.reason.kind))
    expect(named.slice(0, 3)).toEqual(['a 3', 'a 3', 'a 3'])
    expect(named).toContain('b 1')
    expect(list[0]!.strategy).toBe('for-you')
  })

  it('lets one item lead five of eight cards at most while others have something to say', () => {
    const wide = tinyModel([...companions('a', 9, 0.9), ...companions('b', 9, 0.9), ...stock], { popular })
    const leaders = (list: Recommendation[]): string => list.map(card => (card.reason.kind === 'viewed-item' ? card.reason.itemId : '-')).join('')
    expect(leaders(ask({ model: wide, profile: shopper(...looks('a', 'a', 'a', 'a', 'b')) }, { strategy: 'for-you' }))).toBe('aaaaabbb')
    expect(leaders(ask({ model: wide, profile: shopper(...looks('a', 'a', 'a', 'a')) }, { strategy: 'for-you' }))).toBe('aaaaaaaa')
  })

  it('goes back to popular, and says popular, once the evidence is forgotten', () => {
    const profile = shopper(...looks('a', 'a', 'a'), happening(morning + day, 'forget', { items: things('a') }))
    const list = ask({ model, profile }, { strategy: 'for-you' })
    expect(idsOf(list)).toEqual(popular.slice(0, 8))
    expect(new Set(list.map(card => card.strategy))).toEqual(new Set(['popular']))
  })

  it('gives a stranger popular items under their own name', () => {
    const list = ask({ model }, { strategy: 'for-you', limit: 3 })
    expect(list.map(card => [card.item.itemId, card.strategy, card.reason.kind])).toEqual([
      ['p0', 'popular', 'popular'], ['p1', 'popular', 'popular'], ['p2', 'popular', 'popular'],
    ])
  })

  it('fills the places that evidence leaves with popular items that say so', () => {
    const small = tinyModel([...companions('a', 3, 0.5), ...stock], { popular })
    const list = ask({ model: small, profile: shopper(...looks('a')) }, { strategy: 'for-you' })
    expect(list.map(card => card.strategy)).toEqual([...Array<string>(3).fill('for-you'), ...Array<string>(5).fill('popular')])
    const two = tinyModel([...companions('a', 2, 0.5), ...stock], { popular })
    expect(ask({ model: two, profile: shopper(...looks('a')) }, { strategy: 'for-you' })[0]!.strategy).toBe('popular')
  })

  it('shows at most three of a kind in eight', () => {
    const mugs: TinyItem[] = Array.from({ length: 9 }, (_, i) => ({ id: `m${i}`, kind: 'mug' }))
    const many = tinyModel([{ id: 'a', similar: mugs.map((mug, i): [string, number] => [mug.id, 0.9 - i / 20]) }, ...mugs, ...stock], { popular })
    const list = ask({ model: many, profile: shopper(...looks('a')) }, { strategy: 'for-you' })
    expect(list.filter(card => card.item.kind === 'mug')).toHaveLength(3)
  })

  it('shows a product once, in the colour of what was looked at', () => {
    const clocks: TinyItem[] = ['red', 'green', 'blue'].map(colour => ({ id: `clock ${colour}`, group: 'clock', colour }))
    const others: TinyItem[] = ['x', 'y'].map(id => ({ id }))
    const coloured = tinyModel([
      { id: 'a', colour: 'green', bought: [['clock red', 0.9], ['clock green', 0.5], ['x', 0.4], ['y', 0.3]] }, ...clocks, ...others,
    ])
    const list = ask({ model: coloured, profile: shopper(...looks('a')) }, { strategy: 'for-you' })
    expect(idsOf(list)).toEqual(['clock green', 'x', 'y'])
    expect(list[0]!.twins.map(twin => twin.colour)).toEqual(['red', 'blue'])
  })

  it('takes a wish said outright over a look, and lets "not for me" silence the item', () => {
    const wish = happening(morning + minute, 'more_like_this', { items: things('b') })
    const wished = ask({ model, profile: shopper(...looks('a'), wish) }, { strategy: 'for-you' })
    expect(wished[0]!.reason).toMatchObject({ kind: 'wanted-more', itemId: 'b', title: 'Title of b' })
    const silenced = ask({ model, profile: shopper(...looks('a', 'b')), notForMe: new Set(['a']) }, { strategy: 'for-you' })
    expect(silenced.flatMap(card => card.reasons).some(reason => 'itemId' in reason && reason.itemId === 'a')).toBe(false)
  })
})

describe('bought together', () => {
  const model = tinyModel([
    { id: 'a', kind: 'mug', bought: [['m', 0.9, 6], ['t1', 0.8], ['t2', 0.7], ['bag', 0.6]] },
    { id: 'm', kind: 'mug' }, { id: 't1', kind: 'tin' }, { id: 't2', kind: 'tin' }, { id: 'bag', kind: 'bag' },
    { id: 'lonely', similar: [['t1', 0.9], ['t2', 0.8], ['m', 0.7]] }, ...stock,
  ], { popular })

  it('names the item and how many took it along', () => {
    const list = ask({ model }, { strategy: 'bought-together', itemId: 'a' })
    // A second tin gives way to the bag, which is nearly as strong.
    expect(idsOf(list)).toEqual(['m', 't1', 'bag', 't2'])
    expect(list[0]!.reason).toEqual({ kind: 'bought-with', itemId: 'a', title: 'Title of a', oneIn: 6 })
  })

  it('takes one of each kind into a bundle and none of the item\'s own', () => {
    expect(idsOf(ask({ model }, { strategy: 'bought-together', itemId: 'a', bundle: true, limit: 3 }))).toEqual(['t1', 'bag'])
    expect(ask({ model }, { strategy: 'bought-together', itemId: 'lonely', bundle: true })).toEqual([])
  })

  it('speaks for the whole basket where no item is asked for', () => {
    const profile = shopper(happening(morning, 'view_cart', { items: things('a') }))
    expect(ask({ model, profile }, { strategy: 'bought-together' })[0]!.reason).toMatchObject({ kind: 'in-cart', itemId: 'a' })
  })

  it('falls back to similar, under that name, where nobody bought the item', () => {
    const list = ask({ model }, { strategy: 'bought-together', itemId: 'lonely' })
    expect(list.map(card => [card.item.itemId, card.strategy])).toEqual([['t1', 'similar'], ['t2', 'similar'], ['m', 'similar']])
  })
})

describe('similar', () => {
  it('says what the two have in common, the design before the kind and the kind before the department', () => {
    const model = tinyModel([
      { id: 'a', motif: 'rose', kind: 'mug', category: 'Tea', similar: [['m', 0.9], ['k', 0.8], ['c', 0.7], ['w', 0.6]] },
      { id: 'm', motif: 'rose', kind: 'mug' }, { id: 'k', kind: 'mug', category: 'Tea' }, { id: 'c', kind: 'tin', category: 'Tea' }, { id: 'w' },
    ])
    const list = ask({ model, page: { item: { item_id: 'a' } } }, { strategy: 'similar' })
    expect(list.map(card => card.reason)).toEqual([
      { kind: 'similar-to', itemId: 'a', title: 'Title of a', shared: 'design', value: 'rose' },
      { kind: 'similar-to', itemId: 'a', title: 'Title of a', shared: 'kind', value: 'mug' },
      { kind: 'similar-to', itemId: 'a', title: 'Title of a', shared: 'category', value: 'Tea' },
      { kind: 'similar-to', itemId: 'a', title: 'Title of a', shared: 'words' },
    ])
  })
})

describe('buy again', () => {
  const again = { gapDays: 30, againShare: 0.5 }
  const model = tinyModel([{ id: 'glass', reorder: again }, { id: 'tin', reorder: again }, { id: 'clock', reorder: { gapDays: 90, againShare: 0 } }])
  const monthly = [0, 30, 60, 90].map(days => order(morning + days * day, 'glass'))

  it('says when, how many and how often, and puts what is due first', () => {
    const profile = shopper(order(morning + 89 * day, 'tin'), ...monthly)
    const list = ask({ model, profile, now: morning + 121 * day }, { strategy: 'buy-again' })
    expect(idsOf(list)).toEqual(['glass', 'tin'])
    expect(list[0]!.reason).toEqual({ kind: 'buy-again', lastAt: morning + 90 * day, times: 4, lastQuantity: 72, everyDays: 30 })
    expect(list[1]!.reason).not.toHaveProperty('everyDays')
  })

  it('says of two gaps what lies in the middle, not the longer', () => {
    const uneven = [0, 10, 60].map(days => order(morning + days * day, 'glass'))
    const [card] = ask({ model, profile: shopper(...uneven), now: morning + 90 * day }, { strategy: 'buy-again' })
    expect(card!.reason).toMatchObject({ kind: 'buy-again', everyDays: 30 })
  })

  it('is silent about what people buy once, unless this shopper bought it twice', () => {
    const once = shopper(order(morning, 'clock'))
    expect(ask({ model, profile: once, now: morning + 40 * day }, { strategy: 'buy-again' })).toEqual([])
    const twice = shopper(order(morning, 'clock'), order(morning + 30 * day, 'clock'))
    expect(idsOf(ask({ model, profile: twice, now: morning + 60 * day }, { strategy: 'buy-again' }))).toEqual(['clock'])
  })

  it('never speaks of an order that the shopper hid', () => {
    const hidden = shopper(order(morning, 'glass'), happening(morning + 1, 'hide_order', { transaction_id: `${morning}` }))
    expect(ask({ model, profile: hidden, now: morning + 40 * day }, { strategy: 'buy-again' })).toEqual([])
  })

  it('has nothing for a shopper without orders, and falls back to nothing', () => {
    expect(ask({ model, profile: shopper(...looks('glass')) }, { strategy: 'buy-again' })).toEqual([])
  })
})

describe('what its page called sold out', () => {
  const colours = ['red', 'green'].map((colour): TinyItem => ({ id: colour, group: 'g', colour }))
  const profile = shopper(happening(morning, 'view_item', { items: [{ item_id: 'red', in_stock: false }] }))
  const model = tinyModel([...colours, ...stock], { popular: ['red', 'green', ...popular] })

  it('is no card, though the model has not heard of it, and its other colour may be one', () => {
    expect(idsOf(ask({ profile, model }, { strategy: 'popular', limit: 20 }))).toEqual(['green', ...popular])
    expect(ask({ profile }, { strategy: 'recently-viewed' })).toEqual([])
  })

  it('is one again where a model of later days has it, or the shop shows what is sold out', () => {
    const later = { ...model, asOf: morning + 1 }
    expect(idsOf(ask({ profile, model: later }, { strategy: 'popular' }))).toContain('red')
    expect(ask({ profile }, { strategy: 'recently-viewed', allowSoldOut: true })[0]?.item.available).toBe(false)
  })
})

describe('without a model', () => {
  const view = happening(morning, 'view_item', {
    currency: 'GBP', items: [{ item_id: 'a', item_name: 'Cakestand', price: 12.75, url: 'https://shop.example/a' }],
  })

  it('shows what was looked at as the page described it', () => {
    const [card] = ask({ profile: shopper(view) }, { strategy: 'recently-viewed' })
    expect(card).toMatchObject({
      item: { itemId: 'a', title: 'Cakestand', price: 12.75, currency: 'GBP', priceAt: morning, url: 'https://shop.example/a' },
      reason: { kind: 'seen-before', times: 1, lastAt: morning }, strategy: 'recently-viewed',
    })
  })

  it('shows no price on a page of another currency', () => {
    const [card] = ask({ profile: shopper(view), currency: 'EUR' }, { strategy: 'recently-viewed' })
    expect(card!.item).not.toHaveProperty('price')
  })

  it('gives an empty list, never an error, for what needs one', () => {
    for (const strategy of ['for-you', 'bought-together', 'similar', 'popular', 'new', 'buy-again'] as const) {
      expect(ask({ profile: shopper(view), page: { item: { item_id: 'b' } } }, { strategy })).toEqual([])
    }
    expect(ask({}, { strategy: 'nonsense' as 'popular' })).toEqual([])
  })
})

describe('a catalogue without orders', () => {
  it('calls nothing popular and shows what is new instead', () => {
    const model = tinyModel([{ id: 'a' }, { id: 'b', isNew: true, category: 'Tea' }])
    const list = ask({ model }, { strategy: 'popular' })
    expect(list.map(card => [card.item.itemId, card.strategy])).toEqual([['b', 'new']])
    expect(list[0]!.reason).toEqual({ kind: 'new', category: 'Tea' })
  })
})

describe('explain', () => {
  const model = tinyModel([...companions('a', 3, 0.5), ...stock], { popular })

  it('gives the facts for an item, strongest first, and none where there is none', () => {
    const input = { now: morning + day, model, profile: shopper(...looks('a', 'a1')), page: { item: { item_id: 'a' } } }
    expect(explain(input, 'a1').map(reason => reason.kind)).toEqual(['viewed-item', 'bought-with', 'seen-before'])
    expect(explain(input, 'p0').map(reason => reason.kind)).toEqual(['popular'])
    expect(explain(input, 'nobody')).toEqual([])
  })
})
