/** What became of the markets of a feed. */
export interface MarketChoice {
  /** The one market whose items stay (beside those that name none); undefined: all stay. */
  only: string | undefined
  /** Rows by market, most first; '' is none. */
  rows: ReadonlyMap<string, number>
}

/**
 * Which market's rows count. A model holds one price an item, so one id in two markets needs a decision: `asked` (`--market`),
 * or else the market with most rows, equal ones by name. When every id stands in one market alone, all rows stay.
 *
 * @param rows id and market ('' for none) of each row
 */
export function chooseMarket(rows: Iterable<{ itemId: string; market: string }>, asked: string | undefined): MarketChoice {
  const counts = new Map<string, number>()
  const marketOf = new Map<string, string>()
  let clash = false
  for (const { itemId, market } of rows) {
    counts.set(market, (counts.get(market) ?? 0) + 1)
    const known = marketOf.get(itemId)
    if (known === undefined) marketOf.set(itemId, market)
    else if (known !== market) clash = true
  }
  const sorted = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  const most = sorted.find(([market]) => market !== '')?.[0]
  const named = sorted.find(([market]) => market.toLowerCase() === asked?.toLowerCase())?.[0]
  const same = named ?? asked
  return { only: same ?? (clash ? most : undefined), rows: new Map(sorted) }
}
