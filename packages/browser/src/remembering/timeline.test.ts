import { emptyProfile, foldEvents, forgottenName, type EventDraft, type Profile, type ShopEvent } from '@shopside/engine'
import { describe, expect, it } from 'vitest'
import type { RememberedLine } from './remembered.ts'
import { timelineOf } from './timeline.ts'

const day = 86_400_000
const morning = Date.UTC(2011, 11, 10, 9)
const dayOf = (at: number): number => Math.floor(at / day) * day

function event(at: number, draft: EventDraft): ShopEvent {
  return { id: `${at}`, at, ...draft } as ShopEvent
}
const view = (at: number, ...ids: string[]): ShopEvent => event(
  at, { name: 'view_item', params: { items: ids.map(item_id => ({ item_id })) } },
)
const cart = (at: number, ...lines: [string, number][]): ShopEvent =>
  event(at, { name: 'view_cart', params: { items: lines.map(([item_id, quantity]) => ({ item_id, quantity })) } })
const add = (at: number, item_id: string, quantity: number): ShopEvent => event(
  at, { name: 'add_to_cart', params: { items: [{ item_id, quantity }] } },
)

function told(events: ShopEvent[], base?: Profile) {
  const profile = foldEvents(base ?? emptyProfile(), events)
  return timelineOf({ events, profile, ...(base && { base }), titleOf: id => id.toUpperCase(), dayOf })
}
const lines = (...events: ShopEvent[]): RememberedLine[] => told(events).flatMap(each => each.lines)

describe('timelineOf', () => {
  it('counts looks and searches by day, the newest day and the latest line first', () => {
    const days = told([
      view(morning - day, 'a'), view(morning, 'a'), view(morning + 1, 'b'), view(morning + 2, 'a'),
      event(morning + 3, { name: 'search', params: { search_term: 'tea' } }),
    ])
    expect(days.map(each => each.at)).toEqual([dayOf(morning), dayOf(morning - day)])
    expect(days[0]!.lines).toEqual([
      { kind: 'searched', at: morning + 3, term: 'tea', times: 1 },
      { kind: 'looked', at: morning + 2, itemId: 'a', title: 'A', times: 2 },
      { kind: 'looked', at: morning + 1, itemId: 'b', title: 'B', times: 1 },
    ])
  })

  it('tells an order once, with its price, and a hidden one without', () => {
    const order = (at: number, id: string): ShopEvent =>
      event(at, {
        name: 'purchase',
        params: { transaction_id: id, items: [{ item_id: 'a' }, { item_id: 'b' }], currency: 'GBP', value: 20.65 },
      })
    expect(lines(
      order(morning, '1'), order(morning + 9, '1'), order(morning + 1, '2'),
      event(morning + 10, { name: 'hide_order', params: { transaction_id: '2' } }),
    ))
      .toEqual([
        { kind: 'ordered', at: morning + 1, orderId: '2', things: 2, hidden: true },
        { kind: 'ordered', at: morning, orderId: '1', things: 2, value: 20.65, currency: 'GBP' },
      ])
  })

  it('says once what was put into the basket, whether a click, its double or a snapshot told it', () => {
    const put = (...events: ShopEvent[]) =>
      lines(...events).flatMap(line => (line.kind === 'put' ? [[line.itemId, line.units]] : []))
    expect(put(add(morning, 'a', 2), add(morning + 500, 'a', 2), cart(morning + 900, ['a', 2]))).toEqual([['a', 2]])
    expect(
      put(cart(morning, ['a', 2]), cart(morning + 1, ['a', 2]), cart(morning + 2, ['a', 5], ['b', 1])),
    ).toEqual([['a', 5], ['b', 1]])
    expect(put(add(morning, 'a', 1), cart(morning + 1), cart(morning + 2, ['a', 1]))).toEqual([['a', 2]])
  })

  it('does not say again of a basket what was forgotten of it and lies there still', () => {
    const forget = event(morning + 1, { name: 'forget', params: { items: [{ item_id: 'a' }] } })
    expect(lines(cart(morning, ['a', 2]), forget, cart(morning + day, ['a', 2]))).toEqual([])
    expect(lines(cart(morning, ['a', 2]), forget, cart(morning + day, ['a', 3], ['b', 1]))).toMatchObject([
      { itemId: 'a', units: 1 }, { itemId: 'b', units: 1 },
    ])
  })

  it('keeps what pages noted in one line a day, and says nothing of nudges', () => {
    expect(lines(
      event(morning, { name: 'page_view', params: {} }), event(morning + 1, { name: 'page_view', params: {} }),
      event(morning + 2, { name: 'view_item_list', params: { items: [{ item_id: 'a' }] } }),
      event(morning + 3, { name: 'view_promotion', params: { promotion_id: 'cart-nudge' } }),
    )).toEqual([{ kind: 'pages', at: morning + 2, pages: 2, others: 1 }])
  })

  it('leaves out what was forgotten and is in the raw log still, and shows what came after', () => {
    const forget = (
      at: number, params: ShopEvent['params'],
    ): ShopEvent => ({ id: `${at}`, at, name: 'forget', params }) as ShopEvent
    expect(
      lines(view(morning, 'a', 'b'), forget(morning + 1, { items: [{ item_id: forgottenName('a') }] })),
    ).toMatchObject([{ itemId: 'b' }])
    expect(
      lines(view(morning, 'a'), forget(morning + 1, { items: [{ item_id: 'a' }] }), view(morning + 2, 'a')),
    ).toMatchObject([{ itemId: 'a', times: 1 }])
    expect(lines(
      event(morning, { name: 'search', params: { search_term: 'tea' } }),
      forget(morning + 1, { search_term: forgottenName('tea') }),
    )).toEqual([])
    expect(
      lines(event(morning, { name: 'search', params: { search_term: 'tea' } }), forget(morning + 1, { what: 'searches' })),
    ).toEqual([])
    expect(lines(add(morning, 'a', 1), forget(morning + 1, { what: 'baskets' }))).toEqual([])
  })

  it('shows what is left as sums alone on the day of its latest', () => {
    const base = foldEvents(emptyProfile(), [
      view(morning - 100 * day, 'a'), view(morning - 99 * day, 'a'), add(morning - 99 * day, 'b', 12),
      event(morning - 98 * day, { name: 'search', params: { search_term: 'tea' } }),
      event(morning - 98 * day, { name: 'purchase', params: { transaction_id: '1', items: [{ item_id: 'b' }] } }),
    ])
    const days = told([view(morning, 'a')], base)
    expect(days.map(each => each.lines.map(({ at, ...line }) => line))).toEqual([
      [{ kind: 'looked', itemId: 'a', title: 'A', times: 1 }],
      [{ kind: 'searched', term: 'tea', times: 1 }, { kind: 'ordered', orderId: '1', things: 1 }],
      [{ kind: 'looked', itemId: 'a', title: 'A', times: 2 }, { kind: 'put', itemId: 'b', title: 'B' }],
    ])
  })

  it('survives junk', () => {
    const junk = [
      { id: '1', at: morning, name: 'view_item', params: { items: [null, { item_id: 7 }] } },
      { id: '2', at: morning, name: 'odd', params: {} },
    ]
    expect(lines(...(junk as unknown as ShopEvent[]))).toEqual([])
  })
})
