// One lazy chunk: taking a copy and loading one.
import { emptyProfile, foldEvents, type Profile } from '@shopside/engine'
import { toDraft } from '@shopside/engine/boundary'
import type { ConsentState, ExportFile } from '../client.ts'
import { withIds, type Batch, type LoggedEvent } from '../log/batch.ts'
import type { EventLog } from '../log/eventLog.ts'
import { readBatchKey } from '../log/logKey.ts'

/** A copy of everything in this browser: raw events, the profile they fold to, and the consent under which they were kept. */
export async function exportLog(
  log: EventLog | undefined, shop: string, exportedAt: number, consent: ConsentState,
): Promise<ExportFile> {
  const { base, batches } = await log?.read() ?? { batches: [] as Batch[], base: undefined }
  const events = batches.flatMap(withIds)
  const profile: Profile = foldEvents(base ?? emptyProfile(), events)
  return { format: 'shopside-export', version: 1, shop, exportedAt, consent, profile, events }
}

/** Largest number of events read from a file: twice what a log keeps. */
const maxEvents = 10_000

/**
 * Merges a copy into the log. Events pass the boundary like any other and keep their keys, so that loading a copy twice adds nothing.
 * Consent is never taken from a file.
 *
 * @returns counts of batches, and a reason where nothing could be done
 */
export async function importLog(
  log: EventLog | undefined, file: unknown, shop: string, base: string,
): Promise<{ added: number; skipped: number; reason?: string }> {
  const refuse = (reason: string) => ({ added: 0, skipped: 0, reason })
  if (log === undefined) return refuse('This browser may not remember anything. Allow it first.')
  let batches: Map<string, LoggedEvent[]> | string
  try {
    batches = readCopy(file, shop, base)
  } catch {
    // A getter of the object that we were given threw.
    batches = 'This copy cannot be read.'
  }
  if (typeof batches === 'string') return refuse(batches)
  const fresh = await log.merge([...batches].map(([key, events]) => ({ key, events })))
  return { added: fresh, skipped: batches.size - fresh }
}

/** The batches of a copy by key, or in a sentence why it is none. */
function readCopy(file: unknown, shop: string, base: string): Map<string, LoggedEvent[]> | string {
  const copy = file as Partial<ExportFile> | null
  if (typeof copy !== 'object' || copy === null || copy.format !== 'shopside-export' || copy.version !== 1) {
    return 'This is not a copy that Shopside saved.'
  }
  if (copy.shop !== shop) return `This copy is of another shop ("${String(copy.shop).slice(0, 40)}").`
  if (!Array.isArray(copy.events) || copy.events.length > maxEvents) return 'This copy holds no list of events, or too long a list.'

  const batches = new Map<string, LoggedEvent[]>()
  for (const raw of copy.events as unknown[]) {
    const event = readEvent(raw, base)
    if (event === undefined) continue
    const events = batches.get(event.key)
    if (events === undefined) batches.set(event.key, [event.logged])
    else events.push(event.logged)
  }
  return batches
}

const idShape = /^([0-9a-z]{9}-[0-9a-z]{1,12}-[0-9a-z]{5,9})-\d{1,4}$/

/** One event of a file, as clean as if the page had tracked it, with the key of the batch that it came in. */
function readEvent(raw: unknown, base: string): { key: string; logged: LoggedEvent } | undefined {
  const { id, at, name, params, page } = (typeof raw === 'object' && raw !== null ? raw : {}) as Record<string, unknown>
  const key = typeof id === 'string' ? `e${idShape.exec(id)?.[1]}` : ''
  const { draft } = toDraft(name, params, { base })
  if (readBatchKey(key) === undefined || draft === undefined || typeof at !== 'number' || !Number.isFinite(at)) return undefined
  return { key, logged: { ...draft, at, ...(typeof page === 'string' && page.startsWith('/') ? { page: page.slice(0, 200) } : {}) } }
}
