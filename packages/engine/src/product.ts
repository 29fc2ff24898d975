import type { EpochMs } from './event.ts'

/** A catalogue entry as the model carries it: one item (variant) ready to be drawn. */
export interface Product {
  itemId: string
  /** The product that colour twins share; the item's own id when it stands alone. */
  groupId: string
  title: string
  /** Major units of `currency`, at `priceAt`; absent when unknown. */
  price?: number
  priceAt?: EpochMs
  currency?: string
  url?: string
  imageUrl?: string
  /** Department, e.g. "Tea & Table". */
  category?: string
  /** Kind of object, e.g. "mug": a bundle holds one of each. */
  kind?: string
  colour?: string
  /** Design, e.g. "retrospot". */
  motif?: string
  brand?: string
  /** The shop's own labels (`custom_label_0` to `4`), for rules. */
  labels?: string[]
  /** Where it is sold, when the feed serves several markets: ISO 3166-1 code or what the feed calls it. Absent: everywhere. */
  market?: string
  /** Regular price in major units, when `price` is a reduced one. */
  listPrice?: number
  /** Number of pieces in a set; absent for a single piece. */
  setSize?: number
  /** In stock when the model was built. */
  available: boolean
  /** First sold within the `newWithinDays` of the model (default 45) before its newest order. */
  isNew: boolean
  /** First sale known, for "new" ordering and words. */
  firstSoldAt?: EpochMs
}
