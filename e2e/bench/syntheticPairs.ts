import type { ModelParts, MutualParts } from '@shopside/engine'

/** The rows of `viewed`, one way, as pairs that are written once: what a shop's looks are in a file. Masses are 1 to 1,000. */
export function syntheticPairs({ viewed, items }: ModelParts): MutualParts {
  const size = items.length
  const strengths = new Map<number, number>()
  if (Array.isArray(viewed)) {
    viewed.forEach((row: ModelParts['similar'][0], a) => {
      for (const { index: b, weight } of row) if (a < b) strengths.set(a * size + b, weight / 2_000)
    })
  }
  const keys = [...strengths.keys()]
  return {
    a: Uint32Array.from(keys, key => Math.floor(key / size)), b: Uint32Array.from(keys, key => key % size),
    strength: Float64Array.from(strengths.values()),
    mass: Float64Array.from({ length: size }, (_, item) => 1 + item * 7_919 % 1_000),
    outPower: -0.9, inPower: -0.1,
  }
}
