import type { RecommendInput } from './recommendInput.ts'

/** Items whose rows a ranking over shards looks at. */
const maxSeeds = 10

/**
 * Ids of the last ten items, of which a model in shards loads the shards, and no others, whatever else is at hand: so the same
 * log, model and time give the same list on every device.
 *
 * First the item asked for and the page's own. Then by turns the item looked at last, the line that came into the basket last and
 * the item ordered last, each list from its newest on, until ten distinct ids are found or nothing is left. Hidden orders are
 * left out.
 *
 * @param itemId of the request
 */
export function seedItems({ page, profile, cart }: Pick<RecommendInput, 'page' | 'profile' | 'cart'>, itemId?: string): string[] {
  const seeds = new Set<string>()
  for (const id of [itemId, page.item?.item_id]) if (id !== undefined) seeds.add(id)
  const shown = (profile?.orders ?? []).filter(order => order.hidden !== true)
  const lists = [
    profile?.viewed ?? [],
    ((cart ?? profile?.cart)?.lines ?? []).map(line => line.item_id),
    shown.slice(-maxSeeds).flatMap(order => order.items.map(item => item.item_id)),
  ].map(list => [...new Set([...list].reverse())].slice(0, maxSeeds))
  for (let turn = 0; turn < maxSeeds; turn++) {
    for (const list of lists) if (turn < list.length && seeds.size < maxSeeds) seeds.add(list[turn]!)
  }
  return [...seeds]
}
