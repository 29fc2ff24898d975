/** Room for systems that are solved one after the other. */
export interface RidgeRoom {
  /** Row by row; only the lower half is read. Overwritten by its Cholesky factor. */
  square: Float64Array
  /** The right side; overwritten by the solution. */
  side: Float64Array
}

/** Room for systems of up to `most` unknowns. */
export function ridgeRoom(most: number): RidgeRoom {
  return { square: new Float64Array(most * most), side: new Float64Array(most) }
}

/**
 * Solves a symmetric positive definite system of `size` unknowns in place, by Cholesky factors, four rows at a time. Every sum is taken
 * in the same order: the same bits on every machine.
 *
 * @param least a pivot is taken to be this at least: rounding, or pairs that are not known, may bring it to 0
 */
export function solveRidge({ square, side }: RidgeRoom, size: number, least: number): void {
  factorise(square, size, least)
  for (let at = 0; at < size; at++) side[at] = (side[at]! - dot(square, at * size, side, 0, at)) / square[at * size + at]!
  for (let at = size - 1; at >= 0; at--) {
    const value = side[at]! /= square[at * size + at]!
    for (let column = 0; column < at; column++) side[column]! -= square[at * size + column]! * value
  }
}

/** The lower half of a symmetric positive definite square becomes its Cholesky factor. @param least of a pivot: see `solveRidge` */
export function factorise(square: Float64Array, size: number, least: number): void {
  let row = 0
  for (; row + 3 < size; row += 4) {
    factorFour(square, size, row)
    finishFour(square, size, row, least)
  }
  for (; row < size; row++) finishRow(square, size, row, least)
}

/**
 * Columns before `row`, a multiple of four, of four rows at once, two columns at a time: one reading serves eight sums, each of
 * which is taken in the order of one alone.
 */
function factorFour(square: Float64Array, size: number, row: number): void {
  const a = row * size
  const b = a + size
  const c = b + size
  const d = c + size
  for (let column = 0; column < row; column += 2) {
    const one = column * size
    const two = one + size
    let [a1, a2] = [square[a + column]!, square[a + column + 1]!]
    let [b1, b2] = [square[b + column]!, square[b + column + 1]!]
    let [c1, c2] = [square[c + column]!, square[c + column + 1]!]
    let [d1, d2] = [square[d + column]!, square[d + column + 1]!]
    for (let at = 0; at < column; at++) {
      const first = square[one + at]!
      const second = square[two + at]!
      const inA = square[a + at]!
      const inB = square[b + at]!
      const inC = square[c + at]!
      const inD = square[d + at]!
      a1 -= inA * first
      a2 -= inA * second
      b1 -= inB * first
      b2 -= inB * second
      c1 -= inC * first
      c2 -= inC * second
      d1 -= inD * first
      d2 -= inD * second
    }
    const pivot = square[one + column]!
    const beside = square[two + column]!
    const next = square[two + column + 1]!
    square[a + column] = a1 /= pivot
    square[b + column] = b1 /= pivot
    square[c + column] = c1 /= pivot
    square[d + column] = d1 /= pivot
    square[a + column + 1] = (a2 - a1 * beside) / next
    square[b + column + 1] = (b2 - b1 * beside) / next
    square[c + column + 1] = (c2 - c1 * beside) / next
    square[d + column + 1] = (d2 - d1 * beside) / next
  }
}

/** The corner that four rows make, whose columns before `row` are done: all its ten sums in one go. */
function finishFour(square: Float64Array, size: number, row: number, least: number): void {
  const a = row * size
  const b = a + size
  const c = b + size
  const d = c + size
  let aa = 0
  let [ba, bb] = [0, 0]
  let [ca, cb, cc] = [0, 0, 0]
  let [da, db, dc, dd] = [0, 0, 0, 0]
  for (let at = 0; at < row; at++) {
    const inA = square[a + at]!
    const inB = square[b + at]!
    const inC = square[c + at]!
    const inD = square[d + at]!
    aa += inA * inA
    ba += inB * inA
    bb += inB * inB
    ca += inC * inA
    cb += inC * inB
    cc += inC * inC
    da += inD * inA
    db += inD * inB
    dc += inD * inC
    dd += inD * inD
  }
  const pivotA = square[a + row] = Math.sqrt(Math.max(least, square[a + row]! - aa))
  const b0 = square[b + row] = (square[b + row]! - ba) / pivotA
  const c0 = square[c + row] = (square[c + row]! - ca) / pivotA
  const d0 = square[d + row] = (square[d + row]! - da) / pivotA
  const pivotB = square[b + row + 1] = Math.sqrt(Math.max(least, square[b + row + 1]! - (bb + b0 * b0)))
  const c1 = square[c + row + 1] = (square[c + row + 1]! - (cb + c0 * b0)) / pivotB
  const d1 = square[d + row + 1] = (square[d + row + 1]! - (db + d0 * b0)) / pivotB
  const pivotC = square[c + row + 2] = Math.sqrt(Math.max(least, square[c + row + 2]! - (cc + c0 * c0 + c1 * c1)))
  const d2 = square[d + row + 2] = (square[d + row + 2]! - (dc + d0 * c0 + d1 * c1)) / pivotC
  square[d + row + 3] = Math.sqrt(Math.max(least, square[d + row + 3]! - (dd + d0 * d0 + d1 * d1 + d2 * d2)))
}

/** One row, when fewer than four are left. */
function finishRow(square: Float64Array, size: number, row: number, least: number): void {
  const own = row * size
  for (let column = 0; column < row; column++) {
    square[own + column] = (square[own + column]! - dot(square, own, square, column * size, column)) / square[column * size + column]!
  }
  square[own + row] = Math.sqrt(Math.max(least, square[own + row]! - dot(square, own, square, own, row)))
}

function dot(a: Float64Array, atA: number, b: Float64Array, atB: number, count: number): number {
  let sum = 0
  for (let at = 0; at < count; at++) sum += a[atA + at]! * b[atB + at]!
  return sum
}
