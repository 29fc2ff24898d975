import { InputError } from '../inputError.ts'
import { createCustomerKey } from './customerKey.ts'
import { createEventCheck } from './eventCheck.ts'
import type { EventRow } from './eventRow.ts'
import type { EventSink } from './eventSources.ts'
import { eventReaders } from './eventSources.ts'
import type { Format, Recognised } from './format.ts'
import { recognise } from './format.ts'
import type { LeftOut } from './leftOut.ts'
import { countLeftOut } from './leftOut.ts'
import { listInputs } from './listInputs.ts'
import type { TextOptions } from './readText.ts'
import type { Refusals } from './refusals.ts'

/** How to read events. */
export interface EventsOptions extends TextOptions {
  refused: Refusals
  named?: ReadonlyMap<string, string>
  /** `--format`: overrules what is recognised. */
  formats?: readonly Format[]
  /** Rows after it are refused: epoch ms. */
  latest: number
}

/** What event files held, beside their events. */
export interface EventsRead {
  rows: number
  /** Rows that no relation is learnt from, by reason: other kinds of events. */
  leftOut: LeftOut[]
  /** The files and what they were recognised as. */
  files: { path: string; recognised: Recognised }[]
}

/**
 * Reads what shoppers did, one item at a time: a file, a folder (the tables of a warehouse), or a pattern. `onProgress` counts
 * the bytes of one file at a time.
 *
 * @throws InputError when a file cannot be read or a required column is missing
 */
export async function readEvents(path: string, options: EventsOptions, onEvent: (row: EventRow) => void): Promise<EventsRead> {
  const { refused, latest, named = new Map<string, string>() } = options
  const leftOut = countLeftOut()
  const check = createEventCheck(refused, leftOut, latest, onEvent)
  const files: EventsRead['files'] = []
  let rows = 0
  const sink: EventSink = {
    event(raw) {
      rows++
      check.event(raw)
    },
    broken(reason, remedy, place, value) {
      rows++
      refused.add(reason, remedy, place, value)
    },
    leftOut(reason) {
      rows++
      leftOut.add(reason)
    },
  }
  const inputs = listInputs(path)
  const first = inputs[0]!
  for (const file of inputs) {
    const recognised = await recognise(file, 'events', options)
    files.push({ path: file, recognised })
    const read = eventReaders[recognised.format] ?? eventReaders.generic
    await read({ path: file, kind: recognised.kind, text: options, named, customer: await createCustomerKey(first) }, sink)
  }
  check.finish()
  if (rows === 0) throw new InputError('has a header and no rows', 'export it again, with its rows', { file: path, line: 1 })
  return { rows, leftOut: leftOut.list(), files }
}
