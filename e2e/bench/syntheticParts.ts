import { defaultParams, type ModelParts, type Neighbour } from '@shopside/engine'
import { seededRandom } from '../seededRandom.ts'

/**
 * A shop by a seeded generator: items that hang together with those near by in the file, as graph bisection leaves them, and now
 * and then with one far away.
 *
 * @param perItem mean neighbours of an item
 */
export function syntheticParts(items: number, perItem: number): ModelParts {
  const random = seededRandom(4)
  const rows = Array.from({ length: items }, (_, index): Neighbour[] => {
    const wanted = Math.floor(random() * perItem * 2 + 0.5)
    const row = new Map<number, Neighbour>()
    while (row.size < wanted) {
      const away = random() < 0.12
        ? Math.floor(random() * items)
        : Math.ceil(-Math.log(1 - random()) * 40) * (random() < 0.5 ? -1 : 1)
      const at = (index + away + items) % items
      if (at !== index) row.set(at, { index: at, weight: Math.exp(-random() * 4) })
    }
    return [...row.values()]
  })
  const names = Array.from({ length: items }, (_, index) => String(100_000 + Math.floor(index * 7.3)))
  const order = names.map((_, index) => index).sort((a, b) => names[a]!.slice(3).localeCompare(names[b]!.slice(3)) || a - b)
  return {
    asOf: 0, params: defaultParams, items: names.map(itemId => ({ itemId, groupId: itemId, title: itemId, available: true })),
    viewed: rows, boughtWith: rows.map(() => []), similar: rows.map(() => []), popular: order, popularKnown: 0, newest: [],
    reorder: rows.map(() => undefined),
  }
}
