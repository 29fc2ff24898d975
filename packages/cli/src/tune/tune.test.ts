// Two generated shops whose best constants are known: what tuning finds must differ the right way.
import { describe, expect, it } from 'vitest'
import { orderTableOf } from '../testing/orderTableOf.ts'
import { giftShop, grocery, shopItems } from '../testing/twoShops.ts'
import { tuneBasket } from './basket.ts'
import type { TunedBasket } from './basket.ts'
import { tuneHabits } from './habits.ts'
import type { TunedHabits } from './habits.ts'
import { lastOrders } from './lastOrders.ts'

const neighbours = 20
const tunedFor = (orders: ReturnType<typeof giftShop>): { basket: TunedBasket; habits: TunedHabits } => {
  const table = orderTableOf(shopItems, orders)
  const basket = tuneBasket(table, neighbours)!
  return { basket, habits: tuneHabits(table, basket.rows, neighbours)! }
}

describe('tuning', () => {
  const gifts = tunedFor(giftShop(1))
  const food = tunedFor(grocery(1))

  it('listens to the newest lines where a basket is a walk through the shop, and to all alike where it is a list', () => {
    expect(gifts.basket.constants.basketDecay).toBeGreaterThanOrEqual(1)
    expect(food.basket.constants.basketDecay).toBeLessThanOrEqual(0.5)
  })

  it('lets what is bought together speak where nobody buys a thing twice, and hardly to who buys the same', () => {
    const worth = ({ tried }: TunedHabits, isAsked: (worth: number) => boolean): number =>
      Math.max(...tried.filter(({ constants }) => isAsked(constants.habitNeighbours)).map(({ score }) => score.worth))
    const gain = (habits: TunedHabits): number => worth(habits, value => value > 0) - worth(habits, value => value === 0)
    expect(gifts.habits.constants.habitNeighbours).toBeGreaterThan(0)
    expect(gain(gifts.habits)).toBeGreaterThan(0.1)
    expect(gain(food.habits)).toBeLessThan(0.02)
    expect(food.habits.score.recall10).toBeGreaterThan(gifts.habits.score.recall10)
  })

  it('takes the best of what it tried, and the same in every run', () => {
    for (const { basket, habits } of [gifts, food]) {
      expect(basket.score.worth).toBe(Math.max(...basket.tried.map(({ score }) => score.worth)))
      expect(habits.score.worth).toBe(Math.max(...habits.tried.map(({ score }) => score.worth)))
    }
    expect(tunedFor(grocery(1))).toEqual(food)
  })

  it('asks about the last days of the history and learns from what came before them', () => {
    const table = orderTableOf(shopItems, grocery(2))
    const { past, first, end } = lastOrders(table)!
    expect([past.day.length, end]).toEqual([first, table.day.length])
    expect(table.day[first]! - table.day[0]!).toBe(170)
    expect(past.item.length).toBe(table.lineAt[first])
  })

  it('says nothing of a shop with too few orders to choose by', () => {
    const young = orderTableOf(shopItems, grocery(3).slice(0, 80))
    expect(lastOrders(young)).toBeUndefined()
    expect(tuneBasket(young, neighbours)).toBeUndefined()
  })
})
