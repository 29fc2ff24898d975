import { checkSources, openCatalogue, openRelations, openRows } from './buildInputs.ts'
import type { OpenCatalogue, OpenRows } from './buildInputs.ts'
import { InputError } from './inputError.ts'
import type { CatalogueItem } from './read/catalogueItem.ts'
import type { Format } from './read/format.ts'
import type { LeftOut } from './read/leftOut.ts'
import type { Refusal } from './read/refusals.ts'
import { openDatabase } from './train/database.ts'
import { fitBudget } from './train/fitBudget.ts'
import type { RelationBytes } from './train/fitBudget.ts'
import { withRelations } from './train/readRelations.ts'
import type { ReadRelations } from './train/readRelations.ts'
import { train, trainSteps } from './train/train.ts'
import type { Trained } from './train/train.ts'
import { writeModel } from './write/writeModel.ts'
import type { WriteOptions, WrittenModel } from './write/writeModel.ts'

/** What `build` is told. Paths are relative to the working folder; one of catalogue, orders, events and tables must be there. */
export interface BuildOptions extends WriteOptions {
  /** Without it the items are those that occur, with their id for a title. */
  catalogue?: string
  orders?: string
  events?: string
  /** Folder of tables that a warehouse has counted (`shopside sql`), instead of orders and events. */
  tables?: string
  /** Relations from another system, which replace ours. */
  relations?: string
  /** Folder of the model; made when missing. */
  out: string
  /** Distinct shoppers that a relation of baskets needs to be published. @default 3 */
  minShoppers?: number
  /** Distinct shoppers that a relation of views needs. @default 2 */
  viewShoppers?: number
  /** Neighbours per item at most, 1..255. @default 20 */
  neighbours?: number
  /** Bytes of what is learnt after brotli, at most; Infinity: no bound. @default 300000 */
  budgetBytes?: number
  /** Threads of the counting engine; the bytes do not depend on it. @default 2 */
  threads?: number
  /** Memory of the counting engine; beyond it, it spills. @default 1e9 */
  memoryBytes?: number
  /** False: constants are the defaults, nothing is tuned. @default true */
  tune?: boolean
  /** Refuse the input at its first bad row. @default false */
  strict?: boolean
  /** @default 'utf-8' */
  encoding?: string
  /** Field → column name, where a header uses a name of its own. */
  named?: ReadonlyMap<string, string>
  /** Overrule what files are recognised as. */
  formats?: readonly Format[]
  /** Items of this market, and of none, alone. */
  market?: string
  /** ISO 4217, for prices that name none. */
  currency?: string
  /** Epoch ms; a later order is refused (a day of grace for time zones). @default Date.now() */
  now?: number
  /** For a progress bar: a step, and how much of it is done (0..1). */
  onProgress?: (step: string, done: number) => void
  /** Which rows may be seen, and how the catalogue then looked: what `evaluate` needs. */
  seen?: { before: number; catalogue: (items: CatalogueItem[]) => CatalogueItem[] }
}

/** Rows of a file of orders or events, and what became of them. */
export interface RowsReport {
  rows: number
  refused: Refusal[]
  leftOut: readonly LeftOut[]
  /** Rows that were taken, and those of them that name no item of the catalogue. */
  taken: number
  notInCatalogue: number
}

/** What `build` did: everything that it prints. */
export interface BuildReport extends Omit<Trained, 'parts'>, WrittenModel {
  items: number
  catalogue?: { rows: number; refused: Refusal[]; dropped: Refusal[]; leftOut: readonly LeftOut[] }
  orders?: RowsReport
  events?: RowsReport
  /** Rows by table of a warehouse. */
  tables?: Record<string, number>
  relations?: { refused: Refusal[] } & Pick<ReadRelations, 'kept' | 'notInCatalogue'>
  minShoppers: number
  viewShoppers: number
  popularKnown: number
  newest: number
  reorder: number
  /** Relations left out for the budget. */
  pruned: number
  /** What is learnt, after brotli: by relation and stream, and all of it with the header, which is what the budget counts. */
  streams: RelationBytes[]
  learntBytes: number
  /** What is learnt is larger than it may be, whatever is left out. */
  overBudget: boolean
  seconds: number
  /** Seconds by step, in order. */
  steps: { step: string; seconds: number }[]
}

/** Steps that `onProgress` names, in order. */
export const buildSteps: readonly string[] = ['catalogue', 'orders', 'events', ...trainSteps, 'file']

/**
 * Builds a model folder from a catalogue, an order history, events, or the tables of a warehouse. Same input, same bytes, at
 * any number of threads. Nothing in `out` changes before everything was read and learnt.
 *
 * @throws InputError naming file, line, column and remedy
 */
export async function build(options: BuildOptions): Promise<BuildReport> {
  const started = performance.now()
  const { budgetBytes = 300_000, minShoppers = 3, viewShoppers = 2 } = options
  const { onProgress, steps } = timed(options.onProgress)
  checkSources(options)
  const catalogue = await openCatalogue({ ...options, onProgress })
  const { found, trained } = await learn(options, onProgress, catalogue)
  const imported = options.relations === undefined ? undefined : await openRelations(options.relations, found.items, options)
  onProgress('file', 0)
  const parts = imported ? withRelations(trained.parts, imported.read) : trained.parts
  const fitted = fitBudget(parts, budgetBytes)
  const written = await writeModel(options.out, fitted.parts, options)
  const learntBytes = fitted.relations.reduce((sum, { total }) => sum + total, written.headerBytes)
  onProgress('file', 1)
  const { parts: _parts, ...learnt } = trained
  return {
    ...learnt, items: found.items.length, ...found.report, ...(catalogue && { catalogue: catalogue.report }),
    ...(imported && { relations: imported.report }), minShoppers, viewShoppers,
    popularKnown: parts.popularKnown, newest: parts.newest.length, reorder: parts.reorder.filter(Boolean).length,
    pruned: fitted.pruned, ...written, streams: fitted.relations, learntBytes, overBudget: learntBytes > budgetBytes,
    seconds: (performance.now() - started) / 1000, steps: steps(),
  }
}

/** Reads and counts; the counting engine is closed, and its memory free, before the file is made. */
async function learn(
  options: BuildOptions, onProgress: NonNullable<BuildOptions['onProgress']>, catalogue: OpenCatalogue | undefined,
): Promise<{ found: OpenRows; trained: Trained }> {
  const { threads = 2, memoryBytes = 1e9, minShoppers = 3, viewShoppers = 2, neighbours = 20, tune } = options
  const database = await openDatabase({ threads, memoryBytes })
  try {
    const found = await openRows(database, { ...options, onProgress }, catalogue)
    if (!found.items.length) throw new InputError('there is no row that can be used', 'give at least one item, order or event')
    const trained = await train(found.items, database, {
      minShoppers, viewShoppers, neighbours, ...(tune === undefined ? {} : { tune }), onStep: step => onProgress(step, 0),
    })
    return { found, trained }
  } finally {
    database.close()
  }
}

/** `onProgress` with a watch: how long each step took. */
function timed(onProgress: BuildOptions['onProgress']): {
  onProgress: NonNullable<BuildOptions['onProgress']>
  steps: () => BuildReport['steps']
} {
  const times: { step: string; at: number }[] = []
  return {
    onProgress(step, done) {
      if (times.at(-1)?.step !== step) times.push({ step, at: performance.now() })
      onProgress?.(step, done)
    },
    steps: () => times.map(({ step, at }, place) => ({
      step, seconds: ((times[place + 1]?.at ?? performance.now()) - at) / 1000,
    })),
  }
}
