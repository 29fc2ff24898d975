import { defaultParams } from '../../model/defaultParams.ts'
import type { Model, ModelParams, Relation, Reorder } from '../../model/model.ts'
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
  viewed?: [string, number][]
  boughtAfterView?: [string, number][]
  after?: [string, number][]
  afterDays?: number
  season?: number[]
  market?: string
  brand?: string
  labels?: string[]
  listPrice?: number
}

interface TinyOptions {
  /** Ids, most popular first; the rest follows unknown. Default: none known. */
  popular?: string[]
  trending?: string[]
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
  const relation = (name: 'viewed' | 'bought' | 'boughtAfterView' | 'after' | 'similar'): Relation => {
    const rows: [string, number, number?][][] = items.map(item => item[name] ?? [])
    const edges = rows.flat()
    const weights = [...new Set(edges.map(([, weight]) => weight))]
    let end = 0
    const edgeAt = Uint32Array.from([0, ...rows.map(row => end += row.length)])
    return {
      edgeAt,
      to: Uint32Array.from(edges, ([id]) => byId.get(id)!),
      levels: Uint16Array.from(edges, ([, weight]) => weights.indexOf(weight)),
      weightOf: Float32Array.from(weights),
      startOf: index => edgeAt[index]!,
      oneIn: edge => edges[edge]?.[2] ?? 0,
    }
  }
  const marketNames = ['', ...new Set(items.flatMap(item => item.market ?? []))]
  const markets = items.map(item => marketNames.indexOf(item.market ?? ''))
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
    const { id, group, kind, motif, category, colour, price, available = true, isNew = false, ...rest } = items[index]!
    return {
      itemId: id, groupId: group ?? id, title: `Title of ${id}`, available, isNew,
      ...(price !== undefined && { price, priceAt: 0, ...(options.currency !== undefined && { currency: options.currency }) }),
      ...(kind !== undefined && { kind }), ...(motif !== undefined && { motif }),
      ...(category !== undefined && { category }), ...(colour !== undefined && { colour }),
      ...(rest.brand !== undefined && { brand: rest.brand }), ...(rest.labels && { labels: rest.labels }),
      ...(rest.market !== undefined && { market: rest.market }),
      ...(rest.listPrice !== undefined && { listPrice: rest.listPrice }),
    }
  }
  return {
    version: 'tiny', asOf: 0, currency: options.currency, size: items.length,
    indexOf: id => byId.get(id) ?? -1,
    product,
    itemId: index => items[index]!.id,
    available: index => items[index]!.available ?? true,
    price: index => items[index]!.price,
    group: index => groups[index]!,
    twins: index => items.map((_, other) => other).filter(other => groups[other] === groups[index]),
    kind: index => kinds[index]!,
    motif: index => motifs[index]!,
    category: index => categories[index]!,
    market: index => markets[index]!,
    marketOf: name => marketNames.findIndex(known => known.toLowerCase() === name.toLowerCase()),
    viewed: relation('viewed'),
    boughtWith: relation('bought'),
    boughtAfterView: relation('boughtAfterView'),
    boughtAfter: relation('after'),
    afterDays: index => items[index]!.afterDays ?? 0,
    similar: relation('similar'),
    trending: Uint32Array.from((options.trending ?? []).map(id => byId.get(id)!)),
    seasonLift: (index, month) => items[index]!.season?.[month] ?? 1,
    popular,
    popularKnown: known.length,
    newest: Uint32Array.from(items.flatMap((item, index) => (item.isNew ? [index] : []))),
    popularRank: index => popular.indexOf(index),
    reorder: index => items[index]!.reorder,
    params: { ...defaultParams, ...options.params },
  }
}
