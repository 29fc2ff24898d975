import type { Product } from '../product.ts'
import type { RankContext } from './rankContext.ts'
import { sayPrice } from './sayPrice.ts'

/** Items of an order whose price a list reads. Each costs microseconds, and what fits is common: of 500 a fiftieth fills a row. */
export const mostPriced = 500

/** A product with its price where that may be spoken of: with its day, not stale, in the page's currency; else without one. */
export function pricedProduct({ model, input, request }: RankContext, index: number): Product {
  const product = { ...model.product(index) }
  sayPrice(product, input, request)
  return product
}
