import type { ConsentState } from '../client.ts'
import { answerOf, purposes, toTime, type StoredConsent } from './storedConsent.ts'

/** Said of a purpose that Global Privacy Control denies. */
export const signalSource = 'privacy-signal'

/** The public form of a record: the latest answer stands for all, `since` says it of each purpose. */
export function toState({ given, version, pausedUntil }: StoredConsent): ConsentState {
  const state = { source: given[0]!.split(',')[1] } as ConsentState
  given.forEach((each, place) => {
    const [, source = '', time] = each.split(',')
    const purpose = purposes[place]!
    state[purpose] = answerOf(each)
    if (!time) return
    const at = toTime(time)
    state.since = { ...state.since, [purpose]: { source, at } }
    if (source !== signalSource && !(state.at! >= at)) Object.assign(state, { source, at, version })
  })
  if (state.source === signalSource) state.source = 'default'
  if (pausedUntil) state.pausedUntil = pausedUntil
  return state
}
