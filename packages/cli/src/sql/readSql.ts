import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The tables, one `.sql` file each, in this folder. */
export type SqlName = 'shop_order' | 'basket' | 'item_sale' | 'pair' | 'pair_shopper' | 'reorder' | 'reorder_gap' | 'store'

/**
 * The text of one `.sql` file. It lies beside this file in the sources, in `sql/` beside the built entry,
 * and in `../sql/` from a built chunk: the first that exists is taken.
 */
export function readSql(name: SqlName): string {
  const here = dirname(fileURLToPath(import.meta.url))
  const places = [here, join(here, 'sql'), join(here, '..', 'sql')].map(folder => join(folder, `${name}.sql`))
  const found = places.find(place => existsSync(place))
  if (found === undefined) throw new Error(`${name}.sql is missing from the package: ${places.join(', ')}`)
  return readFileSync(found, 'utf8')
}
