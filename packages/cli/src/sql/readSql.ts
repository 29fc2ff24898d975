import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The tables, one `.sql` file each, in this folder. */
export type SqlName =
  | 'item_no' | 'item_name' | 'order_line' | 'shop_order' | 'basket' | 'event_row' | 'item_sale' | 'item_view' | 'store' | 'reorder_gap'
  | 'season' | 'pair' | 'bought_after' | 'purchase' | 'item_gap'
  | 'view_visit' | 'view_click' | 'view_weight' | 'view_item' | 'view_pair' | 'view_purchase'

/**
 * The text of one `.sql` file, with its values put in. It lies beside this file in the sources, in `sql/` beside the built entry,
 * and in `../sql/` from a built chunk: the first that exists is taken.
 *
 * @param values by name, for each `$name` of the file: put in as text, since a parameter is not in every engine's reach
 * @throws Error when a value is missing: a mistake of ours
 */
export function readSql(name: SqlName, values: Readonly<Record<string, number>> = {}): string {
  const here = dirname(fileURLToPath(import.meta.url))
  const places = [here, join(here, 'sql'), join(here, '..', 'sql')].map(folder => join(folder, `${name}.sql`))
  const found = places.find(place => existsSync(place))
  if (found === undefined) throw new Error(`${name}.sql is missing from the package: ${places.join(', ')}`)
  return readFileSync(found, 'utf8').replace(/^--.*$|\$([a-z_]+)/gm, (text, value: string | undefined) => {
    if (value === undefined) return text
    if (!Object.hasOwn(values, value)) throw new Error(`${name}.sql needs a value for $${value}`)
    return String(values[value])
  })
}
