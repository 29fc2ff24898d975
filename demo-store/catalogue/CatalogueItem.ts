import type { Department } from './department.ts'

/** One line of the catalogue: an item as the shop knows it. An absent field is unknown, never guessed. */
export interface CatalogueItem {
  /** Stock code, upper case. */
  readonly itemId: string
  /** The product the item belongs to; shared by colour twins. */
  readonly itemGroupId: string
  readonly title: string
  /** Major units of `currency`, two decimals. */
  readonly price: number
  /** ISO 4217. */
  readonly currency: 'GBP'
  /** The day the price was true, `YYYY-MM-DD`. */
  readonly priceAt: string
  readonly category: Department
  readonly kind?: string
  readonly colour?: string
  readonly motif?: string
  /** Pieces in the set, from 2. */
  readonly setSize?: number
  /** `false`: no longer sold; the page stays. */
  readonly available: boolean
  /** The day of its first order, `YYYY-MM-DD`. */
  readonly firstSold: string
  /** Path of its page. */
  readonly link: string
  /** Path of its picture. */
  readonly imageLink: string
}
