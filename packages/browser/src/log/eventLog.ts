import type { Profile, ShopEvent } from '@shopside/engine'
import type { Batch } from './batch.ts'
import type { Caps } from './caps.ts'

/** The fold, injected, because it comes in a lazy chunk: pure, events in key order. */
export type FoldEvents = (profile: Profile, events: readonly ShopEvent[]) => Profile

/** What a compaction let go of: raw events before `until`. `more`: it stopped after one slice, and there is more to do. */
export interface Compacted {
  until: number
  count: number
  more?: boolean
}

/**
 * Where events are kept. Two things fill this role, `idbLog` and `memoryLog`; both pass `eventLogContract`.
 * Keys sort by time; what a log folds is always the state of key order, whichever way batches arrived.
 */
export interface EventLog {
  /** Stores one batch. Resolves once it is as safe as this log can make it. The same key twice is stored once. */
  append(batch: Batch): Promise<void>
  /**
   * The profile of all events, in key order; the same object as long as nothing is new. Writes what it folded, so that the next
   * fold reads the new tail alone.
   */
  fold(foldEvents: FoldEvents, empty: Profile): Promise<Profile>
  /** All raw events kept, in key order, and the profile of those that are not. */
  read(): Promise<{ base?: Profile; batches: Batch[] }>
  /** Puts batches of a copy in, each at most once for ever. @returns how many were new */
  merge(batches: readonly Batch[]): Promise<number>
  /**
   * Takes raw events out of the log and of its mirror: a line that the shopper removed. The others keep their ids; a copy that
   * still holds what was taken out does not bring it back.
   *
   * @param rewriteBase takes it out of the profile of older events too, whose raw form is gone
   * @returns how many events were taken out
   */
  purge(matches: (event: ShopEvent) => boolean, rewriteBase?: (base: Profile) => Profile): Promise<number>
  /**
   * Folds the tail together and lets go of what is past a cap or too old. Safe to call at any time; does nothing when there is
   * little to do, unless `caps` of their own are given.
   */
  compact(foldEvents: FoldEvents, empty: Profile, now: number, caps?: Caps): Promise<Compacted | undefined>
  /** A small value beside the log, gone with it: last known parcels of an order. */
  getNote(name: string): Promise<unknown>
  setNote(name: string, value: unknown): Promise<void>
  close(): void
}
