import type { Found } from './nelderMead.ts'

/** Half of the distance over which a slope is measured: near the cube root of the rounding error. */
const halfStep = 1e-5

/**
 * Polishes a low that `nelderMead` has found: BFGS (Nocedal and Wright, Numerical Optimization, 6.1) with slopes by central
 * differences and a line search that halves until the value falls enough. Never returns a worse point than `start`.
 */
export function quasiNewton(f: (at: readonly number[]) => number, start: Found, rounds = 100): Found {
  const axes = start.at.map((_, axis) => axis)
  const slopeAt = (at: readonly number[]): number[] => axes.map(axis => {
    const moved = (by: number): number => f(at.map((x, own) => own === axis ? x + by : x))
    return (moved(halfStep) - moved(-halfStep)) / (2 * halfStep)
  })
  let here = start
  let slope = slopeAt(here.at)
  let inverse = identity(axes)
  for (let round = 0; round < rounds; round++) {
    let way = inverse.map(row => -dot(row, slope))
    if (dot(way, slope) >= 0) {
      inverse = identity(axes)
      way = slope.map(part => -part)
    }
    let next: Found | undefined
    for (let length = 1; length > 1e-10; length /= 2) {
      const at = here.at.map((x, axis) => x + length * way[axis]!)
      const value = f(at)
      if (value > here.value + 1e-4 * length * dot(way, slope) || !(value < here.value)) continue
      next = { at, value }
      break
    }
    if (!next) return here
    const nextSlope = slopeAt(next.at)
    const moved = next.at.map((x, axis) => x - here.at[axis]!)
    const turned = nextSlope.map((part, axis) => part - slope[axis]!)
    const curve = dot(moved, turned)
    if (curve > 1e-12) inverse = updated(inverse, moved, turned, curve)
    const gained = here.value - next.value
    here = next
    slope = nextSlope
    if (gained < 1e-10) return here
  }
  return here
}

/** BFGS's next guess of the inverse Hessian: (I - s y'/c) H (I - y s'/c) + s s'/c. */
function updated(inverse: number[][], moved: readonly number[], turned: readonly number[], curve: number): number[][] {
  const along = inverse.map(row => dot(row, turned))
  const grow = (1 + dot(turned, along) / curve) / curve
  return inverse.map((row, i) => row.map((held, j) =>
    held + grow * moved[i]! * moved[j]! - (along[i]! * moved[j]! + moved[i]! * along[j]!) / curve))
}

function identity(axes: readonly number[]): number[][] {
  return axes.map(i => axes.map(j => i === j ? 1 : 0))
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, part, at) => sum + part * b[at]!, 0)
}
