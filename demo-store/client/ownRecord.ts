import { startOffset } from '../shop/clock.ts'
import { readRecord, type ShopRecord } from '../shop/record.ts'

/** The one key of basket and clock. The other key of the shop is `thimble-answer`. */
export const recordKey = 'thimble-basket'

/** The shop's record, kept true across tabs. */
export interface OwnRecord {
  get(): ShopRecord
  /** Changes it here and in storage; other tabs hear of it. */
  change(change: (record: ShopRecord) => ShopRecord): void
  /** Called after every change, of this tab or another. Returns the unsubscribe. */
  onChange(listener: () => void): () => void
  /** The shop's time, epoch ms. */
  now(): number
}

/** Opens the record, and starts the clock on a first visit. Where storage is blocked it lives as long as the page. */
export function openRecord(): OwnRecord {
  const listeners = new Set<() => void>()
  let record = read()
  if (!record) write((record = { lines: [], clock: { offsetMs: startOffset(Date.now()) }, placed: [], soldOut: [], tried: [] }))
  let current = record

  // a tab that was hidden in the back-forward cache heard nothing meanwhile
  addEventListener('pageshow', event => event.persisted && reread())
  addEventListener('storage', event => {
    if (event.key === recordKey || event.key === null) reread()
  })

  return {
    get: () => current,
    change(change) {
      // another tab may have written since: change what is stored, not what this tab remembers
      current = change(read() ?? current)
      write(current)
      tell()
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    now: () => Date.now() + current.clock.offsetMs,
  }

  function reread(): void {
    current = read() ?? current
    tell()
  }

  function tell(): void {
    for (const listener of [...listeners]) listener()
  }
}

function read(): ShopRecord | undefined {
  try {
    return readRecord(localStorage.getItem(recordKey))
  } catch {
    // storage is blocked in this browser: the page remembers by itself
    return undefined
  }
}

function write(record: ShopRecord): void {
  try {
    localStorage.setItem(recordKey, JSON.stringify(record))
  } catch {
    // blocked or full: as above
  }
}
