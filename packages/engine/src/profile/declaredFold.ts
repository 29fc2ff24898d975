import type { EpochMs, ShopEventMap } from '../event.ts'
import { emptyRecord } from './emptyProfile.ts'
import type { DeclaredFact, Profile } from './profile.ts'
import { trimRecord } from './trimRecord.ts'

const maxFacts = 25

/** Folds `declare`: the latest word on a fact holds; `null` takes it back. Facts were made plain by `toDeclared`. */
export function noteDeclared(profile: Profile, { facts }: ShopEventMap['declare'], at: EpochMs): void {
  if (typeof facts !== 'object' || facts === null) return
  const declared = Object.assign(emptyRecord<DeclaredFact>(), profile.declared)
  for (const [name, value] of Object.entries(facts as Record<string, unknown>)) {
    if (value === null) delete declared[name]
    else if (typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value))
      declared[name] = { value: value as string, at }
  }
  trimRecord(declared, maxFacts, fact => fact.at)
  profile.declared = declared
}
