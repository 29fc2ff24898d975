/** A point and the value there. */
export interface Found {
  at: number[]
  value: number
}

/**
 * Finds a low of `f` from `start` on, without a gradient: Nelder and Mead's simplex (1965) with their own coefficients (reflect
 * 1, expand 2, contract and shrink 1/2). Slow near the end, hard to lead astray: `quasiNewton` finishes.
 *
 * @param step edge of the first simplex
 * @param tolerance stops when the values of the simplex differ by less
 */
export function nelderMead(f: (at: readonly number[]) => number, start: readonly number[], step = 0.5, tolerance = 1e-6): Found {
  const size = start.length
  const look = (at: number[]): Found => ({ at, value: f(at) })
  let simplex = [look([...start]), ...start.map((_, axis) => look(start.map((x, own) => own === axis ? x + step : x)))]
  for (let round = 0; round < 400 * size; round++) {
    simplex.sort((a, b) => a.value - b.value)
    const best = simplex[0]!
    const worst = simplex[size]!
    if (worst.value - best.value < tolerance) break
    const middle = start.map((_, axis) => simplex.slice(0, size).reduce((sum, { at }) => sum + at[axis]!, 0) / size)
    const away = (by: number): Found => look(middle.map((x, axis) => x + by * (worst.at[axis]! - x)))
    const mirrored = away(-1)
    if (mirrored.value < best.value) {
      const further = away(-2)
      simplex[size] = further.value < mirrored.value ? further : mirrored
    } else if (mirrored.value < simplex[size - 1]!.value) {
      simplex[size] = mirrored
    } else {
      const nearer = away(mirrored.value < worst.value ? -0.5 : 0.5)
      if (nearer.value < Math.min(mirrored.value, worst.value)) simplex[size] = nearer
      else simplex = simplex.map(({ at }, place) => place === 0 ? best : look(at.map((x, axis) => (x + best.at[axis]!) / 2)))
    }
  }
  return simplex.sort((a, b) => a.value - b.value)[0]!
}
