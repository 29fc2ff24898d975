import type { Place } from '../inputError.ts'
import { readParquetRecords } from './readParquet.ts'
import type { JsonRecord, RecordHandler } from './readRecords.ts'
import { isObject, readRecords } from './readRecords.ts'
import { cellOf } from './readTable.ts'
import type { TextOptions } from './readText.ts'
import type { FileKind } from './sniffFile.ts'

/** One event of GA4's BigQuery export, as far as it is looked at. Empty: not there. */
export interface Ga4Event {
  name: string
  /** Epoch ms as text: the export has microseconds. */
  time: string
  visitor: string
  userId: string
  /** `ga_session_id` of the event's parameters: counts within a visitor only. */
  sessionId: string
  transactionId: string
  items: { itemId: string; quantity: string }[]
  place: Place
}

const columns = ['event_name', 'event_timestamp', 'user_pseudo_id', 'user_id', 'event_params', 'ecommerce', 'items']

/** Reads the tables `events_YYYYMMDD` of GA4's BigQuery export, as JSONL (numbers may be text) or Parquet. */
export async function readGa4(
  path: string, kind: FileKind, text: TextOptions, onEvent: (event: Ga4Event) => void, broken: RecordHandler['broken'],
): Promise<void> {
  const handler: RecordHandler = { record: (record, place) => onEvent(toEvent(record, place)), broken }
  await (kind === 'parquet' ? readParquetRecords(path, columns, handler) : readRecords(path, text, handler))
}

function toEvent(record: JsonRecord, place: Place): Ga4Event {
  const of = (name: string): string => known(record[name])
  const micros = of('event_timestamp')
  const params = listOf(record['event_params'])
  const param = (key: string): string => {
    const value = params.find(entry => entry['key'] === key)?.['value']
    return isObject(value) ? known(value['int_value']) || known(value['string_value']) : ''
  }
  const ecommerce = isObject(record['ecommerce']) ? known(record['ecommerce']['transaction_id']) : ''
  return {
    name: of('event_name'), time: /^\d{16}$/.test(micros) ? micros.slice(0, 13) : micros,
    visitor: of('user_pseudo_id'), userId: of('user_id'), sessionId: param('ga_session_id'),
    transactionId: ecommerce || param('transaction_id'),
    items: listOf(record['items']).map(item => ({ itemId: known(item['item_id']), quantity: known(item['quantity']) })), place,
  }
}

/** GA4 writes `(not set)` for what it was not told. */
function known(value: unknown): string {
  const text = cellOf(value).trim()
  return text === '(not set)' ? '' : text
}

function listOf(value: unknown): JsonRecord[] {
  return Array.isArray(value) ? value.filter(isObject) : []
}
