import type { ModelItem } from '@shopside/engine'
import type { CatalogueItem } from '../read/catalogueItem.ts'
import type { StoreFacts } from './trainStore.ts'

const dayMs = 864e5

/** Items as the file carries them, and the new ones among them. */
export interface ModelItems {
  currency?: string
  items: ModelItem[]
  /** Indices of new items, newest first. */
  newest: number[]
}

/**
 * What the file says of each item.
 *
 * @param firstDay by index: first day of sale, days since 1970
 * @param asOf epoch ms of the newest row of all
 */
export function toModelItems(
  items: readonly CatalogueItem[], firstDay: ReadonlyMap<number, number>, store: StoreFacts, asOf: number,
): ModelItems {
  const currency = mainCurrency(items)
  const { newWithinDays } = store.params
  const modelItems = items.map((item, index) =>
    toModelItem(item, currency, asOf, firstSale(item, firstDay.get(index), store, newWithinDays)))
  const isNew = (firstSoldAt: number): boolean => Math.floor(asOf / dayMs) - Math.floor(firstSoldAt / dayMs) <= newWithinDays
  const newest = modelItems.flatMap(({ firstSoldAt }, index) => firstSoldAt !== undefined && isNew(firstSoldAt) ? [index] : [])
    .sort((a, b) => modelItems[b]!.firstSoldAt! - modelItems[a]!.firstSoldAt! || a - b)
  return { ...(currency === undefined ? {} : { currency }), items: modelItems, newest }
}

/**
 * The catalogue's own date, else the first order: but an order in the first `newWithinDays` of the history says nothing, it may
 * be old.
 */
function firstSale(
  item: CatalogueItem, firstDay: number | undefined, { oldestAt }: StoreFacts, newWithinDays: number,
): number | undefined {
  if (item.firstSoldAt !== undefined) return item.firstSoldAt
  if (firstDay === undefined || oldestAt === undefined) return undefined
  return firstDay * dayMs - oldestAt > newWithinDays * dayMs ? firstDay * dayMs : undefined
}

/** The currency of most prices; a price in another is left out, never converted. */
export function mainCurrency(items: readonly CatalogueItem[]): string | undefined {
  const votes = new Map<string, number>()
  for (const { currency } of items) if (currency !== undefined) votes.set(currency, (votes.get(currency) ?? 0) + 1)
  let best: string | undefined
  for (const [currency, count] of votes) if (best === undefined || count > votes.get(best)!) best = currency
  return best
}

function toModelItem(
  item: CatalogueItem, currency: string | undefined, asOf: number, firstSoldAt: number | undefined,
): ModelItem {
  const { price, listPrice, priceAt, currency: own, firstSoldAt: _first, ...rest } = item
  const model: ModelItem = { ...rest }
  if (firstSoldAt !== undefined) model.firstSoldAt = firstSoldAt
  if (price === undefined || (own !== undefined && own !== currency)) return model
  model.price = price
  if (listPrice !== undefined) model.listPrice = listPrice
  // A catalogue without a date of its prices is taken for what it was when its newest order came in.
  const at = priceAt ?? asOf
  if (at > 0) model.priceAt = at
  return model
}
