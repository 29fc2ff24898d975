import { createEventCheck } from './eventCheck.ts'
import type { EventRow } from './eventRow.ts'
import { eventReaders } from './eventSources.ts'
import { countLeftOut } from './leftOut.ts'
import type { InputsOptions, InputsRead } from './readInputs.ts'
import { readInputs } from './readInputs.ts'

/** How to read events. */
export interface EventsOptions extends InputsOptions {
  /** Rows after it are refused: epoch ms. */
  latest: number
}

/**
 * Reads what shoppers did, one item at a time: a file, a folder (the tables of a warehouse), or a pattern. `onProgress` counts
 * the bytes of one file at a time.
 *
 * @throws InputError when a file cannot be read or a required column is missing
 */
export async function readEvents(path: string, options: EventsOptions, onEvent: (row: EventRow) => void): Promise<InputsRead> {
  const leftOut = countLeftOut()
  const check = createEventCheck(options.refused, leftOut, options.latest, onEvent)
  const read = await readInputs({ path, role: 'events', options, readers: eventReaders, leftOut, onRow: check.event })
  check.finish()
  return { ...read, leftOut: leftOut.list() }
}
