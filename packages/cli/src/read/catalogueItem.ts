/** One entry of the catalogue as the reader hands it on. Times are epoch ms; money in major units. */
export interface CatalogueItem {
  itemId: string
  groupId: string
  title: string
  /** What is asked now: the sale price while it counts. */
  price?: number
  /** Regular price, when `price` is a reduced one: always above it. */
  listPrice?: number
  /** ISO 4217, from the currency column or the price itself. */
  currency?: string
  priceAt?: number
  category?: string
  kind?: string
  colour?: string
  motif?: string
  brand?: string
  /** The shop's own labels (`custom_label_0` to `4`), those that are not empty, in their order. */
  labels?: string[]
  /** Where it is sold: ISO 3166-1 code, or what the feed calls it. Absent: everywhere. */
  market?: string
  setSize?: number
  available: boolean
  firstSoldAt?: number
  url?: string
  imageUrl?: string
}
