import type { Model, ModelParams, Neighbour, Reorder } from '../../model/model.ts'
import type { Product } from '../../product.ts'

/** One catalogue entry of a test: only what the test is about. Neighbours are `[id, weight, oneIn]`, strongest first. */
export interface TinyItem {
  id: string
  group?: string
  kind?: string
  motif?: string
  category?: string
  colour?: string
  price?: number
  available?: boolean
  isNew?: boolean
  reorder?: Reorder
  bought?: [string, number, number?][]
  similar?: [string, number][]
}

interface TinyOptions {
  /** Ids, most popular first; the rest follows unknown. Default: none known. */
  popular?: string[]
  currency?: string
  params?: Partial<ModelParams>
}

/** An in-memory `Model` for tests: the contract without a file. */
export function tinyModel(items: TinyItem[], options: TinyOptions = {}): Model {
  const byId = new Map(items.map((item, index) => [item.id, index]))
  const number = (name: 'kind' | 'motif' | 'category' | 'group'): number[] => {
    const table = ['']
    return items.map(item => {
      const word = item[name] ?? (name === 'group' ? `alone ${item.id}` : '')
      if (!table.includes(word)) table.push(word)
      return table.indexOf(word)
    })
  }
  const row = (links: [string, number, number?][] = []): Neighbour[] => links.map(([id, weight, oneIn]) =>
    ({ index: byId.get(id)!, weight, ...(oneIn !== undefined && { oneIn }) }))
  const groups = number('group')
  const kinds = number('kind')
  const motifs = number('motif')
  const categories = number('category')
  const known = options.popular ?? []
  const popular = Uint32Array.from([
    ...known.map(id => byId.get(id)!),
    ...items.map((_, index) => index).filter(index => !known.includes(items[index]!.id)),
  ])
  const product = (index: number): Product => {
    const { id, group, kind, motif, category, colour, price, available = true, isNew = false } = items[index]!
    return {
      itemId: id, groupId: group ?? id, title: `Title of ${id}`, available, isNew,
      ...(price !== undefined && { price, priceAt: 0, ...(options.currency !== undefined && { currency: options.currency }) }),
      ...(kind !== undefined && { kind }), ...(motif !== undefined && { motif }),
      ...(category !== undefined && { category }), ...(colour !== undefined && { colour }),
    }
  }
  return {
    version: 'tiny', asOf: 0, currency: options.currency, size: items.length,
    indexOf: id => byId.get(id) ?? -1,
    product,
    itemId: index => items[index]!.id,
    available: index => items[index]!.available ?? true,
    group: index => groups[index]!,
    twins: index => items.map((_, other) => other).filter(other => groups[other] === groups[index]),
    kind: index => kinds[index]!,
    motif: index => motifs[index]!,
    category: index => categories[index]!,
    boughtWith: index => row(items[index]!.bought),
    similar: index => row(items[index]!.similar),
    popular,
    popularKnown: known.length,
    newest: Uint32Array.from(items.flatMap((item, index) => (item.isNew ? [index] : []))),
    popularRank: index => popular.indexOf(index),
    reorder: index => items[index]!.reorder,
    params: {
      viewHalfLifeDays: 30, twoHop: 0.15, orderDecay: 0.9, gapDays: [34, 90, 196, 279], bulkUnitsPerLine: 24,
      frequentPurchaseDays: 3, newWithinDays: 45, ...options.params,
    },
  }
}
