import type { Item, Shipment } from '@shopside/engine'
import type { CaptureSource } from './captureSource.ts'

/** What a page's product is, as one source tells it. `item` has passed the boundary; a source without an id leaves `item_id` out. */
export interface SeenProduct {
  item: Partial<Item>
  /** ISO 4217, beside `item.price` in major units. */
  currency?: string
  /** By what the page said; absent when it said nothing. */
  available?: boolean
  /** All ids that this source gives the same product (sku, gtin, productID, variant ids): candidates for a match with the catalogue. */
  ids: string[]
}

/** An order as a confirmation page tells it. */
export interface SeenOrder {
  id: string
  items: Item[]
  currency?: string
  value?: number
  /** Epoch ms, where the page says when it was placed. An order page shows old orders too: an old one is no purchase of now. */
  placedAt?: number
}

/**
 * What one detector saw on the page as it stands. Plain data, every field through the boundary; detectors neither track nor store.
 * `capture/merge.ts` makes one answer of many sightings, field by field.
 */
export interface Sighting {
  source: CaptureSource
  /** The product that this page is about; absent on lists. */
  product?: SeenProduct
  /** Items of a category or search page, in order. */
  list?: { items: Item[]; name?: string }
  /** From the shop's root to the page's department, without the product itself. */
  breadcrumb?: string[]
  /** The whole basket; empty means an empty basket. */
  cart?: { lines: Item[]; currency?: string; token?: string }
  order?: SeenOrder
  /** Parcels, each with the `order_id` it belongs to where the page says so. */
  shipments?: Shipment[]
  searchTerm?: string
  /** Something was there and could not be used: a code for `status().capture.problems`, never a value of the page. */
  problem?: string
}

/** Reads one kind of marking from a document. Never throws; junk is a `problem`. */
export type Detector = (document: Document, origin: { base: string; hosts?: readonly string[] }) => Sighting[]
