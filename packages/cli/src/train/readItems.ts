import type { CatalogueItem } from '../read/catalogueItem.ts'
import type { Database } from './database.ts'

/**
 * The items in the order of their numbers (`item_no`): those of the catalogue, or without one those that occur, with the id for
 * a title.
 */
export async function readItems(database: Database, catalogue: readonly CatalogueItem[] | undefined): Promise<CatalogueItem[]> {
  for (const item of catalogue ?? []) database.addItem({ itemId: item.itemId, category: item.category ?? '' })
  await database.make('item_no')
  const ids = await database.texts('SELECT item_id FROM item_no ORDER BY item')
  if (!catalogue) return ids.map(itemId => ({ itemId, groupId: itemId, title: itemId, available: true }))
  const byId = new Map(catalogue.map(item => [item.itemId, item]))
  return ids.map(itemId => byId.get(itemId)!)
}
