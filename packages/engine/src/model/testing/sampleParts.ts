import type { Neighbour } from '../model.ts'
import type { ModelParts } from '../modelParts.ts'
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
      kind: `kind ${index % 5}`, category: 'Tea & Table', motif: `motif ${index % 4}`, colour: 'red',
    })),
    boughtWith: indices.map(index => row(index, 8)),
    similar: indices.map(index => row(index, 4)),
    popular: [...indices].reverse(),
    popularKnown: size >> 1,
    newest: indices.slice(size - 3),
    reorder: indices.map(index => index % 2 ? { gapDays: index + 1, againShare: 0.25 } : undefined),
  }
}
