import type { StoreNorms } from '@shopside/engine'
import type { RowsReport } from './build.ts'
import { openCatalogue, openRows } from './buildInputs.ts'
import { InputError } from './inputError.ts'
import type { LearnOptions } from './learnShop.ts'
import type { CatalogueItem } from './read/catalogueItem.ts'
import type { Database } from './train/database.ts'
import { openDatabase } from './train/database.ts'
import { normsFloor } from './train/normsFloor.ts'
import { trainNorms } from './train/trainNorms.ts'
import { readStore } from './train/trainStore.ts'

/** Norms of a store, and what they were learnt from. */
export interface LearntNorms {
  norms: StoreNorms
  items: CatalogueItem[]
  orders?: RowsReport
}

/**
 * What shoppers are judged by, without the rest of a model.
 *
 * @param look sees the tables before they go
 * @throws InputError as `build`, and when too few customers came back
 */
export async function learnNorms(
  options: LearnOptions & { orders: string },
  look: (database: Database) => Promise<void> = async () => {},
): Promise<LearntNorms> {
  const { threads = 2, memoryBytes = 1e9, timeZone } = options
  const catalogue = await openCatalogue(options)
  const database = await openDatabase({ threads, memoryBytes })
  try {
    const {
      items,
      report: { orders },
    } = await openRows(database, options, catalogue)
    for (const name of ['item_name', 'order_line', 'shop_order', 'basket', 'event_row', 'store', 'item_sale'] as const)
      await database.make(name)
    const currency = options.currency ?? items.find(item => item.currency !== undefined)?.currency
    const norms = await trainNorms(database, items, await readStore(database), {
      ...(currency !== undefined && { currency }),
      ...(timeZone !== undefined && { timeZone }),
    })
    if (!norms) {
      throw new InputError(
        `fewer than ${normsFloor} known customers bought on two days`,
        'give more orders, with a customer_id',
        { file: options.orders },
      )
    }
    await look(database)
    return { norms, items, ...(orders && { orders }) }
  } finally {
    database.close()
  }
}
