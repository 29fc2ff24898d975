import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Recommendation } from '@shopside/engine'
import { fakeCard, fakeProduct } from '../testing/fakeProducts.ts'
import { chooseCards } from './chooseCards.ts'

const card = (id: string, strategy: Recommendation['strategy']): Recommendation => fakeCard(fakeProduct(id, id), { strategy })
const ids = (cards: readonly Recommendation[] | undefined): string[] | undefined => cards?.map(each => each.item.itemId)
const own = ['a', 'b', 'c', 'd'].map(id => card(id, 'for-you'))
const filled = [...own, ...['e', 'f'].map(id => card(id, 'popular'))]

describe('the cards of a row', () => {
  it('are the list as it came, named by the strategy that leads it', () => {
    expect(chooseCards(filled, [], { taken: new Set(), min: 3 })).toMatchObject({ strategy: 'for-you', cards: filled })
  })

  it('replace what another row shows from the longer list', () => {
    const spare = [...filled, card('g', 'popular')]
    expect(ids(chooseCards(filled, spare, { taken: new Set(['g-e']), min: 3 })?.cards)).toEqual(['a', 'b', 'c', 'd', 'f', 'g'])
  })

  it('lose the heading of a strategy that made too few of them', () => {
    const spare = [...filled, ...['g', 'h', 'i', 'j'].map(id => card(id, 'popular'))]
    const choice = chooseCards(filled, spare, { taken: new Set(['g-a', 'g-b', 'g-c']), min: 3 })
    expect(choice?.strategy).toBe('popular')
    expect(ids(choice?.cards)).toEqual(['e', 'f', 'g', 'h', 'i', 'j'])
  })

  it('are named by the first that the shop did not pin, and keep the pinned ones whatever the name', () => {
    const pinned = [card('p', 'hand-picked'), ...own]
    expect(chooseCards(pinned, [], { taken: new Set(), min: 3 })).toMatchObject({ strategy: 'for-you', cards: pinned })
    const spare = [card('p', 'hand-picked'), ...filled, ...['g', 'h', 'i'].map(id => card(id, 'popular'))]
    const choice = chooseCards([card('p', 'hand-picked'), ...filled], spare, { taken: new Set(['g-a', 'g-b', 'g-c']), min: 3 })
    expect(choice?.strategy).toBe('popular')
    expect(ids(choice?.cards)).toEqual(['p', 'e', 'f', 'g', 'h', 'i'])
    const chosen = ['x', 'y', 'z'].map(id => card(id, 'hand-picked'))
    expect(chooseCards(chosen, [], { taken: new Set(), min: 3 })?.strategy).toBe('hand-picked')
  })

  it('are those that the shop chose, however few of them the rows above have left', () => {
    const chosen = ['w', 'x', 'y', 'z'].map(id => card(id, 'hand-picked'))
    const choice = chooseCards(chosen, [], { taken: new Set(['g-w', 'g-x', 'g-y']), min: 1 })
    expect([choice?.strategy, ids(choice?.cards)]).toEqual(['hand-picked', ['z']])
  })

  it('are none when fewer than the minimum are left', () => {
    expect(chooseCards(own, [], { taken: new Set(['g-a', 'g-b']), min: 3 })).toBeUndefined()
    expect(chooseCards([], [], { taken: new Set(), min: 1 })).toBeUndefined()
  })

  it('are never more than asked for, never twice, never taken, and always of the named strategy or popular fill', () => {
    const cards = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), fc.constantFrom('for-you', 'popular', 'similar')), { maxLength: 12 })
      .map(pairs => pairs.map(([id, strategy]) => card(id, strategy as Recommendation['strategy'])))
    fc.assert(fc.property(cards, cards, fc.subarray(['g-a', 'g-b', 'g-c']), (list, spare, taken) => {
      const choice = chooseCards(list, spare, { taken: new Set(taken), min: 1 })
      if (!choice) return
      const groups = choice.cards.map(each => each.item.groupId)
      expect(groups.length).toBeLessThanOrEqual(list.length)
      expect(new Set(groups).size).toBe(groups.length)
      expect(groups.some(group => taken.includes(group))).toBe(false)
      expect(choice.cards.some(each => each.strategy === choice.strategy)).toBe(true)
    }))
  })
})
