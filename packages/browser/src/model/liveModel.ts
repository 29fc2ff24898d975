import { signal, type ReadonlySignal } from '@preact/signals-core'
import type { Model, StoreNorms } from '@shopside/engine'
import type { Status } from '../client.ts'
import { wordOf, type Loaded } from './loadModel.ts'

/** The model as a signal: fetched when somebody asks, once a page; a failure is said in `status()` and never thrown. */
export interface LiveModel {
  /** Over the shards of the page's own last items (`seedItems`); a model in one file is whole. */
  readonly model: ReadonlySignal<Model | undefined>
  /** Resolves when `model` is there for these items, or cannot be had. Never rejects. */
  settle(seeds: () => Promise<readonly string[]>): Promise<void>
  /** For a list about other items than the page's own. Never rejects. */
  over(itemIds: readonly string[]): Promise<Model | undefined>
  /** What shoppers are judged by; undefined: defaults. Never rejects. */
  norms(): Promise<StoreNorms | undefined>
  /** The model that has the display fields of an item, with its index. */
  find(itemId: string): { model: Model; index: number } | undefined
  /** Whether the catalogue has the item; undefined while there is no model. */
  knows: ((itemId: string) => boolean) | undefined
  status(now: number): Status['model']
}

/** From this age on a model is called stale: four weeks without a build is no longer what the shop sells. */
const staleAfterMs = 28 * 86_400_000
const dayMs = 86_400_000

/**
 * @param load undefined when the shop named no model
 * @param whenIdle runs its argument when the page has nothing better to do
 */
export function createLiveModel(
  load: (() => Promise<Loaded>) | undefined, warn: (code: string, remedy: string) => void, whenIdle: (run: () => void) => void,
): LiveModel {
  const model = signal<Model | undefined>(undefined)
  let loading: Promise<void> | undefined
  let loaded: Loaded | undefined
  let reason: string | undefined

  function failed(why: string): void {
    reason = why
    warn('model-failed', `${why}. Run "shopside build", and serve the folder that data-model names.`)
  }

  async function run(fetchModel: () => Promise<Loaded>): Promise<void> {
    try {
      loaded = await fetchModel()
      const { refresh } = loaded
      if (loaded.reason !== undefined) failed(loaded.reason)
      if (refresh) whenIdle(() => void refresh().then(why => { if (why !== undefined) failed(why) }))
    } catch (error) {
      failed(wordOf(error))
    }
  }

  const live: LiveModel = {
    model,
    async settle(seeds) {
      if (load === undefined) return
      await (loading ??= run(load))
      if (loaded !== undefined) model.value = await loaded.model.over(await seeds())
    },
    over: async itemIds => loaded?.model.over(itemIds),
    norms: async () => loaded?.model.norms?.(),
    find(itemId) {
      for (const one of loaded?.model.opened() ?? []) {
        const index = one.indexOf(itemId)
        if (index >= 0) return { model: one, index }
      }
      return undefined
    },
    get knows() {
      return loaded?.model.knows
    },
    status(now) {
      const why = reason === undefined ? {} : { reason }
      if (loading === undefined) return { state: 'none' }
      if (loaded === undefined) return { state: reason === undefined ? 'loading' : 'failed', ...why }
      const { head: { version, asOf, items, shardCount }, loaded: count } = loaded.model
      const ageMs = now - asOf
      return {
        state: 'ready', version, asOf, items, ageDays: Math.max(0, Math.floor(ageMs / dayMs)), ...why,
        ...(ageMs > staleAfterMs && { stale: true }), ...(shardCount > 0 && { shards: { loaded: count(), of: shardCount } }),
      }
    },
  }
  return live
}
