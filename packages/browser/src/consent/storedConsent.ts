import type { Answer, ConsentState, Purpose } from '../client.ts'

/** The three purposes, in the order that people read them. */
export const purposes: readonly Purpose[] = ['personalize', 'analytics', 'connectors']

const answers = new Set<unknown>(['granted', 'denied', 'unknown'])

/** One localStorage key, at most 300 bytes, written only at a grant (or a refusal that the shop wants remembered). */
export interface StoredConsent extends ConsentState {
  v: 1
  /** Names this stretch of remembering: a new one begins after every erase, and a tab with an old one forgets what it holds. */
  epoch: string
}

/** Reads our own key; anything that is not exactly ours counts as no answer. Never throws. */
export function readConsent(storage: () => Storage, key: string): StoredConsent | undefined {
  try {
    const value: unknown = JSON.parse(storage().getItem(key) ?? 'null')
    if (typeof value !== 'object' || value === null) return undefined
    const stored = value as Partial<StoredConsent>
    const whole = stored.v === 1 && typeof stored.epoch === 'string' && typeof stored.source === 'string'
      && purposes.every(purpose => answers.has(stored[purpose]))
    return whole ? stored as StoredConsent : undefined
  } catch {
    // Storage refused, or text that is not ours.
    return undefined
  }
}

/** Writes or removes our key. @returns false where storage refuses: then consent holds for this page alone. */
export function writeConsent(storage: () => Storage, key: string, value: StoredConsent | undefined): boolean {
  try {
    if (value === undefined) storage().removeItem(key)
    else storage().setItem(key, JSON.stringify(value))
    return true
  } catch {
    // Storage refused: nothing was kept, and nothing was promised.
    return false
  }
}

/** The same answer for all purposes. */
export function allPurposes(answer: Answer): Record<Purpose, Answer> {
  return { personalize: answer, analytics: answer, connectors: answer }
}
