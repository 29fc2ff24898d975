import type { Signal } from '@preact/signals-core'
import type { Profile, Watched } from '@shopside/engine'
import type { EventLog, FoldEvents } from './log/eventLog.ts'
import { isForgotten } from './log/forgotten.ts'
import { withRules } from './log/withRules.ts'

/** Keeps the profile's signal: folded from the log while somebody asks, never before. */
export interface LiveProfile {
  /** Folds now if anything may be new. Resolves when the signal is final for what the log held at the call. Never rejects. */
  settle(): Promise<void>
  /** Something was appended: folds again if somebody has asked before. Resolves to true when the profile changed. */
  refresh(): Promise<boolean>
  /** Back to "not known", as on the first day. */
  reset(): void
}

/** What the lazy chunk `folding` brings for the profile. */
export interface Folding {
  foldEvents: FoldEvents
  emptyProfile(watched?: Watched): Profile
}

/**
 * @param profile the signal to keep
 * @param reading the log, or undefined while nothing may be remembered
 * @param failed told when a fold fails; the signal keeps what it had
 * @param watched what the rules of the page's model ask of events; undefined: no model, or none yet
 */
export function createLiveProfile(
  profile: Signal<Profile | undefined>, reading: () => Promise<EventLog | undefined>, loadFolding: () => Promise<Folding>,
  failed: (error: unknown) => void, watched: () => Watched | undefined = () => undefined,
): LiveProfile {
  let asked = false
  let stretch = 0
  /** The fold that runs now, and whether the log grew since it began. */
  let running: Promise<void> | undefined
  let again = false

  async function foldOnce(): Promise<void> {
    const began = stretch
    const log = await reading()
    if (log === undefined) {
      if (began === stretch) profile.value = undefined
      return
    }
    const { foldEvents, emptyProfile } = await loadFolding()
    const folded = await withRules(foldEvents, fold => log.fold(fold, emptyProfile(watched())))
    // An erase in between wins: what was folded before it is nobody's profile.
    // A fold that found nothing new gives the same object, so that a listener that settles again comes to an end.
    if (began === stretch) profile.value = folded
  }

  async function run(): Promise<void> {
    do {
      again = false
      try {
        await foldOnce()
      } catch (error) {
        // Erased, withdrawn or disposed while it was read: nothing has failed.
        if (!isForgotten(error)) failed(error)
      }
    } while (again)
    running = undefined
  }

  function settle(): Promise<void> {
    asked = true
    if (running !== undefined) again = true
    return running ??= run()
  }

  return {
    settle,
    async refresh() {
      if (!asked) return false
      const before = profile.peek()
      await settle()
      return profile.peek() !== before
    },
    reset() {
      stretch++
      profile.value = undefined
    },
  }
}
