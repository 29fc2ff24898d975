import type { SegmentSpec } from '@shopside/engine'
import { checkSources } from './buildInputs.ts'
import type { InputOptions } from './inputOptions.ts'
import { learnShop } from './learnShop.ts'
import type { CatalogueItem } from './read/catalogueItem.ts'
import type { LeftOut } from './read/leftOut.ts'
import type { Refusal } from './read/refusals.ts'
import type { StepTime } from './timeSteps.ts'
import type { RelationBytes } from './train/fitBudget.ts'
import type { ReadRelations } from './train/readRelations.ts'
import { trainSteps } from './train/train.ts'
import type { Trained } from './train/train.ts'
import type { WriteOptions, WrittenModel } from './write/writeModel.ts'
import { writeLearnt } from './writeLearnt.ts'

/** What `build` is told. One of catalogue, orders, events and tables must be there. */
export interface BuildOptions extends WriteOptions, InputOptions {
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
  /** False: nothing is learnt of what shoppers are judged by. @default true */
  norms?: boolean
  /** The shop's own segments, checked (`readRules`). */
  segments?: readonly SegmentSpec[]
  /** IANA name of the zone that the orders' times are written in. @default UTC */
  timeZone?: string
  /** Refuse the input at its first bad row. @default false */
  strict?: boolean
  /** For a progress bar: a step, and how much of it is done (0..1). */
  onProgress?: (step: string, done: number) => void
  /** Which rows may be seen, and how the catalogue then looked: what `evaluate` needs. */
  seen?: { before: number; catalogue: (items: CatalogueItem[]) => CatalogueItem[] }
}

/** Rows of a file of orders or events, and what became of them. */
export interface RowsReport {
  rows: number
  refused: Refusal[]
  /** Fields that were left out of rows that were taken: prices in another currency than most. */
  dropped: Refusal[]
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
  steps: StepTime[]
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
  checkSources(options)
  return writeLearnt(await learnShop(options), options)
}
