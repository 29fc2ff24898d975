import { basename } from 'node:path'
import type { Place } from '../inputError.ts'
import { eventAliases, findColumns, namedColumn } from './columns.ts'
import type { EventField } from './columns.ts'
import type { CustomerKey } from './customerKey.ts'
import type { RawEvent } from './eventCheck.ts'
import { eventKindOf } from './eventName.ts'
import type { Format } from './format.ts'
import { readGa4 } from './ga4.ts'
import { readTable } from './readTable.ts'
import type { TextOptions } from './readText.ts'
import { readSegmentTable } from './segmentTable.ts'
import { shownValue } from './shownValue.ts'
import type { FileKind } from './sniffFile.ts'

/** What the readers of events are told. */
export interface EventSource {
  path: string
  kind: FileKind
  text: TextOptions
  /** `--map`: field → column name. */
  named: ReadonlyMap<string, string>
  customer: CustomerKey
}

/** Takes what a reader finds among events. Each call is one row (one item of an event). */
export interface EventSink {
  event(raw: RawEvent): void
  broken(reason: string, remedy: string, place: Place, value: string): void
  leftOut(reason: string): void
}

type ReadEvents = (source: EventSource, sink: EventSink) => Promise<void>

/** The reader of each format of events; `generic` for any table whose columns are found by name. */
export const eventReaders: Partial<Record<Format, ReadEvents>> & { generic: ReadEvents } = {
  generic: readTableEvents, ga4: readGa4Events, segment: readSegmentEvents,
}

/** Columns `session_id` or `customer_id`, `timestamp`, `item_id` and, if known, `event` (else every row is a view). */
async function readTableEvents({ path, kind, text, named, customer }: EventSource, sink: EventSink): Promise<void> {
  let at: Record<EventField, number> | undefined
  await readTable(path, kind, text, {
    header(names) {
      const file = basename(path)
      at = findColumns<EventField>(names, eventAliases, ['time', 'item_id'], named, 'events', file)
      if (at.customer_id < 0) at = findColumns<EventField>(names, eventAliases, ['session_id'], named, 'events', file)
      return Object.values(at).filter(cell => cell >= 0)
    },
    row(cells, place) {
      const columns = at!
      const cell = (field: EventField): string | undefined => columns[field] < 0 ? undefined : cells[columns[field]]!.trim()
      sink.event({
        sessionId: cell('session_id'), time: cell('time')!, event: cell('event'), itemId: cell('item_id')!,
        customerId: customer.of(cell('customer_id') ?? ''), place: field => place(columns[field]),
      })
    },
    broken: sink.broken,
  })
}

/** A GA4 session is known by visitor and `ga_session_id` together; without consent there is neither. */
async function readGa4Events({ path, kind, text, customer }: EventSource, sink: EventSink): Promise<void> {
  await readGa4(path, kind, text, ({ name, time, visitor, userId, sessionId, items, place }) => {
    if (!items.length) return sink.leftOut('events without items')
    if (eventKindOf(name) === undefined) return sink.leftOut(`events ${shownValue(name)}`)
    if (visitor === '') return sink.leftOut('events without a visitor (no consent)')
    for (const { itemId } of items) {
      sink.event({
        sessionId: sessionId === '' ? undefined : `${visitor}.${sessionId}`, time, event: name, itemId,
        customerId: customer.of(userId || visitor), place: () => place,
      })
    }
  }, sink.broken)
}

/** Segment keeps no sessions: visits are made of what one browser did. */
async function readSegmentEvents({ path, kind, text, named, customer }: EventSource, sink: EventSink): Promise<void> {
  const wanted = namedColumn(named, 'events', 'item_id')
  await readSegmentTable({ path, kind, text, wanted }, ({ event, time, userId, anonymousId, items, place }) => {
    if (!items.length) return sink.leftOut('events without items')
    for (const { itemId } of items) {
      sink.event({
        sessionId: undefined, time, event, itemId, customerId: customer.of(anonymousId || userId),
        place: field => place(field === 'item_id' ? 'item_id' : 'time'),
      })
    }
  }, sink.broken)
}
