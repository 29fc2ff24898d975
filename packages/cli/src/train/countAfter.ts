import { weightUnit } from './gram.ts'
import type { OrderTable } from './orderTable.ts'
import { byShopper } from './pairSums.ts'

/** How much a later purchase counts. The same as the values of bought_after.sql. */
export interface AfterWeights {
  /** Later purchase days of a customer that are looked at. */
  steps: number
  /** A purchase so many days after the first counts half. */
  gapHalfLifeDays: number
  /** A later order so many days before the newest counts half. */
  halfLifeDays: number
  /** (items of the first * items of the later order) ** -lengthPower. */
  lengthPower: number
}

/** What follows a purchase, item by item. All views hold until the next call. */
export interface AfterSource {
  readonly size: number
  /**
   * Writes into `weight` and `shoppers` (length `size`, overwritten) by later item the weight and the distinct customers;
   * returns those items.
   */
  readRow(item: number, weight: Float64Array, shoppers: Uint32Array): Uint32Array
  /** Median days from an order with the item to the purchase of each of `others`: a value that occurs. */
  medianDays(item: number, others: readonly number[]): number[]
}

/** Days that a median tells apart; what took longer counts as this. */
const mostDays = 1500

/**
 * Counts what customers bought on the purchase days after an order with an item, without what that order held itself. Row by row
 * from arrays, as `countGram`. Gives the rows of bought_after.sql.
 */
export function countAfter(orders: OrderTable, weights: AfterWeights): AfterSource {
  const { size, shopper } = orders
  const steps = listSteps(orders, weights)
  const firstOf = ordersByItem(orders, steps.at)
  const { later, lineAt, weight: weightOf, days: daysOf } = steps
  const touched = new Uint32Array(size)
  const seenBy = new Int32Array(size)
  const slotOf = new Int16Array(size)
  return {
    size,
    readRow(item, weight, shoppers) {
      weight.fill(0)
      shoppers.fill(0)
      seenBy.fill(-1)
      let others = 0
      for (let at = firstOf.at[item]!; at < firstOf.at[item + 1]!; at++) {
        const first = firstOf.order[at]!
        const who = shopper[first]!
        for (let step = steps.at[first]!, stop = steps.at[first + 1]!; step < stop; step++) {
          const own = weightOf[step]!
          for (let line = lineAt[step]!, end = lineAt[step + 1]!; line < end; line++) {
            const other = later[line]!
            weight[other]! += own
            if (seenBy[other] === who) continue
            seenBy[other] = who
            if (shoppers[other]!++ === 0) touched[others++] = other
          }
        }
      }
      return touched.subarray(0, others)
    },
    medianDays(item, others) {
      slotOf.fill(-1)
      others.forEach((other, slot) => { slotOf[other] = slot })
      const counts = others.map(() => new Uint32Array(mostDays + 1))
      for (let at = firstOf.at[item]!; at < firstOf.at[item + 1]!; at++) {
        const first = firstOf.order[at]!
        for (let step = steps.at[first]!, stop = steps.at[first + 1]!; step < stop; step++) {
          for (let line = lineAt[step]!, end = lineAt[step + 1]!; line < end; line++) {
            const slot = slotOf[later[line]!]!
            if (slot >= 0) counts[slot]![daysOf[step]!]!++
          }
        }
      }
      return counts.map(middleOf)
    },
  }
}

/**
 * The smallest value that at least half of all are not above: as percentile_disc(0.5). @param counts by value, how often it
 * occurs
 */
function middleOf(counts: Uint32Array): number {
  const half = counts.reduce((sum, count) => sum + count, 0) / 2
  let sum = 0
  for (let value = 0; value < counts.length; value++) {
    sum += counts[value]!
    if (sum >= half && sum > 0) return value
  }
  return 0
}

/** Steps from an order to one on a later purchase day; those of order `o` are numbers `at[o]` to `at[o + 1] - 1`. */
interface Steps {
  at: Uint32Array
  /** By step. */
  weight: Float64Array
  days: Uint16Array
  /** Items that the later order of step `s` has and the first has not: `later[lineAt[s]]` to `later[lineAt[s + 1] - 1]`. */
  lineAt: Uint32Array
  later: Uint16Array | Uint32Array
}

function listSteps({ size, lineAt, item, day, shopper, known }: OrderTable, weights: AfterWeights): Steps {
  let newest = -Infinity
  for (const at of day) newest = Math.max(newest, at)
  const length = (order: number): number => lineAt[order + 1]! - lineAt[order]!
  // Orders with nothing of the catalogue are no purchase of any item, here as in bought_after.sql.
  const orders = byShopper(shopper).filter(order => known[order] === 1 && length(order) > 0)
  const inFirst = new Uint32Array(size)
  /** Calls `take` for every step, and for every item of its later order that the first has not. */
  const walk = (onStep: (first: number, later: number) => void, onItem: (item: number) => void): void => {
    orders.forEach((first, place) => {
      for (let line = lineAt[first]!; line < lineAt[first + 1]!; line++) inFirst[item[line]!] = first + 1
      let purchaseDays = 0
      for (let next = place + 1, last = day[first]!; next < orders.length && shopper[orders[next]!] === shopper[first]; next++) {
        const later = orders[next]!
        if (day[later]! > last) {
          last = day[later]!
          if (++purchaseDays > weights.steps) break
        }
        if (purchaseDays === 0) continue
        onStep(first, later)
        for (let line = lineAt[later]!; line < lineAt[later + 1]!; line++) {
          if (inFirst[item[line]!] !== first + 1) onItem(item[line]!)
        }
      }
    })
  }
  const at = new Uint32Array(day.length + 1)
  let lines = 0
  walk(first => { at[first + 1]!++ }, () => { lines++ })
  for (let order = 0; order < day.length; order++) at[order + 1]! += at[order]!
  const count = at[day.length]!
  // Steps are found by shopper and numbered by order: their items stand in the order in which they are found.
  const steps: Steps = {
    at, weight: new Float64Array(count), days: new Uint16Array(count), lineAt: new Uint32Array(count + 1),
    later: size <= 0x10000 ? new Uint16Array(lines) : new Uint32Array(lines),
  }
  const next = at.slice()
  const lengths = new Uint32Array(count)
  let step = 0
  walk((first, later) => {
    step = next[first]!++
    const size = (length(first) * length(later)) ** -weights.lengthPower
    const gap = 2 ** ((day[first]! - day[later]!) / weights.gapHalfLifeDays)
    const age = 2 ** ((day[later]! - newest) / weights.halfLifeDays)
    steps.weight[step] = Math.max(1, Math.floor(0.5 + weightUnit * size * gap * age))
    steps.days[step] = Math.min(mostDays, day[later]! - day[first]!)
  }, () => { lengths[step]!++ })
  for (let at = 0; at < count; at++) steps.lineAt[at + 1] = steps.lineAt[at]! + lengths[at]!
  const place = steps.lineAt.slice()
  next.set(at)
  walk(first => { step = next[first]!++ }, item => { steps.later[place[step]!++] = item })
  return steps
}

/** By item the orders with it that have later ones, those of one customer next to each other. */
function ordersByItem({ size, lineAt, item, shopper }: OrderTable, stepAt: Uint32Array): { at: Uint32Array; order: Uint32Array } {
  const followed = byShopper(shopper).filter(number => stepAt[number + 1]! > stepAt[number]!)
  const at = new Uint32Array(size + 1)
  const each = (take: (item: number, number: number) => void): void => {
    for (const number of followed) for (let line = lineAt[number]!; line < lineAt[number + 1]!; line++) take(item[line]!, number)
  }
  each(own => { at[own + 1]!++ })
  for (let place = 0; place < size; place++) at[place + 1]! += at[place]!
  const next = at.slice()
  const order = new Uint32Array(at[size]!)
  each((own, number) => { order[next[own]!++] = number })
  return { at, order }
}
