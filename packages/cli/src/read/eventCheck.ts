import type { Place } from '../inputError.ts'
import { toId } from './cleanText.ts'
import type { EventField } from './columns.ts'
import { eventKindOf } from './eventName.ts'
import type { EventRow } from './eventRow.ts'
import type { LeftOutCount } from './leftOut.ts'
import { parseTime } from './parseTime.ts'
import type { Refusals } from './refusals.ts'
import { shownValue } from './shownValue.ts'
import { splitVisits } from './splitVisits.ts'

/** An event as a reader found it: text, trimmed. */
export interface RawEvent {
  /** Undefined where the file knows no sessions: visits are then made of the customer's events. */
  sessionId: string | undefined
  time: string
  /** Undefined where the file says none: every row is a view. */
  event: string | undefined
  itemId: string
  /** Hashed already where it was an address. */
  customerId: string
  place: (field: EventField) => Place
}

/** Judges events, whatever they were read from. */
export interface EventCheck {
  /** Hands a good one on, counts a bad one, leaves out what no relation is learnt from. */
  event(raw: RawEvent): void
  /** Hands on what had to wait for the end of the file: events without a session. */
  finish(): void
}

/** @param latest rows after it are refused: epoch ms */
export function createEventCheck(
  refused: Refusals, leftOut: LeftOutCount, latest: number, onEvent: (row: EventRow) => void,
): EventCheck {
  const waiting: EventRow[] = []
  return {
    event(raw) {
      const refuse = (field: EventField, reason: string, remedy: string, value: string): void =>
        refused.add(reason, remedy, raw.place(field), shownValue(value))
      const kind = raw.event === undefined ? 'view' : eventKindOf(raw.event)
      if (kind === undefined) return leftOut.add(raw.event === '' ? 'rows without an event' : `events ${shownValue(raw.event!)}`)
      const sessionId = raw.sessionId === undefined ? '' : toId(raw.sessionId)
      if (sessionId === undefined) {
        return refuse('session_id', 'a session id that is empty or too long', 'give every row its session', raw.sessionId!)
      }
      if (raw.sessionId === undefined && toId(raw.customerId) === undefined) {
        return refuse('customer_id', 'neither session nor visitor', 'give every row its session or its visitor', '')
      }
      const itemId = toId(raw.itemId)
      if (itemId === undefined) {
        return refuse('item_id', 'an item id that is empty or too long', 'give every row its item id', raw.itemId)
      }
      const at = parseTime(raw.time)
      if (at === undefined) return refuse('time', 'a time that is none', 'write 2011-11-30T08:26:00 or epoch seconds', raw.time)
      if (at > latest) return refuse('time', 'a time that has not come yet', 'check the clock or the date format', raw.time)
      const row: EventRow = { sessionId, at, event: kind, itemId, customerId: raw.customerId }
      if (raw.sessionId === undefined) waiting.push(row)
      else onEvent(row)
    },
    finish() {
      const byCustomer = new Map<string, EventRow[]>()
      for (const row of waiting) {
        const known = byCustomer.get(row.customerId)
        if (known) known.push(row)
        else byCustomer.set(row.customerId, [row])
      }
      for (const [customer, rows] of byCustomer) {
        const visits = splitVisits(rows.map(row => row.at))
        rows.forEach((row, at) => void (row.sessionId = `${customer} ${visits[at]}`))
      }
      waiting.splice(0).forEach(onEvent)
    },
  }
}
