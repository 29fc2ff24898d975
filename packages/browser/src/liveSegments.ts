import { effect, type ReadonlySignal } from '@preact/signals-core'
import type { Model } from '@shopside/engine'
import type { ShopSignals } from './shopSignals.ts'

/** Keeps the signal of memberships: computed once somebody asks, anew whenever the profile or the model changes. */
export interface LiveSegments {
  /** Resolves when the memberships are final. Never rejects. */
  settle(): Promise<void>
  dispose(): void
}

/** @param settled resolves when profile and model are as final as they can be */
export function createLiveSegments(
  { profile, segments }: ShopSignals, model: ReadonlySignal<Model | undefined>, settled: () => Promise<void>, now: () => number,
  failed: (error: unknown) => void,
): LiveSegments {
  let stop: (() => void) | undefined

  async function settle(): Promise<void> {
    try {
      await settled()
      const { segmentsOf } = await import('./lazy/segmenting.ts')
      stop ??= effect(() => {
        segments.value = profile.value === undefined ? undefined : segmentsOf(profile.value, model.value?.params, now())
      })
    } catch (error) {
      failed(error)
    }
  }

  return { settle, dispose: () => stop?.() }
}
