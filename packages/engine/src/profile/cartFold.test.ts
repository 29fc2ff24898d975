import { describe, expect, it } from 'vitest'
import type { ShopEvent } from '../event.ts'
import { emptyProfile } from './emptyProfile.ts'
import { foldEvents } from './foldEvents.ts'
import type { Profile } from './profile.ts'
import { recall } from './recall.ts'
import { day, happening, minute, morning, things } from './testing/happening.ts'

const fold = (...events: ShopEvent[]): Profile => foldEvents(emptyProfile(), events)
const basket = ({ cart }: Profile): Record<string, number> =>
  Object.fromEntries(cart.lines.map(line => [line.item_id, line.quantity]))
const left = ({ rememberedCart }: Profile): string[] | undefined => rememberedCart?.lines.map(line => line.item_id)

const add = (at: number, id: string, quantity = 1): ShopEvent =>
  happening(at, 'add_to_cart', { items: [{ item_id: id, quantity }] })
const remove = (at: number, id: string, quantity = 1): ShopEvent =>
  happening(at, 'remove_from_cart', { items: [{ item_id: id, quantity }] })
const snapshot = (at: number, lines: Record<string, number>): ShopEvent =>
  happening(at, 'view_cart', { items: Object.entries(lines).map(([item_id, quantity]) => ({ item_id, quantity })) })
const order = (at: number, ...ids: string[]): ShopEvent =>
  happening(at, 'purchase', { transaction_id: `order ${at}`, items: things(...ids) })

describe('a basket without snapshots', () => {
  it('is the fold of add and remove', () => {
    const profile = fold(add(morning, 'a', 6), add(morning + minute, 'b'), remove(morning + 2 * minute, 'a', 2),
      remove(morning + 3 * minute, 'b'))
    expect(basket(profile)).toEqual({ a: 4 })
    expect(profile.cart).toMatchObject({ source: 'events', changedAt: morning + 3 * minute })
  })

  it('counts two reports of one item within 2 s once, and takes the larger quantity', () => {
    const twice = fold(add(morning, 'a', 1), add(morning + 1999, 'a', 6))
    expect(basket(twice)).toEqual({ a: 6 })
    expect(recall(twice, 'a')?.adds).toBe(1)
    expect(basket(fold(add(morning, 'a', 6), add(morning + 1999, 'a', 6)))).toEqual({ a: 6 })
  })

  it('counts a second click after 2 s, another item at once, and a click after a remove', () => {
    expect(basket(fold(add(morning, 'a'), add(morning + 2000, 'a'), add(morning + 2000, 'b')))).toEqual({ a: 2, b: 1 })
    expect(basket(fold(add(morning, 'a'), remove(morning + 500, 'a'), add(morning + 900, 'a')))).toEqual({ a: 1 })
  })

  it('never goes below nothing', () => {
    expect(basket(fold(remove(morning, 'a', 3), add(morning + minute, 'a'), remove(morning + 2 * minute, 'a', 9)))).toEqual({})
  })
})

describe('a basket with snapshots', () => {
  it('is what the last snapshot says; reports only annotate', () => {
    const profile = fold(add(morning, 'a'), snapshot(morning + minute, { b: 2 }), add(morning + 2 * minute, 'c', 5),
      remove(morning + 3 * minute, 'b'))
    expect(basket(profile)).toEqual({ b: 2 })
    expect(recall(profile, 'c')?.adds).toBe(1)
    expect(profile.cart.source).toBe('snapshot')
  })

  it('derives an add from two snapshots, once, whether it was reported before, after or not at all', () => {
    const adds = (...events: ShopEvent[]): number | undefined => recall(fold(snapshot(morning, {}), ...events), 'a')?.adds
    expect(adds(snapshot(morning + minute, { a: 1 }))).toBe(1)
    expect(adds(add(morning + 1000, 'a'), snapshot(morning + minute, { a: 1 }))).toBe(1)
    expect(adds(snapshot(morning + minute, { a: 1 }), add(morning + minute + 300, 'a'))).toBe(1)
    expect(adds(snapshot(morning + minute, { a: 1 }), snapshot(morning + 2 * minute, { a: 2 }))).toBe(2)
  })

  it('keeps the time a line came in, and the time of the last real change', () => {
    const { cart } = fold(snapshot(morning, { a: 1 }), snapshot(morning + minute, { a: 1, b: 1 }), snapshot(morning + 2 * minute, { a: 1, b: 1 }))
    expect(cart.lines.map(line => line.addedAt)).toEqual([morning, morning + minute])
    expect(cart.changedAt).toBe(morning + minute)
  })

  it('does not take a broken list for an empty basket', () => {
    const broken = { id: 'x', at: morning + minute, name: 'view_cart', params: { items: [null, { item_id: 7 }] } } as unknown as ShopEvent
    expect(basket(fold(snapshot(morning, { a: 1 }), broken))).toEqual({ a: 1 })
  })
})

describe('the remembered basket', () => {
  it('survives a shop that lost it, and a new basket beside it', () => {
    const lost = fold(snapshot(morning, { a: 1, b: 2 }), snapshot(morning + day, {}), snapshot(morning + day + minute, { a: 1 }))
    expect(basket(lost)).toEqual({ a: 1 })
    expect(left(lost)).toEqual(['a', 'b'])
    expect(lost.rememberedCart?.at).toBe(morning)
  })

  it('ends when the shopper takes it apart, in the same visit or at the next', () => {
    expect(left(fold(snapshot(morning, { a: 1 }), snapshot(morning + minute, {}), happening(morning + day, 'page_view', {}))))
      .toBeUndefined()
    const partly = fold(snapshot(morning, { a: 1, b: 1 }), snapshot(morning + day, { a: 1, b: 1 }), snapshot(morning + day + minute, { a: 1 }))
    expect(left(partly)).toEqual(['a'])
    expect(left(fold(add(morning, 'a'), remove(morning + day, 'a')))).toBeUndefined()
  })

  it('ends with an order that holds one of its items, for the rest of it too', () => {
    const profile = fold(snapshot(morning, { a: 1, b: 1 }), order(morning + day, 'a'),
      happening(morning + 60 * day, 'page_view', {}))
    expect(left(profile)).toBeUndefined()
    expect(basket(profile)).toEqual({ b: 1 })
  })

  it('is not brought back by a tab that tells the old basket again after the order', () => {
    const profile = fold(snapshot(morning, { a: 1 }), order(morning + minute, 'a'), snapshot(morning + 2 * minute, { a: 1 }),
      happening(morning + day, 'page_view', {}))
    expect(left(profile)).toBeUndefined()
  })

  it('stays through an order of something else', () => {
    expect(left(fold(add(morning, 'a'), order(morning + day, 'x')))).toEqual(['a'])
  })

  it('is the basket filled after the order, when there is one', () => {
    expect(left(fold(add(morning, 'a'), order(morning + minute, 'a'), add(morning + 2 * minute, 'c'), happening(morning + day, 'page_view', {}))))
      .toEqual(['c'])
  })

  it('is kept no more once the shopper said so', () => {
    const profile = fold(add(morning, 'a'), happening(morning + minute, 'forget', { what: 'baskets' }), add(morning + 2 * minute, 'b'),
      happening(morning + day, 'page_view', {}))
    expect(left(profile)).toBeUndefined()
    expect(recall(profile, 'a')).toBeUndefined()
    expect(basket(profile)).toEqual({ b: 1 })
  })
})
