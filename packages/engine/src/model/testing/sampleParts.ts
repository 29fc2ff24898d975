import type { Neighbour } from '../model.ts'
import type { ModelParts, MutualParts } from '../modelParts.ts'
import { someParams } from './randomParts.ts'

const day = 864e5

/** A model of `size` items with every kind of field: what mutations are made of. */
export function sampleParts(size: number): ModelParts {
  const indices = Array.from({ length: size }, (_, index) => index)
  const row = (index: number, reach: number): Neighbour[] => Array.from({ length: reach }, (_, k) => (
    { index: (index + 1 + k * k) % size, weight: 0.9 / (k + 1), oneIn: 2 + k }
  )).filter((edge, k, all) => edge.index !== index && all.findIndex(other => other.index === edge.index) === k)
  return {
    asOf: 15317 * day + 1,
    currency: 'GBP',
    params: someParams,
    items: indices.map(index => ({
      itemId: `A${String(index).padStart(4, '0')}`, groupId: `G${index >> 1}`, title: `Ros\u00e9 mug number ${index} \u{1f33f}`,
      available: index % 3 > 0, price: index + 0.25, priceAt: 15300 * day, firstSoldAt: (15200 + index) * day,
      url: `/p/A${String(index).padStart(4, '0')}.html`,
      listPrice: index + 1.5, brand: `brand ${index % 3}`, labels: ['sale', `label ${index % 2}`],
      market: index % 4 ? 'GB' : 'DE',
      setSize: 1 + index % 12,
      kind: `kind ${index % 5}`, category: 'Tea & Table', motif: `motif ${index % 4}`, colour: 'red',
    })),
    viewed: pairs(size),
    boughtWith: indices.map(index => row(index, 8)),
    boughtAfterView: indices.map(index => row(index, 2)),
    boughtAfter: indices.map(index => row(index, 3)),
    afterDays: indices.map(index => index % 90),
    season: indices.map(index => index % 2 ? Array.from({ length: 12 }, (_, month) => 0.5 + month / 2) : undefined),
    similar: indices.map(index => row(index, 4)),
    popular: [...indices].reverse(),
    popularKnown: size >> 1,
    newest: indices.slice(-3),
    trending: indices.slice(0, 4),
    reorder: indices.map(index => index % 2 ? { gapDays: index + 1, againShare: 0.25 } : undefined),
  }
}

/** Every item with the one after it and the fifth after it. */
function pairs(size: number): MutualParts {
  const found = Array.from({ length: size }, (_, a) => [1, 5].flatMap(step => a + step < size ? [[a, a + step]] : [])).flat()
  return {
    a: Uint32Array.from(found, ([a]) => a!), b: Uint32Array.from(found, ([, b]) => b!),
    strength: Float64Array.from(found, ([a, b]) => 0.25 / (1 + (a! * 7 + b!) % 11)),
    mass: Float64Array.from({ length: size }, (_, item) => 1 + item % 13),
    outPower: -0.5, inPower: 0.4,
  }
}
