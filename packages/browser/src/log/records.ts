import type { Profile } from '@shopside/engine'
import type { Batch, LoggedEvent } from './batch.ts'
import { readBatchKey } from './logKey.ts'
import { watchedOf } from './startProfile.ts'

/**
 * Version of the records below. A record of a greater version is a newer Shopside's: left alone, never rewritten, never deleted.
 * The database's own version stays 1 for ever, so that no upgrade can ever wait for another tab.
 */
export const recordVersion = 1

const dayMs = 864e5

/** Names this stretch of the log: made when the log begins, gone with it. The mirror bears the same name. */
export interface MetaRecord {
  v: number
  epoch: string
  /** A checkpoint of this stretch was written: when none is there later, somebody else deleted it. */
  mirrored?: boolean
}

/** The fold of exactly the events named by `seen`: every batch of tab t up to counter `seen[t]`. `high` is the greatest key folded. */
export interface StateRecord {
  v: number
  profile: Profile
  /** Tabs with a batch in the tail; those of chunks need not be asked for any more. */
  seen: Map<string, number>
  high: string
  /** How often the state was written in this stretch: tells two states of one log apart. */
  turn: number
  /** Folded from the newest part of a tail beyond all bounds: the rest counts once it is folded together. */
  isPart?: true
}

/** The profile of events whose raw form was let go: of every tab t up to counter `seen[t]`, none later than `until`. */
export interface BaseRecord {
  v: number
  profile: Profile
  seen: Map<string, number>
  until: number
  /** Batches up to here whose tab `seen` no longer names are in the base as well. */
  sealed: number
  /** How often the base was written in this stretch. */
  turn: number
  /** When it was last looked through for what is too old. */
  retiredAt?: number
}

/** Batches folded together, in key order. Never changed: a changed chunk gets another key. */
export interface ChunkRecord {
  v: number
  batches: Batch[]
}

/** A record that a newer Shopside wrote. */
export function isNewer(value: unknown): boolean {
  const version = (value as { v?: unknown } | null | undefined)?.v
  return typeof version === 'number' && version > recordVersion
}

export function toMeta(value: unknown): MetaRecord | undefined {
  return isRecord(value) && typeof value['epoch'] === 'string' ? value as unknown as MetaRecord : undefined
}

/** A state record in our shape, or undefined: a poisoned one is folded anew, the log is the truth. */
export function toState(value: unknown): StateRecord | undefined {
  if (!isRecord(value) || !isCounters(value['seen']) || !isTurn(value['turn']) || !isProfile(value['profile'])) return undefined
  const { high, profile } = value
  if (typeof high !== 'string') return undefined
  // A profile that is ahead of its own log was not folded from it.
  const at = readBatchKey(high)?.at ?? (high === '' ? Infinity : NaN)
  return (profile.lastAt ?? 0) <= at + dayMs ? value as unknown as StateRecord : undefined
}

/** How often a state was written, of whatever is left of it: a profile that was taken away must not come back under its old mark. */
export function turnOf(value: unknown): number {
  return isRecord(value) && isTurn(value['turn']) ? value['turn'] : 0
}

/** A state record without a state: the next fold begins at the base. It still says what rules ask for: a tab may fold that has no model. */
export function staleState(stored: unknown): unknown {
  const watched = watchedOf(stored)
  return { v: recordVersion, turn: turnOf(stored) + 1, ...(watched && { watched }) }
}

export function toBase(value: unknown): BaseRecord | undefined {
  if (!isRecord(value) || !isCounters(value['seen']) || !isTime(value['until']) || !isProfile(value['profile'])) return undefined
  const { profile, until } = value
  const base = { turn: 0, sealed: 0, ...value } as unknown as BaseRecord
  return (profile.lastAt ?? 0) <= until + dayMs ? base : { ...base, profile: { ...profile, lastAt: until, visitStartedAt: until } }
}

export function toChunk(value: unknown): ChunkRecord | undefined {
  if (!isRecord(value) || !Array.isArray(value['batches'])) return undefined
  const batches = (value['batches'] as (Partial<Batch> | null)[]).flatMap(batch => toBatch(batch?.key, batch?.events) ?? [])
  return { v: recordVersion, batches }
}

/** A batch in our shape, or undefined for a record that is none. An event that is none becomes a hole; its time stays near the key's. */
export function toBatch(key: unknown, value: unknown): Batch | undefined {
  const at = readBatchKey(key)?.at
  if (at === undefined || !Array.isArray(value)) return undefined
  const events = (value as unknown[]).every(event => isEvent(event, at)) ? value : (value as unknown[]).map(event => toEvent(event, at))
  return { key: key as string, events: events as Batch['events'] }
}

function isEvent(event: unknown, at: number): boolean {
  return event === null || (isEventShape(event) && event.at >= at && event.at <= at + dayMs)
}

function toEvent(event: unknown, at: number): LoggedEvent | null {
  if (!isEventShape(event)) return null
  return { ...event, at: Math.min(Math.max(event.at, at), at + dayMs) }
}

function isEventShape(value: unknown): value is LoggedEvent {
  const event = value as Partial<LoggedEvent> | null
  return typeof event === 'object' && event !== null && typeof event.name === 'string' && isTime(event.at)
    && typeof event.params === 'object' && event.params !== null && Object.values(event.name === 'declare' ? factsOf(event.params) : event.params).every(isPlainOrLines)
}

/** `facts` of what the shopper declared: a record of plain values, null where one is taken back. */
function factsOf({ facts }: { facts?: unknown }): Record<string, unknown> {
  return Object.fromEntries(Object.entries(isPlain(facts) ? facts : {}).filter(([, value]) => value !== null))
}

/** What an event or a profile holds is drawn: nothing but texts, numbers, yes and no, and lists of items made of these. */
function isPlainOrLines(value: unknown): boolean {
  return Array.isArray(value) ? value.every(isFlat) : typeof value !== 'object'
}

function isFlat(value: unknown): value is Record<string, unknown> {
  return isPlain(value) && Object.values(value).every(field => typeof field !== 'object')
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && (value as { v?: unknown }).v === recordVersion
}

function isCounters(value: unknown): value is Map<string, number> {
  if (!(value instanceof Map)) return false
  for (const [tab, counter] of value) if (typeof tab !== 'string' || !isTurn(counter)) return false
  return true
}

function isTurn(value: unknown): value is number {
  return Number.isSafeInteger(value) && value as number >= 0
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Enough of a look to tell our profile from junk: the parts that the fold and what reads it take without asking. */
function isProfile(value: unknown): value is Profile {
  const profile = value as Partial<Profile> | null
  return isPlain(profile) && (profile.lastAt === undefined || isTime(profile.lastAt)) && isTime(profile.visits)
    && isPlain(profile.items) && Object.values(profile.items).every(isMemory)
    && isPlain(profile.orderIds) && isPlain(profile.promotions) && isPlain(profile.notForMe) && Object.values(profile.notForMe).every(isTime)
    && [profile.orders, profile.searches, profile.viewed, profile.cart?.lines].every(Array.isArray)
    && [...profile.cart!.lines, ...profile.searches!].every(isFlat)
    && profile.orders!.every(order => isPlain(order) && isPlainOrLines(order.items))
}

function isMemory(value: unknown): boolean {
  return isPlain(value) && isFlat(value['item']) && typeof value['item']['item_id'] === 'string'
    && isTime(value['views']) && isTime(value['adds']) && isTime(value['orders']) && Array.isArray(value['orderedAt'])
}

/** `seen`, and the batches named by `keys` with it. */
export function seenWith(seen: ReadonlyMap<string, number> | undefined, keys: readonly string[]): Map<string, number> {
  const all = new Map(seen)
  for (const key of keys) {
    const parts = readBatchKey(key)
    if (parts === undefined) continue
    const counter = Math.max(parts.counter, all.get(parts.tab) ?? 0)
    // The latest last, so that the first are those that can be let go.
    all.delete(parts.tab)
    all.set(parts.tab, counter)
  }
  return all
}

/** Raw events of some batches. */
export function countEvents(batches: readonly Batch[]): number {
  return batches.reduce((sum, { events }) => sum + events.filter(event => event !== null).length, 0)
}
