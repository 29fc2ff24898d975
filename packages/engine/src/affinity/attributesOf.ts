import type { ItemMemory } from '../profile/profile.ts'
import type { Product } from '../product.ts'

/** What an item is, by attribute: `category`, `kind`, `brand`, `maker`, `colour`, any that the shop declares. */
export type Attributes = Readonly<Record<string, string | readonly string[] | undefined>>

/** What is known of an item, from its page or the catalogue. */
export type AttributesOf = (itemId: string, memory: ItemMemory) => Attributes

/** What pages said of an item. */
export const pageAttributes: AttributesOf = (_itemId, { item }) => ({ category: item.item_category, brand: item.item_brand })

/** What the catalogue says of one; the shop's own labels are the attribute `label`. */
export function productAttributes({ category, kind, brand, colour, motif, labels }: Product): Attributes {
  return { category, kind, brand, colour, motif, label: labels }
}
