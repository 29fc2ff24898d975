import type { Product } from '../product.ts'
import type { ItemMemory } from '../profile/profile.ts'
import { defined } from './defined.ts'

/**
 * A card's product from what pages said of it, for a device without a model. Available as far as its page said; a price without
 * its currency is no price.
 */
export function toProduct(memory: ItemMemory): Product {
  // No prototypes: what a page said nothing of must not be read from what it has added to Object.prototype.
  const { item: said, currency, pricedAt }: ItemMemory = Object.assign(Object.create(null), memory)
  const item: ItemMemory['item'] = Object.assign(Object.create(null), said)
  return Object.assign(Object.create(null) as Product, defined<Product>({
    itemId: item.item_id,
    groupId: item.item_group_id ?? item.item_id,
    title: item.item_name ?? item.item_id,
    price: currency === undefined ? undefined : item.price,
    priceAt: pricedAt,
    currency,
    url: item.url,
    imageUrl: item.image_url,
    category: item.item_category,
    colour: item.item_variant,
    available: item.in_stock !== false,
    isNew: false,
  }))
}
