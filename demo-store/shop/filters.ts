import type { CatalogueItem } from '../catalogue/CatalogueItem.ts'
import type { Product } from './Shop.ts'

/** What a list can be narrowed by; each is one value or none. */
export const facets = ['kind', 'colour', 'motif', 'price'] as const

export type Facet = (typeof facets)[number]

/** Chosen values by facet; absent means all. */
export type Filters = Readonly<Partial<Record<Facet, string>>>

/** One value of a facet with the number of products that choosing it would leave. */
export interface FacetOption {
  readonly value: string
  readonly count: number
}

/** Price bands in pounds, lower end included, upper end not. */
const priceBands: readonly (readonly [name: string, from: number, to: number])[] = [
  ['Under £1', 0, 1],
  ['£1 to £3', 1, 3],
  ['£3 to £8', 3, 8],
  ['£8 and over', 8, Infinity],
]

/** Reads filters from an address. A value nobody has leaves an empty list, never an error. */
export function readFilters(query: URLSearchParams): Filters {
  const found: Partial<Record<Facet, string>> = {}
  for (const facet of facets) {
    const value = query.get(facet)?.trim()
    if (value) found[facet] = value
  }
  return found
}

/** Products that have an item for all chosen values, shown in the colour that was asked for; the order is kept. */
export function applyFilters(products: readonly Product[], filters: Filters): Product[] {
  const kept: Product[] = []
  for (const product of products) {
    const item = product.items.find(candidate => candidate.available && matches(candidate, filters))
    if (!item) continue
    kept.push(item === product.item ? product : { ...product, item })
  }
  return kept
}

/** Values of one facet among products that pass all *other* filters, most frequent first, then by name; prices in their order. */
export function toOptions(products: readonly Product[], filters: Filters, facet: Facet): FacetOption[] {
  const { [facet]: _chosen, ...others } = filters
  const counts = new Map<string, number>()
  for (const { items } of products) {
    const values = new Set<string>()
    for (const item of items) {
      const value = valueOf(item, facet)
      if (value !== undefined && item.available && matches(item, others)) values.add(value)
    }
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  const options = [...counts].map(([value, count]) => ({ value, count }))
  if (facet === 'price') return options.sort((a, b) => bandIndex(a.value) - bandIndex(b.value))
  return options.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}

/** An address with one facet set, or taken away where `value` is undefined; the page number goes with it. */
export function toFilterLink(path: string, filters: Filters, facet: Facet, value: string | undefined): string {
  return toLink(path, { ...filters, [facet]: value })
}

/** A path with its query; absent values are left out. */
export function toLink(path: string, values: Readonly<Record<string, string | number | undefined>>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) if (value !== undefined) query.set(name, String(value))
  const text = query.toString()
  return text === '' ? path : `${path}?${text}`
}

function matches(item: CatalogueItem, filters: Filters): boolean {
  return facets.every(facet => filters[facet] === undefined || valueOf(item, facet) === filters[facet])
}

function valueOf(item: CatalogueItem, facet: Facet): string | undefined {
  if (facet !== 'price') return item[facet]
  return priceBands.find(([, from, to]) => item.price >= from && item.price < to)?.[0]
}

function bandIndex(name: string): number {
  return priceBands.findIndex(([band]) => band === name)
}
