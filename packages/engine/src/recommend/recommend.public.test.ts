// What keeps a shop's rules meets the ranker at a gate: by package name, on the built files.
import { decodeModel, defaultParams, encodeModel, recommend, type Gate } from '@shopside/engine'
import { expect, it } from 'vitest'

const ids = ['bunting', 'cakestand', 'jam', 'tin']

it('asks a gate while it ranks', () => {
  const model = decodeModel(encodeModel({
    asOf: 0, params: defaultParams, popular: [3, 2, 1, 0], popularKnown: 4, newest: [], reorder: ids.map(() => undefined),
    items: ids.map(itemId => ({ itemId, groupId: itemId, title: `A ${itemId}`, available: true })),
    boughtWith: ids.map(() => []), similar: ids.map(() => []),
  }))
  const gate: Gate = { allows: index => index !== 3, allowsProduct: () => true }
  const list = recommend({ now: 0, model, page: {} }, { strategy: 'popular', rules: {} }, [],
    (_input, { rules: _, ...request }, ask) => ask(request, gate))
  expect(list.map(card => card.item.itemId)).toEqual(['jam', 'cakestand', 'bunting'])
})
