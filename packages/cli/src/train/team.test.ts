import { expect, it } from 'vitest'
import { orderTableOf } from '../testing/orderTableOf.ts'
import { seeded } from '../testing/seeded.ts'
import { solveEaseEach } from './ease.ts'
import { countGrams, weighOrders } from './gram.ts'
import { readNearPairs, reweigh } from './nearPairs.ts'
import type { Team } from './team.ts'
import { alone, createTeam } from './team.ts'
import { teamTasks } from './teamTasks.ts'

const random = seeded(3)
const size = 70
const orders = orderTableOf(size, Array.from({ length: 150 }, (_, day) => ({
  day, shopper: day % 40, items: [...new Set(Array.from({ length: 9 }, () => Math.floor(random() * random() * size)))],
})))

/** Everything that a team counts and solves. */
function learn(team: Team): unknown {
  const weights = [0, 0.5, 1].map(lengthPower => weighOrders(orders, { lengthPower, halfLifeDays: 90 }))
  const grams = countGrams(orders, team)(weights)
  const [one] = countGrams(orders, team)([weights[0]!])
  const near = readNearPairs(grams[0]!, 20)
  const pairs = [near, near, reweigh(near, grams[2]!)!]
  const solved = solveEaseEach(pairs.map((each, at) => ({ pairs: each, penalty: at + 1 })), team)
  const shoppers = Array.from({ length: size }, (_, item) => {
    const row = new Uint32Array(size)
    one!.readShoppers(item, row)
    return row
  })
  return [solved, shoppers, one!.pairs!().sums.join(), grams[1]!.pairs!().sums.join()]
}

it('gives the same numbers when every other part is done from what another thread is told', () => {
  let told = 0
  const two: Team = {
    run(name, input, parts, mine) {
      const task = teamTasks[name] as (copy: typeof input) => (part: number) => void
      const theirs = task(structuredClone(input))
      for (let part = parts - 1; part >= 0; part--) {
        if (part % 2 === 0) mine(part)
        else theirs(part)
      }
      told++
    },
    close() {},
  }
  expect(learn(two)).toEqual(learn(alone))
  // Four sums at once, one sum, shoppers, relations.
  expect(told).toBe(4)
})

it('gives the same numbers where other threads cannot start, or come too late', () => {
  const team = createTeam(3)
  expect(learn(team)).toEqual(learn(alone))
  team.close()
})

it('tells the failure of a part', () => {
  const team = createTeam(2)
  const fail = (): never => { throw new Error('no more memory') }
  expect(() => team.run('people', { lines: {} as never, sums: new Uint32Array(0) }, 1, fail)).toThrow('no more memory')
  team.close()
})
