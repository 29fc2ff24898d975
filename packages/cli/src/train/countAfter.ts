import { weightUnit } from './gram.ts'
import type { OrderTable } from './orderTable.ts'
import { byShopper } from './pairSums.ts'
import { sparseRow } from './sparseRow.ts'

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
  /**
   * Median days from an order with the item to the purchase of each of `others`: a value that occurs. Costs little after `readRow`
   * of the same item.
   */
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
  const Later = size <= 0x10000 ? Uint16Array : Uint32Array
  const seenBy = new Int32Array(size)
  const [weighed, people] = [sparseRow<Float64Array>(size), sparseRow<Uint32Array>(size)]
  /** Slot of an item among those that a median is wanted of + 1. */
  const slotOf = new Uint16Array(size)
  /** What `readRow` found, line by line: later items and after how many days. */
  let found: { item: number; lines: number; later: typeof later; days: Uint16Array } | undefined
  return {
    size,
    readRow(item, weight, shoppers) {
      const touched = people.begin(shoppers)
      const wipe = weighed.begin(weight)
      let lines = 0
      for (let at = firstOf.at[item]!; at < firstOf.at[item + 1]!; at++) {
        const first = firstOf.order[at]!
        lines += lineAt[steps.at[first + 1]!]! - lineAt[steps.at[first]!]!
      }
      if (!found || found.later.length < lines) {
        found = { item, lines, later: new Later(2 * lines), days: new Uint16Array(2 * lines) }
      }
      Object.assign(found, { item, lines })
      const { later: laterFound, days: daysFound } = found
      let others = 0
      lines = 0
      for (let at = firstOf.at[item]!; at < firstOf.at[item + 1]!; at++) {
        const first = firstOf.order[at]!
        const who = shopper[first]!
        for (let step = steps.at[first]!, stop = steps.at[first + 1]!; step < stop; step++) {
          const own = weightOf[step]!
          const days = daysOf[step]!
          for (let line = lineAt[step]!, end = lineAt[step + 1]!; line < end; line++) {
            const other = later[line]!
            laterFound[lines] = other
            daysFound[lines++] = days
            weight[other]! += own
            if (shoppers[other] !== 0 && seenBy[other] === who) continue
            seenBy[other] = who
            if (shoppers[other]!++ === 0) wipe[others] = touched[others++] = other
          }
        }
      }
      weighed.end(others)
      return people.end(others)
    },
    medianDays(item, others) {
      if (found?.item !== item) this.readRow(item, new Float64Array(size), new Uint32Array(size))
      const { later: laterFound, days, lines } = found!
      others.forEach((other, slot) => { slotOf[other] = slot + 1 })
      const ends = new Uint32Array(others.length + 1)
      for (let line = 0; line < lines; line++) if (slotOf[laterFound[line]!]! > 0) ends[slotOf[laterFound[line]!]!]!++
      for (let slot = 1; slot <= others.length; slot++) ends[slot]! += ends[slot - 1]!
      const next = ends.slice()
      const values = new Uint16Array(ends[others.length]!)
      for (let line = 0; line < lines; line++) {
        const slot = slotOf[laterFound[line]!]!
        if (slot > 0) values[next[slot - 1]!++] = days[line]!
      }
      for (const other of others) slotOf[other] = 0
      // As percentile_disc(0.5): the smallest value that at least half of all are not above.
      return others.map((_, slot) => {
        const own = values.subarray(ends[slot], ends[slot + 1]).sort()
        return own[Math.max(0, Math.ceil(own.length / 2) - 1)] ?? 0
      })
    },
  }
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
