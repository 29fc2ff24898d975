import type { BuildOptions, BuildReport } from './build.ts'
import { openCatalogue, openRelations, openRows } from './buildInputs.ts'
import type { OpenCatalogue, OpenRows } from './buildInputs.ts'
import { InputError } from './inputError.ts'
import type { CatalogueItem } from './read/catalogueItem.ts'
import type { StepTime } from './timeSteps.ts'
import { timeSteps } from './timeSteps.ts'
import { openDatabase } from './train/database.ts'
import type { ReadRelations } from './train/readRelations.ts'
import { train } from './train/train.ts'
import type { NormsOptions } from './train/trainNorms.ts'
import type { Trained } from './train/train.ts'
import type { WriteOptions } from './write/writeModel.ts'

/** What decides what is learnt: all but where a model goes and how large it may be. */
export type LearnOptions = Omit<BuildOptions, 'out' | 'budgetBytes' | keyof WriteOptions>

/** A shop as it was learnt, before anything is left out: any number of models are written from it, and none changes it. */
export interface LearntShop {
  found: OpenRows
  trained: Trained
  catalogue?: OpenCatalogue
  imported?: { read: ReadRelations; report: NonNullable<BuildReport['relations']> }
  minShoppers: number
  viewShoppers: number
  steps: StepTime[]
}

/**
 * Reads, counts, solves and tunes. The counting engine is closed, and its memory free, when it is done.
 *
 * @throws InputError naming file, line, column and remedy
 */
export async function learnShop(options: LearnOptions): Promise<LearntShop> {
  const { minShoppers = 3, viewShoppers = 2 } = options
  const { onProgress, steps } = timeSteps(options.onProgress)
  const catalogue = await openCatalogue({ ...options, onProgress })
  const { found, trained } = await count({ ...options, onProgress, minShoppers, viewShoppers }, catalogue)
  const imported = options.relations === undefined ? undefined : await openRelations(options.relations, found.items, options)
  return {
    found, trained, ...(catalogue && { catalogue }), ...(imported && { imported }), minShoppers, viewShoppers, steps: steps(),
  }
}

type Counting = LearnOptions & Required<Pick<LearnOptions, 'onProgress' | 'minShoppers' | 'viewShoppers'>>

async function count(options: Counting, catalogue: OpenCatalogue | undefined): Promise<Pick<LearntShop, 'found' | 'trained'>> {
  const { threads = 2, memoryBytes = 1e9, minShoppers, viewShoppers, neighbours = 20, tune, norms = true, onProgress } = options
  const database = await openDatabase({ threads, memoryBytes })
  try {
    const found = await openRows(database, options, catalogue)
    if (!found.items.length) throw new InputError('there is no row that can be used', 'give at least one item, order or event')
    const trained = await train(found.items, database, {
      threads, minShoppers, viewShoppers, neighbours, ...(tune === undefined ? {} : { tune }),
      ...(norms && { norms: normsFor(options, found.items) }), onStep: step => onProgress(step, 0),
    })
    return { found, trained }
  } finally {
    database.close()
  }
}

/** Money is told in the currency of the catalogue, as prices of order lines name none. */
function normsFor({ currency, timeZone }: LearnOptions, items: readonly CatalogueItem[]): NormsOptions {
  const code = currency ?? items.find(item => item.currency !== undefined)?.currency
  return { ...(code !== undefined && { currency: code }), ...(timeZone !== undefined && { timeZone }) }
}
