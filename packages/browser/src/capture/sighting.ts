import type { Item, Shipment } from '@shopside/engine'
import type { Origin } from '@shopside/engine/boundary'
import type { CaptureSource } from './captureSource.ts'

/**
 * What a page's product is, as one source tells it. `item` has passed the boundary; a source without an id leaves `item_id` out.
 */
export interface SeenProduct {
  item: Partial<Item>
  /** ISO 4217, beside `item.price` in major units. */
  currency?: string | undefined
  /** By what the page said; absent when it said nothing. */
  available?: boolean | undefined
  /**
   * All ids that this source gives the same product (sku, gtin, productID, variant ids): candidates for a match with the
   * catalogue.
   */
  ids: string[]
}

/** An order as a confirmation page tells it. */
export interface SeenOrder {
  id: string
  items: Item[]
  currency?: string | undefined
  value?: number | undefined
  /** Epoch ms, where the page says when it was placed. An order page shows old orders too: an old one is no purchase of now. */
  placedAt?: number | undefined
}

/** Several products of a category or search page, in order. */
export interface SeenList {
  items: Item[]
  name?: string | undefined
}

/** The whole basket; no lines means an empty basket. `token` names the basket itself. */
export interface SeenCart {
  lines: Item[]
  currency?: string | undefined
  token?: string | undefined
}

/**
 * What one detector saw on the page as it stands. Plain data, every field through the boundary; detectors neither track nor
 * store. `capture/merge.ts` makes one answer of many sightings, field by field.
 */
export interface Sighting {
  source: CaptureSource
  /** The product that this page is about; absent on lists. */
  product?: SeenProduct | undefined
  list?: SeenList | undefined
  /** From the shop's root to the page's department, without the product itself. */
  breadcrumb?: string[] | undefined
  cart?: SeenCart | undefined
  order?: SeenOrder | undefined
  /** Parcels, each with the `order_id` it belongs to where the page says so. */
  shipments?: Shipment[] | undefined
  /** Something was there and could not be used: a code for `status().capture.problems`, never a value of the page. */
  problem?: string
}

/** Reads one kind of marking from a document. Never throws; junk is a `problem`. */
export type Detector = (document: Document, origin: Origin) => Sighting[]
