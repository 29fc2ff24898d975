import { basename } from 'node:path'
import type { Place } from '../inputError.ts'
import { InputError } from '../inputError.ts'
import { parseJson } from './parseJson.ts'
import type { TextOptions } from './readText.ts'
import { readText } from './readText.ts'

/** What becomes of the objects of a JSON file: called in the file's order. */
export interface RecordHandler {
  /** One object. `line` of the place is the line in JSONL, the number of the entry in a JSON document. False ends the reading. */
  record(record: JsonRecord, place: Place): boolean | void
  /** A line or entry that is no object. `value` says what it is, without its text: it may hold somebody's name. */
  broken(reason: string, remedy: string, place: Place, value: string): void
}

/** A JSON object from outside: nothing is known of its fields. */
export type JsonRecord = Record<string, unknown>

/** Characters of a JSON document (not JSONL) that are taken into memory at most: V8 ends a string at 512 MB. */
const longestDocument = 400_000_000

/** Names under which exports wrap their list: `products.json`, the orders of an API, plain dumps. */
const wrappers = ['products', 'orders', 'items', 'events', 'data']

/**
 * Reads JSONL (one object a line, streaming) or a JSON document: an array of objects, an object that wraps one
 * (`{"products": []}`), or one object. The name (`.jsonl`) or the first line decides: it is a whole object in JSONL.
 *
 * @throws InputError as `readText`, and when a document is no JSON or too large
 */
export async function readRecords(path: string, options: TextOptions, handler: RecordHandler): Promise<void> {
  const file = basename(path)
  let held = ''
  let lines: boolean | undefined
  let line = 0
  let more = true
  const named = /\.(jsonl|ndjson)(\.gz)?$/i.test(path)
  const takeLine = (text: string): void => {
    line++
    const at = line
    if (text.trim() === '' || !more) return
    const value = parseLine(text)
    if (value === undefined) {
      const remedy = 'export it again: one object a line'
      handler.broken('a line that is no JSON', remedy, { file, line: at }, `${text.length} characters`)
    } else more = take(value, { file, line: at }, handler, true)
  }
  await readText(path, options, (piece, last) => {
    held += piece
    if (lines === undefined) {
      const first = /^\s*(\S[^\n]*)\n/.exec(held)?.[1] ?? (last ? held.trim() : undefined)
      if (first !== undefined) lines = named || isObject(parseLine(first))
      else if (held.length > longestDocument) throw tooLarge(file)
    }
    if (lines) {
      const ends = held.split('\n')
      held = last ? '' : ends.pop()!
      for (const text of ends) takeLine(text)
    } else if (held.length > longestDocument) throw tooLarge(file)
    return more
  })
  if (lines) return
  let value: unknown
  try {
    value = parseJson(held.replace(/^\ufeff/, ''))
  } catch (error) {
    const remedy = 'the file is cut short or damaged: export it again'
    throw new InputError(`is no JSON (${describe(error, held)})`, remedy, { file }, error)
  }
  const list = Array.isArray(value) ? value : unwrap(value) ?? [value]
  list.every((entry, at) => take(entry, { file, line: at + 1 }, handler, false))
}

function take(value: unknown, place: Place, handler: RecordHandler, mayWrap: boolean): boolean {
  // Pages of an API, written one below the other: each line wraps its own list.
  const wrapped = mayWrap ? unwrap(value) : undefined
  if (wrapped) return wrapped.every(entry => take(entry, place, handler, false))
  if (isObject(value)) return handler.record(value, place) !== false
  handler.broken('an entry that is no object', 'export it again: a list of objects', place, typeof value)
  return true
}

/** The value of a line of JSONL; undefined when it is no JSON. */
export function parseLine(text: string): unknown {
  try {
    return parseJson(text.replace(/^\ufeff/, ''))
  } catch {
    // Not a value of its own: the caller knows what that means.
    return undefined
  }
}

function unwrap(value: unknown): unknown[] | undefined {
  if (!isObject(value)) return undefined
  const name = wrappers.find(known => Array.isArray(value[known]))
  return name === undefined || isRow(value) ? undefined : value[name] as unknown[]
}

/** An order, event or product has lists too; it also has a name of its own. */
function isRow(value: JsonRecord): boolean {
  return ['id', 'event', 'event_name', 'order_id', 'title'].some(name => Object.hasOwn(value, name))
}

/** True for a JSON object (not an array, not null). */
export function isObject(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Where a document breaks, without quoting it. */
function describe(error: unknown, text: string): string {
  const at = /position (\d+)/.exec(String((error as Error).message))?.[1]
  if (at === undefined) return 'it ends early'
  const before = text.slice(0, Number(at)).split('\n')
  return `line ${before.length}, column ${before.at(-1)!.length + 1}`
}

function tooLarge(file: string): InputError {
  return new InputError('is too large for one JSON document', 'write it as JSONL: one object a line', { file })
}
