import type { Aliases, InputRole } from './columns.ts'
import { catalogueAliases, eventAliases, findColumns, orderAliases } from './columns.ts'
import type { Recognised } from './format.ts'

/** Which column holds which field of a table, as a column map has it: `['orders.item_id', 'SKU']`. Nothing for other formats. */
export function recognisedColumns(
  role: InputRole, { format, names }: Recognised, named: ReadonlyMap<string, string>,
): [string, string][] {
  if (format !== 'generic' && format !== 'google-table') return []
  const aliases: Aliases<string> = { catalogue: catalogueAliases, orders: orderAliases, events: eventAliases }[role]
  const found = findColumns(names, aliases, [], named, role, '')
  return Object.entries(found).filter(([, at]) => at >= 0).map(([field, at]) => [`${role}.${field}`, names[at]!.trim()])
}
