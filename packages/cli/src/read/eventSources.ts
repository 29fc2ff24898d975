import { basename } from 'node:path'
import { eventAliases, findColumns, namedColumn } from './columns.ts'
import type { EventField } from './columns.ts'
import type { RawEvent } from './eventCheck.ts'
import { eventKindOf } from './eventName.ts'
import { readGa4 } from './ga4.ts'
import type { FormatReaders, InputSource, RowSink } from './readInputs.ts'
import { readTable } from './readTable.ts'
import { readSegmentTable } from './segmentTable.ts'
import { shownValue } from './shownValue.ts'

/** The reader of each format of events; `generic` for any table whose columns are found by name. */
export const eventReaders: FormatReaders<RawEvent> = {
  generic: readTableEvents, ga4: readGa4Events, segment: readSegmentEvents,
}

/** Columns `session_id` or `customer_id`, `timestamp`, `item_id` and, if known, `event` (else every row is a view). */
async function readTableEvents({ path, kind, text, named, customer }: InputSource, sink: RowSink<RawEvent>): Promise<void> {
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
      sink.row({
        sessionId: cell('session_id'), time: cell('time')!, event: cell('event'), itemId: cell('item_id')!,
        customerId: customer.of(cell('customer_id') ?? ''), place: field => place(columns[field]),
      })
    },
    broken: sink.broken,
  })
}

/** A GA4 session is known by visitor and `ga_session_id` together; without consent there is neither. */
async function readGa4Events({ path, kind, text, customer }: InputSource, sink: RowSink<RawEvent>): Promise<void> {
  await readGa4(path, kind, text, ({ name, time, visitor, userId, sessionId, items, place }) => {
    if (!items.length) return sink.leftOut('events without items')
    if (eventKindOf(name) === undefined) return sink.leftOut(`events ${shownValue(name)}`)
    if (visitor === '') return sink.leftOut('events without a visitor (no consent)')
    for (const { itemId } of items) {
      sink.row({
        sessionId: sessionId === '' ? undefined : `${visitor}.${sessionId}`, time, event: name, itemId,
        customerId: customer.of(userId || visitor), place: () => place,
      })
    }
  }, sink.broken)
}

/** Segment keeps no sessions: visits are made of what one browser did. */
async function readSegmentEvents({ path, kind, text, named, customer }: InputSource, sink: RowSink<RawEvent>): Promise<void> {
  const wanted = namedColumn(named, 'events', 'item_id')
  await readSegmentTable({ path, kind, text, wanted }, ({ event, time, userId, anonymousId, items, place }) => {
    if (!items.length) return sink.leftOut('events without items')
    for (const { itemId } of items) {
      sink.row({
        sessionId: undefined, time, event, itemId, customerId: customer.of(anonymousId || userId),
        place: field => place(field === 'item_id' ? 'item_id' : 'time'),
      })
    }
  }, sink.broken)
}
