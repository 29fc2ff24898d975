import { defaultParams, type ModelItem, type ModelParts, type Neighbour } from '@shopside/engine'
import { seededRandom } from '../seededRandom.ts'

const day = 86_400_000
/** Of the newest row. */
export const syntheticAsOf: number = Date.UTC(2026, 0, 31)

/** Edges a row: what the session tables of the size-quality curve hold, and the baskets'. */
const viewedEdges = 12
const boughtEdges = 12
const similarEdges = 10
const afterEdges = 5

/**
 * A shop of `size` items made by a seed, with every relation and field: neighbours mostly near in the order of the file (as
 * bisection leaves them), the rest spread with a pull to the popular; colours in groups of two, forty items a kind. Same size and
 * seed, same parts.
 */
export function syntheticShop(size: number, seed = 1): ModelParts {
  const random = seededRandom(seed)
  const below = (limit: number): number => Math.floor(random() * limit)
  const indices = Array.from({ length: size }, (_, index) => index)
  const popular = [...indices]
  for (let place = size - 1; place > 0; place--) {
    const other = below(place + 1)
    ;[popular[place], popular[other]] = [popular[other]!, popular[place]!]
  }
  const row = (index: number, edges: number): Neighbour[] => {
    const found = new Set<number>()
    for (let tries = 0; found.size < edges && tries < edges * 4; tries++) {
      const near = index - 40 + below(81)
      const other = random() < 0.6 ? (near + size) % size : popular[Math.floor(size * random() ** 3)]!
      if (other !== index) found.add(other)
    }
    let weight = 0.3 + 0.7 * random()
    return [...found].map((other, place) => ({ index: other, weight: weight *= 0.85, ...(place < 3 && { oneIn: 2 + below(8) }) }))
  }
  const items = indices.map((index): ModelItem => ({
    itemId: `sku-${index}`, groupId: `product-${index >> 1}`, title: `Synthetic product number ${index}`,
    colour: index % 2 ? 'red' : 'green',
    price: 2 + below(400) / 4, priceAt: syntheticAsOf - day, firstSoldAt: syntheticAsOf - below(900) * day,
    available: random() > 0.1,
    url: `/product/sku-${index}`, imageUrl: `/pictures/sku-${index}.jpg`, kind: `kind ${Math.floor(index / 40)}`,
    category: `department ${index % 23}`, motif: `motif ${index % 97}`, brand: `brand ${index % 51}`,
  }))
  return {
    asOf: syntheticAsOf, currency: 'GBP', params: defaultParams, items, popular, popularKnown: Math.floor(size * 0.7),
    viewed: indices.map(index => row(index, viewedEdges)), boughtWith: indices.map(index => row(index, boughtEdges)),
    boughtAfterView: indices.map(index => row(index, afterEdges)), boughtAfter: indices.map(index => row(index, afterEdges)),
    similar: indices.map(index => row(index, similarEdges)), afterDays: indices.map(() => 10 + below(50)),
    trending: popular.slice(0, 200).sort((a, b) => a % 97 - b % 97 || a - b), newest: popular.filter(index => index % 40 === 0),
    season: indices.map(
      index => (index % 3 ? undefined : Array.from({ length: 12 }, (_, month) => (month === index % 12 ? 3 : 0.8))),
    ),
    reorder: indices.map(index => (index % 5 ? undefined : { gapDays: 20 + index % 60, againShare: (1 + index % 7) / 8 })),
  }
}
