import type { Product } from '../../product.ts'
import type { ItemFilter } from './placementRules.ts'

/** Tells of any product whether it meets a filter; names are made ready once. */
export function meetsFilter({ items, categories, kinds, brands, labels, motifs, colours, markets, price, ...flags }: ItemFilter):
  (product: Product) => boolean {
  const ids = items && new Set(items)
  const isNamed = (names: readonly string[] | undefined): ((name: string | undefined) => boolean) => {
    const wanted = names && new Set(names.map(name => name.toLowerCase()))
    return name => !wanted || (name !== undefined && wanted.has(name.toLowerCase()))
  }
  const [inCategory, ofKind, ofBrand, withLabel, ofMotif, inColour, inMarket] =
    [categories, kinds, brands, labels, motifs, colours, markets].map(isNamed) as NamedBy
  const { min = 0, max = Infinity } = price ?? {}

  return product =>
    (!ids || ids.has(product.itemId) || ids.has(product.groupId))
    && inCategory(product.category) && ofKind(product.kind) && ofBrand(product.brand) && ofMotif(product.motif)
    && inColour(product.colour)
    && (!labels || product.labels?.some(withLabel) === true)
    && (product.market === undefined || inMarket(product.market))
    && (!price || (product.price !== undefined && product.price >= min && product.price <= max))
    && (flags.reduced === undefined || flags.reduced === product.price! < product.listPrice!)
    && (flags.isNew === undefined || flags.isNew === product.isNew)
    && (flags.available === undefined || flags.available === product.available)
}

type IsNamed = (name: string | undefined) => boolean
type NamedBy = [IsNamed, IsNamed, IsNamed, IsNamed, IsNamed, IsNamed, IsNamed]
