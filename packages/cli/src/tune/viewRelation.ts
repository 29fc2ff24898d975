import type { MutualParts, Relation } from '@shopside/engine'

/** As in the model file: a weight is one of `exp(-code / 16)`. */
const codesPerE = 16

/** A relation as a reader would hold it, without its way through a file: all pairs, strongest first. */
export function viewRelation({ a, b, strength, mass, outPower, inPower }: MutualParts): Relation {
  const size = mass.length
  const out = mass.map(value => outPower * Math.log(value))
  const into = mass.map(value => inPower * Math.log(value))
  const edgeAt = new Uint32Array(size + 1)
  for (let pair = 0; pair < a.length; pair++) {
    edgeAt[a[pair]! + 1]!++
    edgeAt[b[pair]! + 1]!++
  }
  for (let index = 0; index < size; index++) edgeAt[index + 1]! += edgeAt[index]!
  const free = edgeAt.slice()
  // One number per edge that sorts by weight, then by item: code × size + item.
  const keys = new Float64Array(a.length * 2)
  for (let pair = 0; pair < a.length; pair++) {
    const [one, other, log] = [a[pair]!, b[pair]!, Math.log(strength[pair]!)]
    keys[free[one]!++] = codeOf(log + out[one]! + into[other]!) * size + other
    keys[free[other]!++] = codeOf(log + out[other]! + into[one]!) * size + one
  }
  for (let index = 0; index < size; index++) keys.subarray(edgeAt[index]!, edgeAt[index + 1]!).sort()
  return {
    edgeAt, to: Uint32Array.from(keys, key => key % size), levels: Uint8Array.from(keys, key => Math.floor(key / size)),
    weightOf: Float32Array.from({ length: 256 }, (_, code) => Math.exp(-code / codesPerE)),
    startOf: index => edgeAt[index]!, oneIn: () => 0,
  }
}

function codeOf(logWeight: number): number {
  return Math.min(255, Math.max(0, Math.round(-logWeight * codesPerE)))
}
