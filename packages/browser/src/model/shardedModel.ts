import type { Head, Model, Shard } from '@shopside/engine'
import type { LoadedModel } from './loadedModel.ts'
import type { ModelReader } from './modelReader.ts'

/** Models kept open: a page's rows ask about one or two items. */
const maxOpened = 4
/** Shards asked for on one page, and by one list: ten items, what the shop chose or pinned, and some more where hashes of ids collide. */
const maxFetched = 64

/**
 * A model in shards.
 *
 * @param read a shard by the name of its file; may reject
 * @throws ModelError when the head itself is no model
 */
export function createShardedModel(
  head: Head, { openModel }: Pick<ModelReader, 'openModel'>, read: (file: string) => Promise<Shard>,
): LoadedModel {
  const bare = openModel(head)
  const shards = new Map<number, Promise<Shard | undefined>>()
  const places = new Map<string, number[]>()
  let models: { key: string; model: Model }[] = []

  /** The shards that an id may be in, looked up once: a head lists every item of the shop. */
  function placesOf(itemId: string): number[] {
    let found = places.get(itemId)
    if (found === undefined) places.set(itemId, found = head.shardOf(itemId))
    return found
  }

  function load(shard: number): Promise<Shard | undefined> {
    let loading = shards.get(shard)
    if (loading === undefined && shards.size < maxFetched) {
      loading = read(head.shardFile(shard)).catch(() => undefined)
      shards.set(shard, loading)
    }
    return loading ?? Promise.resolve(undefined)
  }

  /** With one shard broken, the others count. */
  function open(given: readonly Shard[]): Model {
    try {
      return openModel(head, given)
    } catch {
      return given.length < 2 ? bare : openModel(head, given.filter(shard => open([shard]) !== bare))
    }
  }

  return {
    head,
    async over(itemIds) {
      const wanted = [...new Set(itemIds.flatMap(placesOf))].slice(0, maxFetched).sort((a, b) => a - b)
      const found = await Promise.all(wanted.map(load))
      const key = wanted.filter((_, place) => found[place] !== undefined).join()
      let known = models.find(one => one.key === key)
      if (known === undefined) {
        known = { key, model: open(found.filter(shard => shard !== undefined)) }
        models = [known, ...models].slice(0, maxOpened)
      }
      return known.model
    },
    opened: () => models.map(({ model }) => model),
    knows: itemId => placesOf(itemId).length > 0,
    loaded: () => shards.size,
  }
}
