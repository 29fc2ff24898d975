import type { CatalogueItem } from '../catalogue/CatalogueItem.ts'
import type { PageItem } from './Page.ts'

/** A catalogue entry in GA4's words. Addresses stay paths: they are of the same origin. */
export function toPageItem(item: CatalogueItem): PageItem {
  return {
    item_id: item.itemId,
    item_group_id: item.itemGroupId,
    item_name: item.title,
    ...(item.colour !== undefined && { item_variant: item.colour }),
    item_category: item.category,
    price: item.price,
    url: item.link,
    image_url: item.imageLink,
  }
}
