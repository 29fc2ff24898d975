import type { CatalogueItem } from './catalogueItem.ts'
import type { CountedIds } from './countIds.ts'

/** Below this share of rows with a customer, what needs customers hardly works. */
const fewCustomers = 0.05

/** What a model of these inputs would lack, each with what a shop would see of it. */
export function whatIsMissing(
  items: readonly CatalogueItem[] | undefined, orders: CountedIds | undefined, events: CountedIds | undefined,
): string[] {
  const missing: string[] = []
  const lacking = (what: string, without: (item: CatalogueItem) => boolean, then: string): void => {
    const count = items?.filter(without).length ?? 0
    if (!items || !count) return
    missing.push(`no ${what}${count === items.length ? '' : ` for ${count} of ${items.length} items`}: ${then}`)
  }
  if (!items) missing.push('no catalogue: items are those that occur, and cards show ids for titles')
  lacking('price', item => item.price === undefined, 'cards show none')
  if (items?.some(item => item.price !== undefined)) {
    const bare = (item: CatalogueItem): boolean => item.price !== undefined && item.currency === undefined
    lacking('currency', bare, 'prices without one are not shown; pass --currency')
  }
  lacking('link', item => item.url === undefined, 'cards lead nowhere unless the page says where')
  lacking('picture', item => item.imageUrl === undefined, 'cards show a blank tile')
  lacking('category', item => item.category === undefined, 'nothing is popular by category')
  lacking('kind of object', item => item.kind === undefined, 'bundles cannot hold one of each')
  if (!orders && !events) missing.push('no orders, no events: nothing is popular or bought together; similar and new items work')
  else if (!orders) missing.push('no orders: nothing is bought together, no re-order facts')
  else if (orders.known === 0) missing.push('no customers: no re-order facts, and each order counts as a shopper of its own')
  else if (orders.known < orders.taken * fewCustomers) missing.push('hardly any customers: re-order facts stay below the floor')
  if (!events) missing.push('no events: nothing is learnt of what is looked at next')
  return missing
}
