import { forgottenName, type ShopEvent } from '@shopside/engine'

/** What is still remembered by name at one place of the log: what was forgotten later is not. */
export interface KeptNames {
  item(id: string): boolean
  search(term: string): boolean
  basket: boolean
}

/**
 * Tells for each event, and for what is older than all of them, what of it is still remembered. Most that was forgotten is out of
 * the raw log already; a `forget` that came with a copy, or from another tab a moment ago, is obeyed all the same.
 *
 * @returns one entry per event, in its order, and one more, the first, for what is older
 */
export function keptNames(events: readonly ShopEvent[]): KeptNames[] {
  const hashes = new Map<string, string>()
  const hashOf = (name: string): string => {
    let hash = hashes.get(name)
    if (hash === undefined) hashes.set(name, hash = forgottenName(name))
    return hash
  }
  const kept: KeptNames[] = []
  let [items, terms] = [new Set<string>(), new Set<string>()]
  let [noItems, noSearches, basket] = [false, false, true]
  const note = (): void => {
    const [gone, goneTerms, none, noneSearched] = [items, terms, noItems, noSearches]
    const isIn = (names: ReadonlySet<string>, name: string): boolean => names.size > 0
      && (names.has(name) || names.has(hashOf(name)))
    kept.push({ item: id => !none && !isIn(gone, id), search: term => !noneSearched && !isIn(goneTerms, term), basket })
  }
  for (const event of [...events].reverse()) {
    note()
    if (event.name !== 'forget') continue
    const { items: named, search_term: term, what } = event.params
    if (named !== undefined) items = new Set([...items, ...named.map(item => item.item_id)])
    else if (what === 'items') noItems = true
    if (term !== undefined) terms = new Set([...terms, term])
    if (what === 'searches') noSearches = true
    if (what === 'baskets') basket = false
  }
  note()
  return kept.reverse()
}
