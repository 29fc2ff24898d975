import { loadTwice } from './loadTwice.ts'
import type { Segmenting, SegmentingOptions } from './segments/createSegmenting.ts'

/** Loads what judges the shopper when somebody asks, never before. */
export interface LiveSegments {
  /** Resolves when the memberships are final. Never rejects. */
  settle(): Promise<void>
  /** `<shopside-when>` stands on this page: memberships are kept for the next one. Never rejects. */
  keep(): Promise<void>
  dispose(): void
}

/** @param settled resolves when profile and model are as final as they can be */
export function createLiveSegments(
  options: SegmentingOptions, settled: () => Promise<void>, failed: (error: unknown) => void,
): LiveSegments {
  let segmenting: Segmenting | undefined
  let isGone = false

  async function load(): Promise<Segmenting> {
    await settled()
    const { createSegmenting } = await loadTwice(() => import('./lazy/segmenting.ts'))
    return segmenting ??= createSegmenting(options)
  }

  async function ask(keeps: boolean): Promise<void> {
    try {
      const loaded = await load()
      if (isGone) return
      if (keeps) loaded.keep()
      await loaded.settle()
    } catch (error) {
      failed(error)
    }
  }

  return {
    settle: () => ask(false),
    keep: () => ask(true),
    dispose() {
      isGone = true
      segmenting?.dispose()
    },
  }
}
