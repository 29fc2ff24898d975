import type { Place } from '../inputError.ts'
import type { CatalogueField } from './columns.ts'

/**
 * A row of a catalogue, whatever it was written in: the text of each field that is there, trimmed. `price` is the regular price
 * where `sale_price` is the reduced one (Google, WooCommerce); where `list_price` is there, `price` is what is asked now
 * (Shopify).
 */
export interface CatalogueRow {
  cells: Partial<Record<CatalogueField, string>>
  place: (field: CatalogueField) => Place
  /** Other ids by which orders or pages may name the same item: its SKU, its number. */
  otherIds?: readonly string[]
}
