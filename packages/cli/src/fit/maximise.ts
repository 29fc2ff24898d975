import { nelderMead } from './nelderMead.ts'
import { quasiNewton } from './quasiNewton.ts'

/** Parameters beyond this, and below one over it, are those of no shop: a search that gets there is stopped. */
const mostLog = Math.log(1e6)

/**
 * The positive parameters at which `f` is largest, searched in their logarithms from `start` on: a simplex, then a quasi-Newton
 * polish. Deterministic. Where `f` has no largest value it ends at a limit of 1e6 or 1e-6.
 */
export function maximise(
  f: (parameters: readonly number[]) => number, start: readonly number[], limit: number = mostLog,
): number[] {
  const cost = (at: readonly number[]): number => {
    const value = at.some(x => !(Math.abs(x) < limit)) ? NaN : -f(at.map(Math.exp))
    return Number.isNaN(value) ? Infinity : value
  }
  return quasiNewton(cost, nelderMead(cost, start.map(Math.log))).at.map(Math.exp)
}
