import type { Product } from '../product.ts'
import type { ItemMemory } from '../profile/profile.ts'
import { defined } from './defined.ts'

/**
 * A card's product from what pages said of it, for a device without a model. Available as far as anybody knows; a price without
 * its currency is no price.
 */
export function toProduct({ item, currency, pricedAt }: ItemMemory): Product {
  return defined<Product>({
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
    available: true,
    isNew: false,
  })
}
