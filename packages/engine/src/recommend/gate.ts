import type { Product } from '../product.ts'

/** What the shop's rules ask of a ranking while it runs; all else they do to its list. */
export interface Gate {
  /** May this be a card: an item of the model, by its index. */
  allows(index: number): boolean
  /** The same, of an item that only pages have told of. */
  allowsProduct(product: Product): boolean
  /**
   * Share of its score, 0..1, that a card loses beside one before it that looks just like it. Absent: what the strategy takes.
   */
  diversity?: number
}
