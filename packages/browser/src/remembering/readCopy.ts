import { hashId, toDeclared, type EventDraft } from '@shopside/engine'
import { toDraft } from '@shopside/engine/boundary'
import type { ExportFile } from '../client.ts'
import type { LoggedEvent } from '../log/batch.ts'
import { batchKey } from '../log/batchKey.ts'
import { readBatchKey } from '../log/logKey.ts'
import type { CopyPreview } from './remembered.ts'

/** Largest number of events read from a file: twice what a log keeps. */
const maxEvents = 10_000
/** Orders of a profile that are looked at: more than any profile keeps. */
const maxOrders = 200
/** Latest time that a key can bear (nine digits in base 36), epoch ms; also what keeps times of junk out. */
const maxAt = 36 ** 9 - 1

/** An event of a copy, as clean as if the page had tracked it. `place`: its own in its batch. */
export interface CopiedEvent {
  key: string
  place: number
  logged: LoggedEvent
}

/** What a file holds, or why it is no copy of this shop's. */
export type ReadCopy =
  | { events: CopiedEvent[]; savedAt?: number; hasSummaries: boolean; refused?: undefined }
  | { refused: NonNullable<CopyPreview['refused']>; shop?: string }

/**
 * Reads a file as hostile as it may be: own fields alone, every event through the boundary, nothing of its consent.
 * Orders that are left in its profile alone (their events were too old) become events again, under keys that are always the same.
 * May throw where a getter of the given object throws.
 */
export function readCopy(file: unknown, shop: string, base: string): ReadCopy {
  const copy = own<ExportFile>(file)
  if (copy === undefined || copy.format !== 'shopside-export') return { refused: 'not-a-copy' }
  if (copy.version !== 1) return { refused: typeof copy.version === 'number' && copy.version > 1 ? 'newer' : 'not-a-copy' }
  if (copy.shop !== shop) return { refused: 'foreign', shop: String(copy.shop ?? '').slice(0, 40) }
  if (!Array.isArray(copy.events)) return { refused: 'not-a-copy' }
  if (copy.events.length > maxEvents) return { refused: 'too-long' }
  const events: CopiedEvent[] = []
  for (const raw of copy.events as unknown[]) {
    const event = readEvent(raw, base)
    if (event !== undefined) events.push(event)
  }
  const summed = ordersOfProfile(own(copy.profile), events, base)
  const firstAt = own(copy.profile)?.['firstAt']
  const oldest = Math.min(...events.map(({ logged }) => logged.at))
  events.push(...summed)
  if (events.length === 0) return { refused: 'empty' }
  const hasSummaries = summed.length > 0 || (typeof firstAt === 'number' && firstAt < oldest)
  return { events, hasSummaries, ...(isTime(copy.exportedAt) && { savedAt: copy.exportedAt }) }
}

const idShape = /^([0-9a-z]{9}-[0-9a-z]{1,12}-[0-9a-z]{5,9})-(\d{1,4})$/

function readEvent(raw: unknown, base: string): CopiedEvent | undefined {
  const { id, at, name, params, page } = own<Record<string, unknown>>(raw) ?? {}
  const [, batch, place] = typeof id === 'string' ? idShape.exec(id) ?? [] : []
  const key = `e${batch}`
  const draft = name === 'declare' ? toDeclared(own(params)?.['facts']) : toDraft(name, params, { base }).draft
  if (readBatchKey(key) === undefined || draft === undefined || !isTime(at)) return undefined
  return {
    key, place: Number(place),
    logged: { ...draft, at, ...(typeof page === 'string' && page.startsWith('/') ? { page: page.slice(0, 200) } : {}) },
  }
}

/** Orders that no event of the copy tells. */
function ordersOfProfile(
  profile: Record<string, unknown> | undefined, events: readonly CopiedEvent[], base: string,
): CopiedEvent[] {
  const told = new Set<unknown>(
    events.map(({ logged }) => (logged.name === 'purchase' ? logged.params.transaction_id : undefined)),
  )
  const orders = Array.isArray(profile?.['orders']) ? (profile['orders'] as unknown[]).slice(-maxOrders) : []
  return orders.flatMap(raw => {
    const { id, at, items, currency, value, hidden } = own<Record<string, unknown>>(raw) ?? {}
    const { draft } = toDraft('purchase', { transaction_id: id, items, currency, value }, { base })
    if (draft?.name !== 'purchase' || !isTime(at) || told.has(draft.params.transaction_id)) return []
    const { transaction_id } = draft.params
    // Of the order's own number: the same order is the same batch in every copy.
    const key = batchKey(at, `o${hashId(transaction_id).replace('.', '').slice(0, 11)}`, 1)
    const drafts: EventDraft[] = hidden === true ? [draft, { name: 'hide_order', params: { transaction_id } }] : [draft]
    return drafts.map((each, place) => ({ key, place, logged: { ...each, at } }))
  })
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= maxAt
}

/** An object's own fields, so that nothing comes from a prototype that a page has added to. */
function own<Shape extends object = Record<string, unknown>>(value: unknown): Partial<Shape> | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.assign(Object.create(null) as object, value) as Partial<Shape>
}
