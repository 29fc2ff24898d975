import { readBatchKey } from './logKey.ts'
import type { BaseRecord } from './records.ts'

/** True for a batch that the base has counted, and for anything that is no batch's key. */
export function isInBase(key: string, base: BaseRecord | undefined): boolean {
  const parts = readBatchKey(key)
  if (parts === undefined) return true
  if (base === undefined) return false
  const counter = base.seen.get(parts.tab)
  return counter === undefined ? parts.at <= base.sealed : parts.counter <= counter
}
