import { statSync } from 'node:fs'
import type { ShopEvent } from '@shopside/engine'
import { toCustom } from '@shopside/engine'
import { toDraft, type DraftResult } from '@shopside/engine/boundary'
import { InputError } from '../inputError.ts'
import { parseMoment } from './parseTime.ts'
import { readText } from './readText.ts'

const remedy = 'write {"name": "view_item", "params": {…}, "at": "2026-05-17T08:00:00Z"} or ["view_item", {…}, "2026-05-17T08:00:00Z"]'
/** `<time>-<tab>-<counter>-<place in batch>` */
const ourId = /^[\da-z]{9}-.+-[\da-z]{5}-\d+$/
/** Addresses in events are judged as on the shop's own page. */
const origin = { base: 'https://shop.example/' }

/**
 * One shopper's log: a line each, a stored event (`id`, `at`, `name`, `params`) or a call of `track` with its time. Every line goes through
 * the same door as on a page. In the order of the log: by id where all have one of ours, which sorts by time, else as written; the same id
 * counts once.
 *
 * @throws InputError naming the line that is neither
 */
export async function readEventLog(file: string): Promise<ShopEvent[]> {
  // Somebody who has done nothing yet.
  if (statSync(file, { throwIfNoEntry: false })?.size === 0) return []
  const events: ShopEvent[] = []
  let rest = ''
  let line = 0
  await readText(file, {}, (piece, last) => {
    const lines = (rest + piece).split('\n')
    rest = last ? '' : lines.pop()!
    for (const text of lines) {
      line++
      if (text.trim() !== '') events.push(readEvent(text, { file, line }))
    }
  })
  const byId = new Map(events.map(event => [event.id || event, event]))
  const once = [...byId.values()]
  return once.every(({ id }) => ourId.test(id)) ? once.sort((a, b) => (a.id < b.id ? -1 : 1)) : once
}

function readEvent(text: string, place: { file: string; line: number }): ShopEvent {
  const { name, params, at: when, id, page } = fieldsOf(text, place)
  const at = typeof when === 'number' && Number.isFinite(when) ? when : parseMoment(String(when))
  if (at === undefined) throw new InputError(`a time that is none: ${JSON.stringify(when)}`, remedy, place)
  const { event_name: ownName, ...ownParams } = (params ?? {}) as Record<string, unknown>
  const { draft: ours, reason = '' } = name === 'custom' ? {} as DraftResult : toDraft(name, params ?? {}, origin)
  if (reason.startsWith('missing-')) throw new InputError(`${String(name)} without ${reason.slice(8)}`, remedy, place)
  const draft = ours ?? toCustom(name === 'custom' ? ownName : name, name === 'custom' ? ownParams : params)
  if (!draft) throw new InputError(`no event: ${text.slice(0, 60)}`, remedy, place)
  return { id: typeof id === 'string' ? id : '', at, ...draft, ...(typeof page === 'string' && { page }) } as ShopEvent
}

function fieldsOf(text: string, place: { file: string; line: number }): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new InputError(`is no JSON: ${text.slice(0, 60)}`, remedy, place, error)
  }
  if (Array.isArray(value)) return { name: value[0], params: value[1], at: value[2] }
  if (typeof value === 'object' && value !== null) return value as Record<string, unknown>
  throw new InputError(`no event: ${text.slice(0, 60)}`, remedy, place)
}
