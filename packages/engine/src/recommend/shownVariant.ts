import { recall } from '../profile/recall.ts'
import type { RankContext } from './rankContext.ts'
import type { Seed } from './seed.ts'
import type { Shelf } from './shelf.ts'

/**
 * The variant of a found product to show: the one that the shopper looked at last, else one in the colour of the strongest seed,
 * else the one found. What a seed says of its own item stays as it is: that is what was bought, in just that variant.
 */
export function shownVariant(
  { model, input: { profile } }: RankContext, shelf: Shelf, found: number, voices: readonly Seed[],
): number {
  const twins = model.twins(found)
  const open = twins.length > 1 && voices.every(seed => seed.index !== found) ? twins.filter(shelf.isOpen) : []
  let shown = found
  let lookedAt = 0
  for (const twin of open) {
    const at = recall(profile, model.itemId(twin))?.lastViewedAt ?? 0
    if (at <= lookedAt) continue
    lookedAt = at
    shown = twin
  }
  const colour = lookedAt || !open.length ? undefined : model.product(voices[0]!.index).colour
  return colour === undefined || model.product(found).colour === colour ? shown
    : open.find(twin => model.product(twin).colour === colour) ?? shown
}
