/**
 * An item as GA4 names it: one line of an event's `items[]`.
 *
 * `item_id` is the variant (feed `g:id`); `item_group_id` is the product, which colour twins share.
 * Every field has passed `boundary/toItem`: strings are trimmed and capped, numbers finite.
 * `price` is the unit price after discount in major units of the event's currency.
 * `quantity` is a whole number >= 1; absent means 1.
 */
export interface Item {
  item_id: string
  item_group_id?: string
  item_name?: string
  item_variant?: string
  item_brand?: string
  item_category?: string
  price?: number
  quantity?: number
  /** Reduction of one unit against the list price, major units, >= 0; 0 says that there was none, absent that it is not known. */
  discount?: number
  /** 0-based position in the list it was shown in. */
  index?: number
  /** Same-origin or https page of the item, as given by the shop. */
  url?: string
  /** Picture of the item, as given by the shop. */
  image_url?: string
  /** The page called it sold out; anything else is not said. */
  in_stock?: false
}
