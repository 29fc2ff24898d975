import type { Profile } from '@shopside/engine'
import type { UseStore } from 'idb-keyval'
import type { FoldEvents } from './eventLog.ts'
import { foldInSteps } from './foldInSteps.ts'
import { baseKey, readBatchKey, stateKey } from './logKey.ts'
import { keysToFold, readAllBatches, readTail, readTailKeys } from './readBatches.ts'
import { isNewer, recordVersion, seenWith, toBase, toState, turnOf, type StateRecord } from './records.ts'
import { startProfile, wantsOthers, watchedOf } from './startProfile.ts'
import { ask, committed } from './useStore.ts'

/** A profile and a mark of how far the log was: the same mark means the same profile. */
export interface Folded {
  profile: Profile
  mark: string
}

/**
 * Brings the state record up to the log and returns its profile, or `last` itself when nothing is new since: one readwrite transaction, so that two tabs never fold past each other.
 *
 * Reads the record and the batches beyond `seen` alone. A batch whose key is older than what was folded already (another tab was
 * slower) makes it fold anew from base and all raw events, so that the state is always that of key order; so do rules that a newer
 * model has brought (`empty.watched`). Of a tail beyond all bounds the newest part alone is read, until the rest is folded together.
 */
export function foldLog(store: UseStore, foldEvents: FoldEvents, empty: Profile, last?: Folded): Promise<Folded> {
  return store('readwrite', async records => {
    const [stored, keys] = await Promise.all([ask<unknown>(records.get(stateKey)), readTailKeys(records)])
    const state = toState(stored)
    const fresh = keys.filter(key => isFresh(key, state))
    const others = wantsOthers(empty.watched, state?.profile.watched)
    if (state !== undefined && fresh.length === 0 && !others) {
      const mark = markOf(state)
      return last?.mark === mark ? last : { profile: state.profile, mark }
    }

    const inOrder = state !== undefined && !others && fresh[0]! > state.high
    let profile = inOrder ? state.profile : startProfile(toBase(await ask<unknown>(records.get(baseKey))), empty, watchedOf(stored))
    const wanted = inOrder ? fresh : keys
    const folded = await keysToFold(records, wanted)
    const batches = inOrder ? await readTail(records, folded) : await readAllBatches(records, folded)
    const isPart = folded.length < wanted.length || (inOrder && state.isPart === true)
    profile = await foldInSteps(records, foldEvents, profile, batches)
    const high = [state?.high ?? '', batches.at(-1)?.key ?? '', keys.at(-1) ?? ''].reduce((a, b) => (a > b ? a : b))
    const next: StateRecord = {
      v: recordVersion, profile, seen: seenWith(undefined, keys), high, turn: turnOf(stored) + 1, ...(isPart && { isPart }),
    }
    if (isNewer(stored)) {
      // Theirs stays as it is: this page folds anew each time.
      const mark = `${high} of ${batches.length}`
      return last?.mark === mark ? last : { profile, mark }
    }
    records.put(next, stateKey)
    await committed(records)
    return { profile, mark: markOf(next) }
  })
}

function markOf({ high, turn }: StateRecord): string {
  return `${high} ${turn}`
}

/** True for a batch that the state has not counted. */
export function isFresh(key: string, state: StateRecord | undefined): boolean {
  const parts = readBatchKey(key)
  return parts !== undefined && parts.counter > (state?.seen.get(parts.tab) ?? 0)
}
