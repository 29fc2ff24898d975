import { statSync } from 'node:fs'
import { InputError } from './inputError.ts'
import type { CatalogueItem } from './read/catalogueItem.ts'
import { readCatalogue } from './read/readCatalogue.ts'
import { readOrders } from './read/readOrders.ts'
import type { OrderLine } from './read/readOrders.ts'
import type { Refusal, Refusals } from './read/refusals.ts'
import { createRefusals } from './read/refusals.ts'
import { openDatabase } from './train/database.ts'
import { fitBudget } from './train/fitBudget.ts'
import { train, trainSteps } from './train/train.ts'
import type { StoreFacts } from './train/trainStore.ts'
import { writeModel } from './write/writeModel.ts'
import type { WrittenFile } from './write/writeModel.ts'

/** What `build` is told. Paths are relative to the working folder. */
export interface BuildOptions {
  catalogue: string
  orders?: string
  /** Folder of the model; made when missing. */
  out: string
  /** Distinct shoppers that a relation needs to be published. @default 3 */
  minShoppers?: number
  /** Neighbours per item at most, 1..255. @default 20 */
  neighbours?: number
  /** Bytes of the model file after brotli, at most. @default 300000 */
  budgetBytes?: number
  /** Threads of the counting engine; the bytes do not depend on it. @default 2 */
  threads?: number
  /** Refuse the input at its first bad row. @default false */
  strict?: boolean
  /** @default 'utf-8' */
  encoding?: string
  /** Field → column name, where a header uses a name of its own. */
  named?: ReadonlyMap<string, string>
  /** Epoch ms; a later order is refused (a day of grace for time zones). @default Date.now() */
  now?: number
  /** For a progress bar: a step, and how much of it is done (0..1). */
  onProgress?: (step: string, done: number) => void
  /** Which order lines may be seen, and how the catalogue then looked: what `evaluate` needs. */
  seen?: { before: number; catalogue: (items: CatalogueItem[]) => CatalogueItem[] }
}

/** What `build` did: everything that it prints. */
export interface BuildReport {
  catalogue: { rows: number; items: number; refused: Refusal[]; dropped: Refusal[] }
  orders?: { rows: number; lines: number; refused: Refusal[]; returns: number; notInCatalogue: number }
  store: StoreFacts
  pairs: { counted: number; kept: number; belowFloor: number; pruned: number }
  similar: number
  popularKnown: number
  recentDays: number
  newest: number
  reorder: number
  files: WrittenFile[]
  /** After brotli the file is larger than it may be, whatever is left out. */
  overBudget: boolean
  seconds: number
}

/** Steps that `onProgress` names, in order. */
export const buildSteps: readonly string[] = ['catalogue', 'order lines', ...trainSteps, 'file']

/**
 * Builds a model folder from a catalogue and, if there is one, an order history. Same input, same bytes, at any number of
 * threads. Nothing in `out` changes before everything was read and learnt.
 *
 * @throws InputError naming file, line, column and remedy
 */
export async function build(options: BuildOptions): Promise<BuildReport> {
  const started = performance.now()
  const { onProgress, named, encoding = 'utf-8', budgetBytes = 300_000 } = options
  const refusedItems = countRefusals(options)
  const droppedFields = countRefusals(options)
  const refusedLines = countRefusals(options)
  const reading = (step: string) => ({
    encoding, ...(named ? { named } : {}), onProgress: (bytes: number, total: number) => onProgress?.(step, bytes / total),
  })
  checkOut(options.out)
  onProgress?.('catalogue', 0)
  const catalogue = await readCatalogue(
    options.catalogue, { ...reading('catalogue'), refused: refusedItems, dropped: droppedFields },
  )
  refuseMostlyBad('catalogue', options.catalogue, catalogue.rows, refusedItems)
  const items = options.seen ? options.seen.catalogue(catalogue.items) : catalogue.items
  if (!items.length) {
    throw new InputError('holds no usable row', 'give at least one row with an id and a title', { file: options.catalogue })
  }

  const database = await openDatabase(options.threads ?? 2)
  try {
    let orders: BuildReport['orders']
    onProgress?.('order lines', 0)
    if (options.orders !== undefined) {
      const index = new Map(items.map((item, at) => [item.itemId, at]))
      let lines = 0
      let notInCatalogue = 0
      const onLine = (line: OrderLine): void => {
        if (options.seen && line.at >= options.seen.before) return
        const item = index.get(line.itemId) ?? -1
        if (item < 0) notInCatalogue++
        lines++
        database.add({ orderId: line.orderId, item, customerId: line.customerId, at: line.at, quantity: line.quantity })
      }
      const latest = (options.now ?? Date.now()) + 864e5
      const read = await readOrders(options.orders, { ...reading('order lines'), refused: refusedLines, latest }, onLine)
      refuseMostlyBad('orders', options.orders, read.rows, refusedLines)
      if (lines > 0 && notInCatalogue === lines) {
        throw new InputError(
          'not one order line names an item of the catalogue', 'use the same ids in both files, or pass --map item_id=COLUMN',
          { file: options.orders },
        )
      }
      orders = { rows: read.rows, lines, refused: refusedLines.list(), returns: read.returns, notInCatalogue }
    }
    const trained = await train(items, database, {
      minShoppers: options.minShoppers ?? 3, neighbours: options.neighbours ?? 20, onStep: step => onProgress?.(step, 0),
    })
    onProgress?.('file', 0)
    const { parts } = trained
    const fitted = fitBudget(parts, budgetBytes)
    const files = writeModel(options.out, fitted, {
      asOf: parts.asOf, items: parts.items.length, ...(parts.currency === undefined ? {} : { currency: parts.currency }),
    })
    onProgress?.('file', 1)
    return {
      catalogue: { rows: catalogue.rows, items: items.length, refused: refusedItems.list(), dropped: droppedFields.list() },
      ...(orders ? { orders } : {}),
      store: trained.store, pairs: { ...trained.pairs, pruned: fitted.pruned }, similar: trained.similar,
      popularKnown: parts.popularKnown,
      recentDays: trained.recentDays, newest: parts.newest.length, reorder: parts.reorder.filter(Boolean).length,
      files, overBudget: files[0]!.brotliBytes > budgetBytes, seconds: (performance.now() - started) / 1000,
    }
  } finally {
    database.close()
  }
}

function countRefusals({ strict }: BuildOptions): Refusals {
  return createRefusals(strict ? (reason, remedy, place, value) => {
    throw new InputError(`${reason}: ${JSON.stringify(value.slice(0, 60))}`, remedy, place)
  } : undefined)
}

/** More than half of the rows bad: the file is not what it was taken for, and a model of the rest would be a guess. */
function refuseMostlyBad(what: string, file: string, rows: number, refused: Refusals): void {
  if (refused.total * 2 <= rows) return
  const [most] = refused.list()
  throw new InputError(
    `${refused.total} of ${rows} rows of the ${what} cannot be used, most of them for ${most!.reason} (first: ${most!.example})`,
    most!.remedy, { file },
  )
}

function checkOut(out: string): void {
  const stat = statSync(out, { throwIfNoEntry: false })
  if (stat && !stat.isDirectory()) throw new InputError('is a file', 'name a folder for the model', { file: out })
}
