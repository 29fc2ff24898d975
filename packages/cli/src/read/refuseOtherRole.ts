import { InputError } from '../inputError.ts'
import type { InputRole } from './columns.ts'
import { catalogueAliases, eventAliases, orderAliases } from './columns.ts'

/** Names that only an order's number has: a product has a `name` too, and a catalogue may be in some `order`. */
const orderNumbers = orderAliases.order_id.filter(name => name !== 'name' && name !== 'order')
/** What pages say of a product, and orders do not. */
const pageFields = ['availability', 'link', 'image_link', 'category', 'brand', 'price', 'list_price'] as const

const said: Readonly<Record<InputRole, { what: string; option: string }>> = {
  catalogue: { what: 'a catalogue', option: '--catalog' },
  orders: { what: 'orders', option: '--orders' },
  events: { what: 'events', option: '--events' },
}

/**
 * Refuses a table that is plainly something else than it was given as: orders as the catalogue would become products whose
 * titles are whatever stands in the row. What leaves a doubt is let through.
 *
 * @param has whether the table has a column, by its name as `plainName` writes it
 * @throws InputError naming the option that the file belongs behind
 */
export function refuseOtherRole(has: (name: string) => boolean, role: InputRole, file: string): void {
  const found = roleOf(has)
  if (found === undefined || found === role) return
  // An export of events may well tell of orders, and the other way round.
  const isBoth = role === 'orders' ? orderNumbers.some(has) : role === 'events' && eventAliases.event.some(has)
  if (!isBoth) refuseRole(found, role, file)
}

/** @throws InputError always */
export function refuseRole(found: InputRole, role: InputRole, file: string): never {
  throw new InputError(
    `holds ${said[found].what}, and was given as ${said[role].what}`,
    `give it with ${said[found].option}, and ${said[role].what} with ${said[role].option}`, { file },
  )
}

function roleOf(has: (name: string) => boolean): InputRole | undefined {
  const isTimed = orderAliases.time.some(has)
  if (eventAliases.session_id.some(has) && eventAliases.event.some(has)) return 'events'
  if (orderNumbers.some(has) && isTimed && orderAliases.item_id.some(has)) return 'orders'
  const isSold = orderNumbers.some(has) || orderAliases.quantity.some(has) || orderAliases.customer_id.some(has)
  const isProduct = catalogueAliases.item_id.some(has) && catalogueAliases.title.some(has)
  return isProduct && !isSold && pageFields.some(field => catalogueAliases[field].some(has)) ? 'catalogue' : undefined
}
