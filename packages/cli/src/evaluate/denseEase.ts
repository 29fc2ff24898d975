import { factorise } from '../train/ridge.ts'
import type { PastOrder } from './history.ts'

const dayMs = 864e5
/** One square of numbers for so many items takes 288 MB; above, the ceiling is not measured. */
export const mostDenseItems = 6000

/** The setting whose figures were published with the data: 1/sqrt(length), 120 days of decay, lambda 20; nothing is left out. */
const setting = { lengthPower: 0.5, decayDays: 120, lambda: 20 }

/** All of EASE (Steck, WWW 2019): row by row what item i says for j, negative weights as well. */
export interface DenseEase {
  ids: readonly string[]
  indexOf: ReadonlyMap<string, number>
  /** weights[i * ids.length + j]. */
  weights: Float64Array
}

/**
 * Solves EASE exactly, `B = I - P diag(P)^-1` with `P = (G + lambda)^-1`: what a file that leaves relations out is measured by.
 */
export function learnDenseEase(train: readonly PastOrder[]): DenseEase {
  const ids = [...new Set(train.flatMap(order => order.items.map(item => item.itemId)))].sort()
  const indexOf = new Map(ids.map((itemId, index) => [itemId, index]))
  const size = ids.length
  const newest = train.reduce((latest, order) => Math.max(latest, order.at), 0)
  const square = new Float64Array(size * size)
  for (let item = 0; item < size; item++) square[item * size + item] = setting.lambda
  for (const { items, at } of train) {
    const weight = items.length ** -setting.lengthPower * Math.exp((at - newest) / dayMs / setting.decayDays)
    const own = items.map(item => indexOf.get(item.itemId)!)
    for (const a of own) for (const b of own) square[a * size + b]! += weight
  }
  factorise(square, size, Number.MIN_VALUE)
  invertFactor(square, size)
  const inverse = multiplyFactor(square, size)
  const pivots = Float64Array.from({ length: size }, (_, item) => inverse[item * size + item]!)
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const high = Math.max(row, column)
      square[row * size + column] = row === column ? 0 : -inverse[high * size + row + column - high]! / pivots[column]!
    }
  }
  return { ids, indexOf, weights: square }
}

/** The lower half, a triangular factor, becomes its inverse. */
function invertFactor(a: Float64Array, size: number): void {
  const row = new Float64Array(size)
  for (let at = 0; at < size; at++) {
    row.fill(0, 0, at)
    let column = 0
    for (; column + 3 < at; column += 4) addFour(row, 0, a, size, column, column + 1, at * size + column, 1)
    for (; column < at; column++) addOne(row, 0, a, column * size, column + 1, a[at * size + column]!)
    const pivot = a[at * size + at]!
    for (let each = 0; each < at; each++) a[at * size + each] = -row[each]! / pivot
    a[at * size + at] = 1 / pivot
  }
}

/** The lower half of M' M for a lower triangle M. */
function multiplyFactor(a: Float64Array, size: number): Float64Array {
  const product = new Float64Array(size * size)
  let at = 0
  for (; at + 3 < size; at += 4) {
    for (let row = 0; row <= at; row++) addFour(product, row * size, a, size, at, row + 1, at * size + row, size)
    for (let each = at + 1; each < at + 4; each++) {
      for (let row = at + 1; row <= each; row++) addOne(product, row * size, a, each * size, row + 1, a[each * size + row]!)
    }
  }
  for (; at < size; at++) {
    for (let row = 0; row <= at; row++) addOne(product, row * size, a, at * size, row + 1, a[at * size + row]!)
  }
  return product
}

function addOne(into: Float64Array, start: number, from: Float64Array, first: number, count: number, factor: number): void {
  for (let at = 0; at < count; at++) into[start + at]! += from[first + at]! * factor
}

/**
 * Adds the first `count` numbers of the rows `row` to `row + 3`, each times its factor (numbers `factors`, `factors + step` … of
 * the same square); then what those rows hold beyond it, as far as each is a row of a triangle that was asked for whole.
 */
function addFour(
  into: Float64Array, start: number, a: Float64Array, size: number, row: number, count: number, factors: number, step: number,
): void {
  const one = a[factors]!
  const two = a[factors + step]!
  const three = a[factors + 2 * step]!
  const four = a[factors + 3 * step]!
  const first = row * size
  const second = first + size
  const third = second + size
  const fourth = third + size
  for (let at = 0; at < count; at++) {
    into[start + at]! += a[first + at]! * one + a[second + at]! * two + (a[third + at]! * three + a[fourth + at]! * four)
  }
  if (step !== 1) return
  for (let more = 1; more < 4; more++) {
    for (let each = more; each < 4; each++) into[start + row + more]! += a[(row + each) * size + row + more]! * a[factors + each]!
  }
}
