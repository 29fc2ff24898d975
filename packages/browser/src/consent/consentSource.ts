import type { Answer, Purpose } from '../client.ts'
import type { ConsentSourceName } from '../options.ts'

/**
 * Which categories decide on each purpose: all of one alternative must be granted, and one that is denied denies it.
 * The next alternative counts only where the one before it is not said.
 */
export type CategoryMap = Readonly<Record<Purpose, readonly (readonly string[])[]>>

/** One consent tool of the page, read and listened to. Never changes what the tool knows, never throws. */
export interface ConsentSource {
  /** For `state.source` and the export. */
  readonly name: ConsentSourceName
  /** By the tool's own meaning of its categories; a shop may say otherwise (`consent.map`). */
  readonly map: CategoryMap
  /**
   * What the tool says of one of its categories now. `unknown` while the shopper has not been asked, or the tool is not there
   * yet.
   */
  category(page: Window & typeof globalThis, category: string): Answer
  /** Runs whenever the tool may say something else. @returns stops */
  listen(page: Window & typeof globalThis, changed: () => void): () => void
}

/** What a tool says, by our purposes; a purpose that it has no answer for is absent. */
export type SourceAnswers = Partial<Record<Purpose, boolean>>
