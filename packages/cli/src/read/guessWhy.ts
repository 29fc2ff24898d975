/** A reason why ids of one file are not ids of the other, and how many rows it explains. */
export interface Guess {
  reason: string
  rows: number
  /** One of the ids, and the catalogue's. */
  example: { id: string; itemId: string }
}

/** What is known of the catalogue's ids. */
export interface KnownIds {
  itemIds: readonly string[]
  /** Group (product) id → one of its items. */
  groupIds: ReadonlyMap<string, string>
}

interface Rule {
  reason: string
  /** The key under which two ids are one, or undefined when the rule has nothing to say of this id. */
  key(id: string): string | undefined
}

/** Last part of an id that has parts, as `shopify_GB_123_456` or `SHOP-123`. */
const lastPart = (id: string): string | undefined => /[_:/|-]([^_:/|-]+)$/.exec(id)?.[1]

const rules: readonly Rule[] = [
  { reason: 'upper and lower case differ', key: id => id.toLowerCase() },
  { reason: 'leading zeros are missing in one of them', key: id => id.replace(/^0+(?=.)/, '') },
  { reason: 'a spreadsheet made numbers of them (22423.0)', key: id => id.replace(/[.,]0+$/, '') },
  { reason: 'blanks or marks differ', key: id => id.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '') },
  { reason: 'one of them has a prefix', key: id => lastPart(id) ?? id },
]

/**
 * Why ids were not found: the first reason of a fixed list that makes an id of the catalogue of each, most rows first. Product
 * ids where the catalogue has variants come first of all.
 *
 * @param unmatched id → rows
 */
export function guessWhy(unmatched: ReadonlyMap<string, number>, { itemIds, groupIds }: KnownIds): Guess[] {
  const indexes = rules.map(({ key }) => {
    const index = new Map<string, string>()
    for (const itemId of itemIds) {
      const found = key(itemId)
      if (found !== undefined && found !== '' && !index.has(found)) index.set(found, itemId)
    }
    return index
  })
  const guesses = new Map<string, Guess>()
  const explain = (id: string): { reason: string; itemId: string } | undefined => {
    const member = groupIds.get(id)
    if (member !== undefined) return { reason: 'they are products, the catalogue has variants', itemId: member }
    for (const [at, { key, reason }] of rules.entries()) {
      const found = key(id)
      const itemId = found === undefined ? undefined : indexes[at]!.get(found)
      if (itemId !== undefined) return { reason, itemId }
    }
    return undefined
  }
  for (const [id, rows] of unmatched) {
    const found = explain(id)
    if (!found) continue
    const known = guesses.get(found.reason)
    if (known) known.rows += rows
    else guesses.set(found.reason, { reason: found.reason, rows, example: { id, itemId: found.itemId } })
  }
  return [...guesses.values()].sort((a, b) => b.rows - a.rows)
}
