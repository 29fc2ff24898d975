import { accessSync, constants } from 'node:fs'
import { dirname } from 'node:path'
import type { BuildOptions, BuildReport, RowsReport } from './build.ts'
import { InputError } from './inputError.ts'
import type { LearnOptions } from './learnShop.ts'
import type { CatalogueItem } from './read/catalogueItem.ts'
import { readCatalogue } from './read/readCatalogue.ts'
import type { Refusals } from './read/refusals.ts'
import { createRefusals } from './read/refusals.ts'
import { refuseUnknownColumns } from './read/refuseUnknownColumns.ts'
import { statOf } from './read/statOf.ts'
import type { Database } from './train/database.ts'
import { fillEvents, fillOrders } from './train/fillDatabase.ts'
import type { Filled } from './train/fillDatabase.ts'
import { loadTables } from './train/loadTables.ts'
import { readItems } from './train/readItems.ts'
import { readRelations } from './train/readRelations.ts'
import type { ReadRelations } from './train/readRelations.ts'

/** @throws InputError when there is nothing to build from, two of what must be one, or no folder to write to */
export function checkSources({ catalogue, orders, events, tables, out }: BuildOptions): void {
  if (out === '') throw new InputError('--out is empty', 'name a folder for the model')
  // A folder that is not there yet is made, with those above it.
  let made = out
  while (!statOf(made) && dirname(made) !== made) made = dirname(made)
  if (statOf(made)?.isDirectory() === false) throw new InputError('is a file', 'name a folder for the model', { file: made })
  try {
    accessSync(made, constants.W_OK)
  } catch (cause) {
    throw new InputError('cannot be written to', 'name a folder that you may write to', { file: made }, cause)
  }
  if ([catalogue, orders, events, tables].every(source => source === undefined)) {
    throw new InputError('nothing to build from', 'give --catalog, --orders, --events or --tables')
  }
  if (tables !== undefined && (orders !== undefined || events !== undefined)) {
    throw new InputError('--tables are counted orders and events already', 'give --tables, or --orders and --events')
  }
}

/** The catalogue as the trainer takes it. */
export interface OpenCatalogue {
  items: CatalogueItem[]
  otherIds: ReadonlyMap<string, string>
  report: NonNullable<BuildReport['catalogue']>
}

/** Reads the catalogue, if there is one. @throws InputError, also for a map that names a column no input has */
export async function openCatalogue(options: LearnOptions): Promise<OpenCatalogue | undefined> {
  options.onProgress?.('catalogue', 0)
  await refuseUnknownColumns(options)
  if (options.catalogue === undefined) return undefined
  const refused = countRefusals(options)
  const dropped = countRefusals(options)
  const read = await readCatalogue(options.catalogue, {
    ...reading(options, 'catalogue'), refused, dropped, ...(options.market === undefined ? {} : { market: options.market }),
    ...(options.now === undefined ? {} : { now: options.now }),
    ...(options.currency === undefined ? {} : { currency: options.currency }),
  })
  refuseMostlyBad('catalogue', options.catalogue, read.rows, refused)
  const items = options.seen ? options.seen.catalogue(read.items) : read.items
  if (!items.length) {
    throw new InputError('holds no usable row', 'give at least one row with an id and a title', { file: options.catalogue })
  }
  return {
    items, otherIds: read.otherIds,
    report: { rows: read.rows, refused: refused.list(), dropped: dropped.list(), leftOut: read.leftOut },
  }
}

/** Items in the order of their numbers, and what was read for them. */
export interface OpenRows {
  items: CatalogueItem[]
  report: Pick<BuildReport, 'orders' | 'events' | 'tables'>
}

interface Read extends Filled {
  refused: Refusals
  dropped: Refusals
}

/** Reads orders and events into the database, or takes the tables of a warehouse. @throws InputError */
export async function openRows(database: Database, options: LearnOptions, catalogue?: OpenCatalogue): Promise<OpenRows> {
  if (options.tables !== undefined) {
    const { items, rows } = await loadTables(database, options.tables, catalogue?.items)
    return { items, report: { tables: rows } }
  }
  for (const [otherId, itemId] of catalogue?.otherIds ?? []) database.addAlias(otherId, itemId)
  const orders = await fill('orders', options.orders)
  const events = await fill('events', options.events)
  const items = await readItems(database, catalogue?.items)
  await database.make('item_name')
  return {
    items,
    report: {
      ...(orders && { orders: await judge(orders, 'orders') }), ...(events && { events: await judge(events, 'events') }),
    },
  }

  async function fill(what: 'orders' | 'events', path: string | undefined): Promise<Read | undefined> {
    options.onProgress?.(what, 0)
    if (path === undefined) return undefined
    const [refused, dropped] = [countRefusals(options), countRefusals(options)]
    const how = {
      ...reading(options, what), refused, dropped, latest: (options.now ?? Date.now()) + 864e5,
      ...(options.strict ? { strict: true } : {}),
      ...(options.seen ? { before: options.seen.before } : {}),
    }
    const filled = await (what === 'orders' ? fillOrders : fillEvents)(database, path, how)
    refuseMostlyBad(what, path, filled.rows, refused)
    return { ...filled, refused, dropped }
  }

  async function judge({ rows, refused, dropped, leftOut }: Read, what: 'orders' | 'events'): Promise<RowsReport> {
    const [counts] = await database.numbers(`
      SELECT count(*), count(*) FILTER (WHERE i.item IS NULL)
      FROM ${what === 'orders' ? 'order_input' : 'event_input'} AS l LEFT JOIN item_name AS i ON i.name = l.item_id`)
    const [taken, notInCatalogue] = counts as [number, number]
    if (taken > 0 && notInCatalogue === taken) {
      throw new InputError(
        `not one ${what === 'orders' ? 'order line' : 'event'} names an item of the catalogue`,
        'use the same ids in both files, or pass --map item_id=COLUMN', { file: options[what]! },
      )
    }
    return { rows, refused: refused.list(), dropped: dropped.list(), leftOut, taken, notInCatalogue }
  }
}

/** Relations from another system. @throws InputError, also when most of the rows cannot be used or none names known items */
export async function openRelations(
  path: string, items: readonly CatalogueItem[], options: LearnOptions,
): Promise<{ read: ReadRelations; report: NonNullable<BuildReport['relations']> }> {
  const refused = countRefusals(options)
  const index = new Map(items.map(({ itemId }, at) => [itemId, at]))
  const read = await readRelations(path, index, options.neighbours ?? 20, refused)
  const { rowsRead, notInCatalogue } = read
  if (rowsRead === 0) throw new InputError('has a header and no rows', 'export it again, with its rows', { file: path, line: 1 })
  refuseMostlyBad('relations', path, rowsRead, refused)
  if (notInCatalogue === rowsRead - refused.total) {
    throw new InputError(
      'not one row of the relations names two items of the catalogue', 'use the same ids in both files', { file: path },
    )
  }
  return { read, report: { refused: refused.list(), kept: read.kept, notInCatalogue: read.notInCatalogue } }
}

function reading({ encoding = 'utf-8', named, formats, onProgress }: LearnOptions, step: string): {
  encoding: string
  named?: ReadonlyMap<string, string>
  formats?: NonNullable<LearnOptions['formats']>
  onProgress: (bytes: number, total: number) => void
} {
  return {
    encoding, ...(named && { named }), ...(formats && { formats }),
    onProgress: (bytes, total) => onProgress?.(step, total > 0 ? bytes / total : 0),
  }
}

function countRefusals({ strict }: LearnOptions): Refusals {
  return createRefusals(strict ? (reason, remedy, place, value) => {
    throw new InputError(`${reason}: ${JSON.stringify(value.slice(0, 60))}`, remedy, place)
  } : undefined)
}

/** More than half of the rows bad: the file is not what it was taken for, and a model of the rest would be a guess. */
export function refuseMostlyBad(what: string, file: string, rows: number, refused: Refusals): void {
  if (refused.total * 2 <= rows) return
  const [most] = refused.list()
  throw new InputError(
    `${refused.total} of ${rows} rows of the ${what} cannot be used, most of them for ${most!.reason} (first: ${most!.example})`,
    most!.remedy, { file },
  )
}
