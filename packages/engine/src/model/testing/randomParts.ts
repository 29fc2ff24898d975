import fc from 'fast-check'
import { defaultParams } from '../defaultParams.ts'
import type { ModelParams, Neighbour, Reorder } from '../model.ts'
import { LIFTS } from '../format.ts'
import type { ModelItem, ModelParts, MutualParts } from '../modelParts.ts'

/** Parameters within range, for tests that do not care. */
export const someParams: ModelParams = {
  viewHalfLifeDays: 7, next: defaultParams.next, habitNeighbours: 0.1, habitPopular: 0.1,
  orderDecay: 0.9, gapDays: [20, 45, 90, 140], newWithinDays: 45, basketDecay: 0.5,
}

const day = 864e5
const word = fc.oneof(
  fc.constantFrom('mug', 'retrospot', 'Tea & Table', '__proto__', 'constructor', '\ufeffbom', 'a\nb'),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
)
const id = fc.oneof(
  fc.constantFrom(
    '__proto__', 'constructor', 'toString', '85123A', '85123a', '\ufeff1', 'caf\u00e9', 'cafe\u0301', '../../etc/passwd', '0',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
)

/** Whole catalogues with every optional field present or not, unicode, awkward ids, and relations within range. */
export const randomParts: fc.Arbitrary<ModelParts> = fc.uniqueArray(id, { maxLength: 25 }).chain(found => {
  const ids = found
  const size = ids.length
  const items = fc.tuple(...ids.map(itemId => fc.record({
    itemId: fc.constant(itemId),
    groupId: fc.oneof(fc.constant(itemId), fc.constantFrom('g1', 'g2', ids[0]!)),
    title: fc.string({ unit: 'binary', maxLength: 40 }),
    available: fc.boolean(),
    price: fc.integer({ min: 0, max: 4e9 }).map(minor => minor / 100),
    priceAt: fc.integer({ min: 1, max: 60000 }).map(days => days * day),
    firstSoldAt: fc.integer({ min: 1, max: 60000 }).map(days => days * day),
    url: fc.oneof(
      fc.constant(`/product/${encodeURIComponent(itemId)}`), fc.constant('https://shop.example/x'), fc.constant('p.html'),
    ),
    imageUrl: fc.oneof(fc.constant(`/i/${encodeURIComponent(itemId.toLowerCase())}.svg`), fc.constant('/i/none.svg')),
    category: word, kind: word, motif: word, colour: word, brand: word, market: fc.constantFrom('GB', 'DE', '__proto__'),
    labels: fc.array(word, { minLength: 1, maxLength: 5 }), listPrice: fc.integer({ min: 0, max: 4e9 }).map(minor => minor / 100),
    setSize: fc.integer({ min: 1, max: 1000 }),
  }, { requiredKeys: ['itemId', 'groupId', 'title', 'available'] })))
  const row = (index: number): fc.Arbitrary<Neighbour[]> => fc.uniqueArray(
    fc.record({
      index: fc.nat(Math.max(0, size - 1)), weight: fc.double({ min: 1e-3, max: 1, noNaN: true }),
      oneIn: fc.constantFrom(2, 5, 10, 20),
    }, { requiredKeys: ['index', 'weight'] }),
    { selector: edge => edge.index, maxLength: 20 },
  ).map(edges => edges.filter(edge => edge.index !== index))
  const relation = fc.tuple(...ids.map((_, index) => row(index)))
  const reorder: fc.Arbitrary<Reorder | undefined> = fc.option(
    fc.record({
      gapDays: fc.double({ min: 1, max: 900, noNaN: true }),
      againShare: fc.integer({ min: 0, max: 7 }).map(eighths => eighths / 8),
    }),
    { nil: undefined },
  )
  const indices = ids.map((_, index) => index)
  const year = fc.option(fc.array(fc.constantFrom(...LIFTS), { minLength: 12, maxLength: 12 }), { nil: undefined })
  return fc.record({
    asOf: fc.integer({ min: 0, max: 4e12 }),
    currency: fc.constantFrom('GBP', 'EUR'),
    params: fc.constant(someParams),
    items: items as fc.Arbitrary<ModelItem[]>,
    viewed: fc.oneof(relation as fc.Arbitrary<Neighbour[][]>, randomPairs(size)),
    boughtWith: relation as fc.Arbitrary<Neighbour[][]>,
    boughtAfterView: relation as fc.Arbitrary<Neighbour[][]>,
    boughtAfter: relation as fc.Arbitrary<Neighbour[][]>,
    afterDays: fc.tuple(...ids.map(() => fc.nat(400))) as fc.Arbitrary<number[]>,
    trending: fc.shuffledSubarray(indices),
    season: fc.tuple(...ids.map(() => year)) as fc.Arbitrary<(number[] | undefined)[]>,
    similar: relation as fc.Arbitrary<Neighbour[][]>,
    popular: fc.shuffledSubarray(indices, { minLength: size }),
    popularKnown: fc.nat(size),
    newest: fc.shuffledSubarray(indices),
    reorder: fc.tuple(...ids.map(() => reorder)) as fc.Arbitrary<(Reorder | undefined)[]>,
  }, { requiredKeys: ['asOf', 'params', 'items', 'boughtWith', 'similar', 'popular', 'popularKnown', 'newest', 'reorder'] })
})

function randomPairs(size: number): fc.Arbitrary<MutualParts> {
  const pair = fc.tuple(
    fc.nat(Math.max(0, size - 1)), fc.nat(Math.max(0, size - 1)), fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
  )
    .map(([one, other, strength]) => [Math.min(one, other), Math.max(one, other), strength] as const)
  return fc.tuple(
    fc.uniqueArray(pair, { selector: ([a, b]) => `${a} ${b}`, maxLength: 60 }).map(pairs => pairs.filter(([a, b]) => a < b)),
    fc.array(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), { minLength: size, maxLength: size }),
    fc.constantFrom(-1, -0.5, 0), fc.constantFrom(-0.1, 0, 0.4),
  ).map(([pairs, mass, outPower, inPower]) => ({
    a: Uint32Array.from(pairs, ([a]) => a), b: Uint32Array.from(pairs, ([, b]) => b),
    strength: Float64Array.from(pairs, ([, , s]) => s),
    mass: Float64Array.from(mass), outPower, inPower,
  }))
}
