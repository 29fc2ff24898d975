import type { DuckDBConnection } from '@duckdb/node-api'
import type { Aliases, EventField, InputRole, OrderField } from './columns.ts'
import { eventAliases, findColumns, orderAliases } from './columns.ts'
import { createCustomerKey } from './customerKey.ts'
import type { Format, Recognised } from './format.ts'
import { recognise } from './format.ts'
import type { LeftOut } from './leftOut.ts'
import { listInputs } from './listInputs.ts'
import { eventRules, orderRules } from './nativeRules.ts'
import type { NativeRules } from './nativeRules.ts'
import { hasTwoTexts, openNativeTable } from './nativeTable.ts'
import type { NativeTable } from './nativeTable.ts'
import type { Refusals } from './refusals.ts'
import { shownValue } from './shownValue.ts'

/** How a file may be read natively: as `readOrders` and `readEvents` are told, so that both ways give the same. */
export interface NativeOptions {
  /** @default 'utf-8' */
  encoding?: string
  /** `--map`: field → column name. */
  named?: ReadonlyMap<string, string>
  /** `--format`: overrules what is recognised. */
  formats?: readonly Format[]
  /** Rows after it are refused: epoch ms. */
  latest: number
  /** Rows that are left out are counted here, as the other way counts them. */
  refused: Refusals
  /**
   * Takes the rows of a SELECT, all or none, and says how many: so a file without a bad row is read once, and not a second time
   * after it was counted. Left out: `select` is for the caller.
   */
  insert?: (select: string) => Promise<number>
  /** `--strict`: a file with a bad row is left to the other way, which stops at it. @default false */
  strict?: boolean
}

/**
 * A file that DuckDB reads by itself. `select` may be used as often as needed, in the connection that it was opened with; it
 * reads the file each time.
 *
 * Orders: `order_id VARCHAR, item_id VARCHAR, customer_id VARCHAR ('' for a guest), at_ms BIGINT, quantity DOUBLE, price DOUBLE,
 * list_price DOUBLE` (NULL where the row says none). Events: `session_id VARCHAR, at_ms BIGINT, event VARCHAR ('view', 'cart',
 * 'purchase'), item_id VARCHAR, customer_id VARCHAR`. Both in the file's order.
 */
export interface NativeSource {
  /** A SELECT (no semicolon) of the rows that count: what the other way would have handed on, one by one. */
  select: string
  /** Data rows of the file. */
  rows: number
  /** Rows that `select` gives. */
  kept: number
  /** Orders: lines of returns. Events: rows of kinds that no relation is learnt from. Left out, not refused. */
  leftOut: number
  /** Events: what was left out, by reason. */
  reasons: LeftOut[]
  /** `insert` has taken the rows. */
  inserted: boolean
  /** The file and what it was recognised as. */
  files: { path: string; recognised: Recognised }[]
}

/**
 * Order lines of a large clean CSV, JSONL or Parquet file. Reads the file once, to count.
 *
 * @returns undefined when the file must be read the other way (`readOrders`): another format, another encoding, rows that only it
 * can judge. Nothing was added to `refused` then.
 * @throws InputError as `readOrders`
 */
export async function openNativeOrders(
  connection: DuckDBConnection, path: string, options: NativeOptions,
): Promise<NativeSource | undefined> {
  return open<OrderField>(connection, path, options, 'orders', orderAliases, ['order_id', 'item_id', 'time'], orderRules)
}

/** Events of a large clean CSV, JSONL or Parquet file, as `openNativeOrders`; the other way is `readEvents`. */
export async function openNativeEvents(
  connection: DuckDBConnection, path: string, options: NativeOptions,
): Promise<NativeSource | undefined> {
  return open<EventField>(connection, path, options, 'events', eventAliases, ['session_id', 'item_id', 'time'], eventRules)
}

async function open<Field extends string>(
  connection: DuckDBConnection, path: string, options: NativeOptions, role: InputRole, aliases: Aliases<Field>,
  required: readonly Field[],
  rulesOf: (cell: (field: string) => string | undefined, latest: number, salt: string) => NativeRules,
): Promise<NativeSource | undefined> {
  const [file, ...more] = listInputs(path)
  if (file === undefined || more.length || !/^utf-?8$/i.test(options.encoding ?? 'utf-8')) return undefined
  const recognised = await recognise(file, role, options)
  if (recognised.format !== 'generic') return undefined
  const named = options.named ?? new Map<string, string>()
  // A column is missing: the other way says so, or does without it (visits instead of sessions).
  const found = findColumns<Field>(recognised.names, aliases, [], named, role, file)
  if (required.some(field => found[field] < 0)) return undefined
  const columns = new Map<string, number>(Object.entries<number>(found).filter(([, at]) => at >= 0))
  try {
    const table = await openNativeTable(connection, file, recognised)
    if (!table) return undefined
    const currency = columns.get('currency')
    if (currency !== undefined && await hasTwoTexts(connection, table, currency)) return undefined
    const fields = [...columns.keys()]
    const rules = rulesOf(field => columns.has(field) ? field : undefined, options.latest, (await createCustomerKey(file)).salt)
    const named = fields.map(field => `${table.cell(columns.get(field)!)} AS ${field}`)
    const cells = `SELECT ${named.join(', ')} FROM ${table.source}`
    const judged = `SELECT *, ${rules.gone} AS gone, ${rules.problem} AS problem FROM (SELECT *, ${rules.parsed} FROM (${cells}))`
    const columnList = rules.columns.join(', ')
    const inserted = options.insert && await insertClean(options.insert, `SELECT ${columnList} FROM (${judged})`)
    if (inserted) {
      const rows = Number((await connection.runAndReadAll(`SELECT count(*) FROM ${table.source}`)).getRows()[0]![0])
      return {
        select: `SELECT ${columnList} FROM (${judged}) WHERE NOT gone`, rows, kept: inserted, leftOut: rows - inserted,
        inserted: true,
        reasons: rows > inserted && rules.reason !== undefined ? await reasonsOf(connection, judged, rules.reason) : [],
        files: [{ path: file, recognised }],
      }
    }
    const counted = await connection.runAndReadAll(`SELECT problem, gone, count(*) FROM (${judged}) GROUP BY ALL`)
    const counts = counted.getRows().map(([problem, gone, rows]) => ({ problem, gone: gone === true, rows: Number(rows) }))
    if (!counts.length || counts.some(({ problem }) => problem === 'unclear')) return undefined
    const bad = counts.filter(({ problem }) => problem !== null)
    if (bad.length && options.strict) return undefined
    if (bad.length && !await countRefused(connection, judged, rules, columns, table, options.refused)) return undefined
    const sum = (of: typeof counts): number => of.reduce((total, { rows }) => total + rows, 0)
    const clean = counts.every(({ problem, gone }) => problem === null && !gone)
    const from = clean ? `SELECT *, ${rules.parsed} FROM (${cells})`
      : `SELECT * FROM (${judged}) WHERE problem IS NULL AND NOT gone`
    const left = counts.filter(({ problem, gone }) => problem === null && gone)
    return {
      select: `SELECT ${columnList} FROM (${from})`, rows: sum(counts), leftOut: sum(left), inserted: false,
      kept: sum(counts.filter(({ problem, gone }) => problem === null && !gone)),
      reasons: left.length && rules.reason !== undefined ? await reasonsOf(connection, judged, rules.reason) : [],
      files: [{ path: file, recognised }],
    }
  } catch {
    // DuckDB refuses what is not strictly formed. The other way reads it, or says where it is broken.
    return undefined
  }
}

/** Rows taken in one go, or undefined when one of them is bad or unclear: the engine stops there, and none was taken. */
async function insertClean(insert: (select: string) => Promise<number>, judged: string): Promise<number | undefined> {
  try {
    return await insert(`${judged} WHERE CASE WHEN problem IS NOT NULL THEN error('a bad row') ELSE NOT gone END`)
  } catch {
    return undefined
  }
}

/** Adds every refused row to `refused`, with the place of the first of each reason. False when a place cannot be told. */
async function countRefused(
  connection: DuckDBConnection, judged: string, { rules }: NativeRules, columns: ReadonlyMap<string, number>, table: NativeTable,
  refused: Refusals,
): Promise<boolean> {
  const fields = [...columns.keys()]
  const numbered = `SELECT problem, row_number() OVER () AS row, [${fields.join(', ')}] AS texts FROM (${judged})`
  const result = await connection.runAndReadAll(
    `SELECT problem, count(*), min(row) AS first, arg_min(texts, row) FROM (${numbered}) WHERE problem IS NOT NULL
    GROUP BY problem ORDER BY first`,
  )
  const adds: (() => void)[] = []
  for (const [problem, rows, first, texts] of result.getRowsJson() as [string, string, string, string[]][]) {
    const { reason, remedy, field } = rules[Number(problem)]!
    const place = await table.place(Number(first), new Map(fields.map((name, at) => [columns.get(name)!, texts[at]!])))
    if (!place) return false
    const value = shownValue(texts[fields.indexOf(field)]!)
    adds.push(() => {
      for (let row = 0; row < Number(rows); row++) refused.add(reason, remedy, place(columns.get(field)!), value)
    })
  }
  adds.forEach(add => add())
  return true
}

async function reasonsOf(connection: DuckDBConnection, judged: string, reason: string): Promise<LeftOut[]> {
  const query = `SELECT ${reason} AS reason, count(*) AS rows FROM (${judged}) WHERE gone GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 30`
  const rows = (await connection.runAndReadAll(query)).getRowsJson() as [string, string][]
  return rows.map(([name, count]) => {
    return { reason: name === '' ? 'rows without an event' : `events ${shownValue(name)}`, rows: Number(count) }
  })
}
