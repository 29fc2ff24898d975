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
    for (let each = row; each < row + 4; each++) finishRow(square, size, each, row, least)
  }
  for (; row < size; row++) finishRow(square, size, row, 0, least)
}

/** Columns before `row` of four rows at once: one reading of an earlier row serves all four. */
function factorFour(square: Float64Array, size: number, row: number): void {
  const a = row * size
  const b = a + size
  const c = b + size
  const d = c + size
  for (let column = 0; column < row; column++) {
    const own = column * size
    let first = square[a + column]!
    let second = square[b + column]!
    let third = square[c + column]!
    let fourth = square[d + column]!
    for (let at = 0; at < column; at++) {
      const value = square[own + at]!
      first -= square[a + at]! * value
      second -= square[b + at]! * value
      third -= square[c + at]! * value
      fourth -= square[d + at]! * value
    }
    const pivot = square[own + column]!
    square[a + column] = first / pivot
    square[b + column] = second / pivot
    square[c + column] = third / pivot
    square[d + column] = fourth / pivot
  }
}

/** The columns of a row from `from` on, and its pivot. */
function finishRow(square: Float64Array, size: number, row: number, from: number, least: number): void {
  const own = row * size
  for (let column = from; column < row; column++) {
    square[own + column] = (square[own + column]! - dot(square, own, square, column * size, column)) / square[column * size + column]!
  }
  square[own + row] = Math.sqrt(Math.max(least, square[own + row]! - dot(square, own, square, own, row)))
}

function dot(a: Float64Array, atA: number, b: Float64Array, atB: number, count: number): number {
  let sum = 0
  for (let at = 0; at < count; at++) sum += a[atA + at]! * b[atB + at]!
  return sum
}
