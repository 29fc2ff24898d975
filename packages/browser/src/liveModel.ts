import { signal, type ReadonlySignal } from '@preact/signals-core'
import type { Model } from '@shopside/engine'
import type { Status } from './client.ts'

/** The model as a signal: fetched when somebody asks, once a page; a failure is said in `status()` and never thrown. */
export interface LiveModel {
  readonly model: ReadonlySignal<Model | undefined>
  /** Resolves when the model is there or cannot be had. Never rejects. */
  settle(): Promise<void>
  status(): Status['model']
}

/** @param load undefined when the shop named no model */
export function createLiveModel(load: (() => Promise<Model>) | undefined, warn: (code: string, remedy: string) => void): LiveModel {
  const model = signal<Model | undefined>(undefined)
  let loading: Promise<void> | undefined
  let state: Status['model'] = { state: 'none' }

  async function run(fetchModel: () => Promise<Model>): Promise<void> {
    state = { state: 'loading' }
    try {
      const loaded = await fetchModel()
      state = { state: 'ready', version: loaded.version, asOf: loaded.asOf, items: loaded.size }
      model.value = loaded
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'failed'
      state = { state: 'failed', reason }
      warn('model-failed', `${reason}. Run "shopside build", and serve the folder that data-model names.`)
    }
  }

  return {
    model,
    settle: () => loading ??= load === undefined ? Promise.resolve() : run(load),
    status: () => state,
  }
}
