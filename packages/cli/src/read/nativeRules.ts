import { eventKinds } from './eventName.ts'
import type { RefuseRule } from './nativeSql.ts'
import { isKnownTime, isPlainId, isPlainTime, isUsualTime, literal, problemOf, timeOf } from './nativeSql.ts'

/** How the rows of a role are judged, in SQL over the columns that are named as the fields. */
export interface NativeRules {
  /** Columns that are worked out first. */
  parsed: string
  /** True for a row that is left out, and not refused. */
  gone: string
  problem: string
  /** What a message calls a row that is left out. */
  reason?: string
  rules: readonly RefuseRule[]
  /** The columns of a good row, in the order of the input table. */
  columns: readonly string[]
}

const idRule = (field: string, what: string, remedy: string): RefuseRule => ({
  field, reason: `${what} that is empty or too long`, remedy, when: `${field} = '' OR strlen(${field}) > 200`,
})
const itemRule: RefuseRule = idRule('item_id', 'an item id', 'give every row its item id')
/** Over the column `at_ms`. */
const timeRules = (latest: number, remedy: string): RefuseRule[] => [
  { field: 'time', reason: 'a time that is none', remedy, when: `NOT ${isKnownTime('at_ms')}` },
  {
    field: 'time', reason: 'a time that has not come yet', remedy: 'check the clock or the date format',
    when: `at_ms > ${latest}`,
  },
]

/** `lineCheck` in SQL, rule by rule. */
export function orderRules(cell: (field: string) => string | undefined, latest: number, salt: string): NativeRules {
  const customer = cell('customer_id') ?? `''`
  const units = cell('quantity')
  // Below a thousand million, as the other way has it.
  const written = `regexp_full_match(${units}, '-?\\d+([.,]\\d+)?') AND abs(TRY_CAST(replace(${units}, ',', '.') AS DOUBLE)) < 1e9
    AND strlen(${units}) < 30`
  const quantity = units === undefined ? 'CAST(1 AS DOUBLE)' : `CASE WHEN ${units} = '' THEN 1
    WHEN regexp_full_match(${units}, '\\d\\d?\\d?') THEN CAST(${units} AS DOUBLE)
    WHEN ${written} THEN CAST(replace(${units}, ',', '.') AS DOUBLE) END`
  const rules: RefuseRule[] = [
    idRule('order_id', 'an order id', 'give every row its order id'), itemRule,
    ...timeRules(latest, 'write 2011-11-30 or 2011-11-30T08:26'),
    { field: 'quantity', reason: 'a quantity that is no number', remedy: 'write 1 or more', when: 'units IS NULL' },
  ]
  return {
    parsed: `${isUsualTime('time')} AS usual, ${timeOf('time')} AS at_ms, ${quantity} AS units`,
    gone: 'coalesce(units <= 0, false)', rules,
    problem: problemOf([
      isPlainId('order_id'), isPlainId('item_id'), isPlainTime('time'), isPlainId(customer),
      ...units === undefined ? [] : [`NOT contains(${units}, chr(127))`],
      ...[cell('price'), cell('list_price')].flatMap(price => price === undefined ? [] : isPlainPrice(price)),
    ], rules),
    columns: [
      'order_id', 'item_id', `${hashed(customer, salt)} AS customer_id`, 'at_ms', 'units AS quantity',
      `${priceOf(cell('price'))} AS price`, `${priceOf(cell('list_price'))} AS list_price`,
    ],
  }
}

/** `eventCheck` in SQL, rule by rule; only for files that name their sessions. */
export function eventRules(cell: (field: string) => string | undefined, latest: number, salt: string): NativeRules {
  const customer = cell('customer_id') ?? `''`
  const event = cell('event')
  const kinds = Object.entries(eventKinds).map(([name, kind]) => `WHEN '${name}' THEN '${kind}'`).join(' ')
  const letters = `regexp_replace(lower(${event}), '[^a-z]', '', 'g')`
  const kind = event === undefined ? `'view'` : `CASE ${event} ${kinds} ELSE CASE ${letters} ${kinds} END END`
  const rules = [
    idRule('session_id', 'a session id', 'give every row its session'), itemRule,
    ...timeRules(latest, 'write 2011-11-30T08:26:00 or epoch seconds'),
  ]
  const clear = [isPlainId('session_id'), isPlainId('item_id'), `time = '' OR ${isPlainTime('time')}`, isPlainId(customer)]
  return {
    parsed: `${isUsualTime('time')} AS usual, ${timeOf('time')} AS at_ms, ${kind} AS kind`,
    gone: 'kind IS NULL', rules, ...(event === undefined ? {} : { reason: event }),
    problem: `CASE WHEN kind IS NULL THEN NULL ELSE ${problemOf(clear, rules)} END`,
    columns: [
      'session_id', 'at_ms', 'kind AS event', 'item_id', `${hashed(customer, salt)} AS customer_id`,
    ],
  }
}

/** True (SQL) for no price, and for digits that `parseAmount` reads as `priceOf` does: no currency, no thousands, no sign but a minus. */
function isPlainPrice(column: string): string {
  return `${column} = '' OR regexp_full_match(${column}, '(-?\\d+(\\.\\d+)?|\\d+,\\d\\d?)') AND strlen(${column}) < 20
    AND NOT TRY_CAST(replace(${column}, ',', '.') AS DOUBLE) > 1e9`
}

/** A price that `isPlainPrice` has let through; NULL where the row says none. */
function priceOf(column: string | undefined): string {
  if (column === undefined) return 'CAST(NULL AS DOUBLE)'
  return `CASE WHEN ${column} <> '' AND NOT starts_with(${column}, '-') THEN TRY_CAST(replace(${column}, ',', '.') AS DOUBLE) END`
}

/** An e-mail address as `createCustomerKey` hashes it, any other id as it stands. */
export function hashed(customer: string, salt: string): string {
  return `CASE WHEN contains(${customer}, '@') THEN sha256(${literal(salt)} || lower(${customer})) ELSE ${customer} END`
}
