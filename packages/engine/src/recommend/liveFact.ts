/** What the shop says of an item now, newer than the model. What is absent is not known. */
export interface LiveFact {
  /** Major units of `currency`; regular prices of the catalogue are not shown beside it. */
  price?: number
  /** ISO 4217. @default the page's own */
  currency?: string
  available?: boolean
}

/** By item id. */
export type LiveFacts = ReadonlyMap<string, LiveFact>
