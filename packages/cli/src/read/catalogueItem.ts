/** One entry of the catalogue as the reader hands it on. Times are epoch ms; money in major units. */
export interface CatalogueItem {
  itemId: string
  groupId: string
  title: string
  price?: number
  /** ISO 4217, from the currency column or the price itself. */
  currency?: string
  priceAt?: number
  category?: string
  kind?: string
  colour?: string
  motif?: string
  setSize?: number
  available: boolean
  firstSoldAt?: number
  url?: string
  imageUrl?: string
}
