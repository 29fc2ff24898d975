import type { Product } from '../product.ts'
import type { RankContext } from './rankContext.ts'
import { sayPrice } from './sayPrice.ts'

/** A product with its price where that may be spoken of: with its day, not stale, in the page's currency; else without one. */
export function pricedProduct({ model, input, request }: RankContext, index: number): Product {
  const product = model.product(index)
  sayPrice(product, input, request)
  return product
}
