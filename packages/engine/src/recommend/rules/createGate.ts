import type { Product } from '../../product.ts'
import type { Gate } from '../gate.ts'
import { noModel } from '../noModel.ts'
import type { RecommendInput } from '../recommendInput.ts'
import { openBoard } from '../scoreBoard.ts'
import { meetsFilter } from './meetsFilter.ts'
import type { ItemFilter, PlacementRules } from './placementRules.ts'

/** The rules' look at items: each is read from the catalogue once a list, with what the shop says of it now. */
export interface RuleGate extends Gate {
  /** The same product that `allows` judged; of an item that is not in the model, `product` itself. */
  seen(product: Product): Product
}

/**
 * Items that one list reads for its filters: each costs microseconds. A filter by department or kind passes over the others without
 * reading; any other that none of so many meets finds nothing further down.
 */
const mostRead = 2000

/** @param rules as `readRules` gives them */
export function createGate({ include, exclude, diversity }: PlacementRules, input: RecommendInput): RuleGate {
  const { live } = input
  const { model, indexOf } = openBoard(input.model ?? noModel)
  const always = (): boolean => true
  const isIncluded = include ? meetsFilter(include) : always
  const isExcluded = exclude ? meetsFilter(exclude) : undefined
  const hasFilter = !!include || !!exclude
  const products = new Map<number, Product>()
  const verdicts = new Map<number, boolean>()

  const withLive = (product: Product): Product => {
    const { price, available, currency = input.currency } = live?.get(product.itemId) ?? {}
    // Filters speak of the catalogue's currency: an amount of another is none of it. Unknown on one side is no contradiction.
    const isForeign = currency !== undefined && model.currency !== undefined && currency !== model.currency
    if (price !== undefined && !isForeign) product.price = price
    if (available !== undefined) product.available = available
    return product
  }
  const productAt = (index: number): Product => {
    let product = products.get(index)
    if (!product) products.set(index, product = withLive({ ...model.product(index) }))
    return product
  }
  const allowsProduct = (product: Product): boolean => isIncluded(product) && !isExcluded?.(product)

  // Department and kind are numbers in the model: a filter by them passes over whole shelves without reading an item.
  const byCategory = codesOf(include?.categories, model.category, index => productAt(index).category)
  const byKind = codesOf(include?.kinds, model.kind, index => productAt(index).kind)
  return {
    ...(diversity !== undefined && { diversity }),
    allowsProduct,
    allows(index) {
      if (!hasFilter) return true
      if (!byCategory(index) || !byKind(index)) return false
      let verdict = verdicts.get(index)
      if (verdict === undefined && verdicts.size < mostRead) verdicts.set(index, verdict = allowsProduct(productAt(index)))
      return verdict === true
    },
    seen(product) {
      const index = indexOf(product.itemId)
      return index < 0 ? product : productAt(index)
    },
  }
}

/** Whether an item's number in a table stands for one of these names; each number is looked up once. */
function codesOf(
  names: ItemFilter['kinds'], codeOf: (index: number) => number, nameOf: (index: number) => string | undefined,
): (index: number) => boolean {
  if (!names) return () => true
  const wanted = new Set(names.map(name => name.toLowerCase()))
  const known = new Map<number, boolean>([[0, false]])
  return index => {
    const code = codeOf(index)
    let verdict = known.get(code)
    if (verdict === undefined) known.set(code, verdict = wanted.has(nameOf(index)?.toLowerCase() ?? ''))
    return verdict
  }
}
