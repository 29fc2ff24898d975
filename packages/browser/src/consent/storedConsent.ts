import type { Answer, Purpose } from '../client.ts'

/** The three purposes, in the order that people read them. */
export const purposes: readonly Purpose[] = ['personalize', 'analytics', 'connectors']

/**
 * One purpose's answer as it is stored, `g,shop,lq3k9x0`: granted, denied or unknown; by whom; when (base 36, empty while nobody
 * has).
 */
export type Given = string

/**
 * What one localStorage key holds: at most 300 bytes, written only at a grant, while an erase is under way, or for a refusal to
 * keep.
 */
export interface StoredConsent {
  /** The tombstone: every store has to be emptied before anything is opened, whatever the answers say. */
  erasing: boolean
  /** Names this stretch of remembering, '' while there is none: a tab that knows another one forgets what it holds. */
  epoch: string
  version: string
  /** Epoch ms, 0 while there is no pause. */
  pausedUntil: number
  /** In the order of `purposes`. */
  given: readonly Given[]
}

const shape = /^2(!?)\|(\w{0,12})\|([\w.-]{0,20})\|(\w{0,10})((?:\|[gdu],[\w-]{1,20},-?\w{0,10}){3})$/

/**
 * Our own key's text as a record; anything that is not exactly ours, an older format too, is no answer: the shopper is asked
 * again.
 */
export function decodeConsent(text: string | null): StoredConsent | undefined {
  const [whole, mark, epoch, version, paused, given] = shape.exec(text ?? '') ?? []
  if (whole === undefined) return undefined
  return {
    erasing: mark !== '', epoch: epoch!, version: version!, pausedUntil: toTime(paused!), given: given!.slice(1).split('|'),
  }
}

/** `2!|epoch|version|pausedUntil|g,shop,time|d,shopper,time|u,default,`: times in base 36, "!" while an erase is under way. */
export function encodeConsent({ erasing, epoch, version, pausedUntil, given }: StoredConsent): string {
  return [erasing ? '2!' : '2', epoch, version, pausedUntil ? toBase36(pausedUntil) : '', ...given].join('|')
}

export function toBase36(timeMs: number): string {
  return Math.round(timeMs).toString(36)
}

/** 0 for no time. */
export function toTime(base36: string): number {
  return Number.parseInt(base36, 36) || 0
}

/** By the letter that a stored answer begins with. */
export function answerOf(given: Given): Answer {
  return given[0] === 'g' ? 'granted' : given[0] === 'd' ? 'denied' : 'unknown'
}
