import { decodeConsent, encodeConsent, type StoredConsent } from './storedConsent.ts'

/** The one localStorage key. Never throws. */
export interface ConsentKey {
  /** undefined: no answer. null: storage refuses, and its silence says nothing about consent. */
  read(): StoredConsent | undefined | null
  /** undefined removes it. */
  write(record: StoredConsent | undefined): void
}

export function createConsentKey(storage: () => Storage, key: string): ConsentKey {
  return {
    read() {
      try {
        return decodeConsent(storage().getItem(key))
      } catch {
        // Refused: consent holds for this page alone.
        return null
      }
    },
    write(record) {
      try {
        if (record !== undefined) return storage().setItem(key, encodeConsent(record))
      } catch {
        // Full or refused: a grant is this page's alone. A tombstone at least takes the grant away.
        if (!record!.erasing) return
      }
      try {
        storage().removeItem(key)
      } catch {
        // Refused: nothing of ours can be in it.
      }
    },
  }
}
