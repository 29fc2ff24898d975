import type { CounterTools } from '../counter.ts'

/** One part of the panel. */
export interface Section {
  element: HTMLElement
  /** Called when the panel opens, when the profile or the record changed, and after each event on the page. */
  refresh?: () => void | Promise<void>
}

/** Makes a section of the panel. */
export type MakeSection = (tools: CounterTools) => Section
