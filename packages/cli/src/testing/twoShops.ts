import type { TestOrder } from './orderTableOf.ts'
import { seeded } from './seeded.ts'

/** Items of either shop. */
export const shopItems = 300
const shoppers = 160
const days = 200

/**
 * A gift shop: twenty shelves of fifteen gifts. A shopper loves four of the shelves and takes, in one visit, three gifts of one
 * and then three of another, none that they have already.
 */
export function giftShop(seed: number): TestOrder[] {
  const random = seeded(seed)
  const loved = Array.from({ length: shoppers }, () => Array.from({ length: 4 }, () => Math.floor(random() * 20)))
  const had = new Map<number, Set<number>>()
  return visits(random, shopper => {
    const own = had.get(shopper) ?? new Set<number>()
    had.set(shopper, own)
    const first = Math.floor(random() * 4)
    const shelves = [first, (first + 1 + Math.floor(random() * 3)) % 4].map(at => loved[shopper]![at]!)
    return shelves.flatMap(shelf => {
      const left = Array.from({ length: 15 }, (_, at) => shelf * 15 + at).filter(item => !own.has(item))
      const taken = shuffled(left, random).slice(0, 3)
      for (const item of taken) own.add(item)
      return taken
    })
  })
}

/**
 * A grocery: every shopper has fourteen things of their own and takes most of them each time, in no order; and now and then
 * something else.
 */
export function grocery(seed: number): TestOrder[] {
  const random = seeded(seed)
  const own = Array.from(
    { length: shoppers }, () => Array.from({ length: 14 }, () => Math.floor(random() * random() * shopItems)),
  )
  return visits(random, shopper => {
    const items = own[shopper]!.filter(() => random() < 0.6)
    if (random() < 0.5) items.push(Math.floor(random() * shopItems))
    return shuffled([...new Set(items)], random)
  })
}

function visits(random: () => number, basket: (shopper: number) => number[]): TestOrder[] {
  const orders: TestOrder[] = []
  for (let day = 0; day < days; day++) {
    for (let visit = 0; visit < 5; visit++) {
      const shopper = Math.floor(random() * shoppers)
      const items = basket(shopper)
      if (items.length) orders.push({ day, shopper, items })
    }
  }
  return orders
}

function shuffled(items: number[], random: () => number): number[] {
  return items.map(item => ({ item, key: random() })).sort((a, b) => a.key - b.key).map(({ item }) => item)
}
