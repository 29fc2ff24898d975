import type { Profile } from '@shopside/engine'
import { promisifyRequest, type UseStore } from 'idb-keyval'
import { withIds, type Batch, type LoggedEvent } from './batch.ts'
import type { FoldEvents } from './eventLog.ts'
import { baseKey, keyRange, readBatchKey, stateKey } from './logKey.ts'
import { committed } from './useStore.ts'

/** Version of the records below. A record of another version is left alone and folded anew. */
const recordVersion = 1

/** The fold of exactly the events named by `seen`: every batch of tab t up to counter `seen[t]`. `high` is the greatest key folded. */
interface StateRecord {
  v: number
  profile: Profile
  seen: Map<string, number>
  high: string
}

/** The profile of events whose raw form was let go: of every tab t up to counter `seen[t]`, none later than `until`. */
export interface BaseRecord {
  v: number
  profile: Profile
  seen: Map<string, number>
  until: number
}

/** Batches folded together, in key order. */
export interface ChunkRecord {
  v: number
  batches: Batch[]
}

/** A profile and a mark of how far the log was: the same mark means the same profile. */
export interface Folded {
  profile: Profile
  mark: string
}

/**
 * Brings the state record up to the log and returns its profile, or `last` itself when nothing is new since: one readwrite transaction, so that two tabs never fold past each other.
 *
 * Reads the record and the batches beyond `seen` alone. A batch whose key is older than what was folded already (another tab was
 * slower) makes it fold anew from base and all raw events, so that the state is always that of key order.
 */
export function foldLog(store: UseStore, foldEvents: FoldEvents, empty: Profile, last?: Folded): Promise<Folded> {
  return store('readwrite', async records => {
    const [stored, keys] = await Promise.all([
      promisifyRequest<unknown>(records.get(stateKey)),
      promisifyRequest(records.getAllKeys(IDBKeyRange.bound(...keyRange('e')))),
    ])
    const state = toState(stored)
    const fresh = keys.filter((key): key is string => isFresh(key, state))
    if (state !== undefined && fresh.length === 0) {
      const mark = markOf(state)
      return last?.mark === mark ? last : { profile: state.profile, mark }
    }

    const inOrder = state !== undefined && fresh[0]! > state.high
    const batches = inOrder
      ? await readBatches(records, fresh)
      : await readAllBatches(records)
    const start = inOrder ? state.profile : (toBase(await promisifyRequest<unknown>(records.get(baseKey)))?.profile ?? empty)
    const profile = foldEvents(start, batches.flatMap(withIds))
    const seen = seenWith(state?.seen, fresh)
    const high = keys.length === 0 ? (state?.high ?? '') : maxKey(state?.high ?? '', keys.at(-1) as string)
    const next: StateRecord = { v: recordVersion, profile, seen, high }
    records.put(next, stateKey)
    await committed(records)
    return { profile, mark: markOf(next) }
  })
}

/** All raw batches of chunks and tail, in key order. */
export async function readAllBatches(records: IDBObjectStore): Promise<Batch[]> {
  const [chunks, keys, values] = await Promise.all([
    promisifyRequest<unknown[]>(records.getAll(IDBKeyRange.bound(...keyRange('c')))),
    promisifyRequest(records.getAllKeys(IDBKeyRange.bound(...keyRange('e')))),
    promisifyRequest<unknown[]>(records.getAll(IDBKeyRange.bound(...keyRange('e')))),
  ])
  const batches = chunks.flatMap(chunk => toChunk(chunk)?.batches ?? [])
  keys.forEach((key, index) => batches.push({ key: String(key), events: toEvents(values[index]) }))
  return batches.sort((a, b) => (a.key < b.key ? -1 : 1))
}

async function readBatches(records: IDBObjectStore, keys: string[]): Promise<Batch[]> {
  const range = IDBKeyRange.bound(keys[0], keys.at(-1))
  const [found, values] = await Promise.all([
    promisifyRequest(records.getAllKeys(range)),
    promisifyRequest<unknown[]>(records.getAll(range)),
  ])
  const wanted = new Set(keys)
  return found
    .map((key, index) => ({ key: String(key), events: toEvents(values[index]) }))
    .filter(batch => wanted.has(batch.key))
}

/** Counters only grow, so their sum and the greatest key tell two states of one log apart. */
function markOf({ high, seen }: StateRecord): string {
  let batches = 0
  for (const counter of seen.values()) batches += counter
  return `${high} ${batches}`
}

function isFresh(key: IDBValidKey, state: StateRecord | undefined): boolean {
  const parts = readBatchKey(key)
  return parts !== undefined && parts.counter > (state?.seen.get(parts.tab) ?? 0)
}

function maxKey(a: string, b: string): string {
  return a > b ? a : b
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && (value as { v?: unknown }).v === recordVersion
}

/** A state record in our shape, or undefined: a poisoned one is folded anew, the log is the truth. */
export function toState(value: unknown): StateRecord | undefined {
  return isRecord(value) && value['seen'] instanceof Map && typeof value['high'] === 'string' && isProfile(value['profile'])
    ? value as unknown as StateRecord
    : undefined
}

export function toBase(value: unknown): BaseRecord | undefined {
  return isRecord(value) && value['seen'] instanceof Map && isProfile(value['profile']) ? value as unknown as BaseRecord : undefined
}

export function toChunk(value: unknown): ChunkRecord | undefined {
  return isRecord(value) && Array.isArray(value['batches']) ? value as unknown as ChunkRecord : undefined
}

/** Enough of a look to tell our profile from junk: the parts that the fold reads without asking. */
function isProfile(value: unknown): value is Profile {
  const profile = value as Partial<Profile> | null
  return typeof profile === 'object' && profile !== null && typeof profile.items === 'object' && profile.items !== null
    && Array.isArray(profile.orders) && Array.isArray(profile.viewed) && Array.isArray(profile.cart?.lines)
}

function toEvents(value: unknown): LoggedEvent[] {
  return Array.isArray(value) ? value as LoggedEvent[] : []
}

/** `seen`, and the batches named by `keys` with it. */
export function seenWith(seen: ReadonlyMap<string, number> | undefined, keys: readonly string[]): Map<string, number> {
  const all = new Map(seen)
  for (const key of keys) {
    const parts = readBatchKey(key)
    if (parts !== undefined) all.set(parts.tab, Math.max(parts.counter, all.get(parts.tab) ?? 0))
  }
  return all
}

export function baseRecord(profile: Profile, seen: Map<string, number>, until: number): BaseRecord {
  return { v: recordVersion, profile, seen, until }
}

export function chunkRecord(batches: Batch[]): ChunkRecord {
  return { v: recordVersion, batches }
}

/** Raw events of some batches. */
export function countEvents(batches: readonly Batch[]): number {
  return batches.reduce((sum, batch) => sum + batch.events.length, 0)
}

