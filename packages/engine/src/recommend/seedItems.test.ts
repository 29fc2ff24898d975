import { describe, expect, it } from 'vitest'
import { emptyProfile } from '../profile/emptyProfile.ts'
import type { Profile } from '../profile/profile.ts'
import { seedItems } from './seedItems.ts'

const line = (item_id: string) => ({ item_id, quantity: 1, addedAt: 0 })
const order = (id: string, items: string[], hidden?: true) => ({ id, at: 0, items: items.map(item_id => ({ item_id })), ...(hidden && { hidden }) })
const profileOf = (parts: Partial<Profile>): Profile => ({ ...emptyProfile(), ...parts })
const ids = (prefix: string, count: number) => Array.from({ length: count }, (_, place) => `${prefix}${place}`)

describe('seedItems', () => {
  it('begins with the item asked for and the page\'s own, and then takes looks, basket and orders by turns, newest first', () => {
    const profile = profileOf({ viewed: ['v1', 'v2'], orders: [order('a', ['o1']), order('b', ['o2', 'o3'])] })
    const cart = { lines: [line('c1'), line('c2')], changedAt: 0, source: 'snapshot' as const }
    expect(seedItems({ page: { item: { item_id: 'here' } }, profile, cart }, 'asked'))
      .toEqual(['asked', 'here', 'v2', 'c2', 'o3', 'v1', 'c1', 'o2', 'o1'])
  })

  it('names no more than ten, each once, however long the lists are', () => {
    const profile = profileOf({ viewed: ids('v', 50), cart: { lines: ids('v', 50).map(line), changedAt: 0, source: 'events' } })
    const seeds = seedItems({ page: {}, profile }, 'v49')
    expect(seeds).toEqual(['v49', 'v48', 'v47', 'v46', 'v45', 'v44', 'v43', 'v42', 'v41', 'v40'])
  })

  it('leaves room for the basket beside a long past, and knows nothing of hidden orders', () => {
    const profile = profileOf({ viewed: ids('v', 50), orders: [order('a', ['secret'], true)] })
    const seeds = seedItems({ page: {}, profile, cart: { lines: [line('c1')], changedAt: 0, source: 'snapshot' } })
    expect(seeds).toContain('c1')
    expect(seeds).not.toContain('secret')
    expect(seedItems({ page: {} })).toEqual([])
  })
})
