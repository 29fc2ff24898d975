import { join } from 'node:path'
import type { BuildOptions, BuildReport } from '../build.ts'
import type { LearnOptions } from '../learnShop.ts'
import { learnShop } from '../learnShop.ts'
import type { WriteOptions } from '../write/writeModel.ts'
import { writeLearnt } from '../writeLearnt.ts'
import type { ModelFolder } from './readFolder.ts'
import { readFolder } from './readFolder.ts'

/** A model of the rows before the split, read back from its files. */
export interface BuiltModel {
  /** Its budget and its floors. */
  name: string
  /** Infinity: nothing is left out. */
  budgetBytes: number
  build: BuildReport
  folder: ModelFolder
}

/** Which models to build. */
export interface ModelsAsked extends Pick<BuildOptions, 'onProgress'> {
  /** What may be seen: the rows before this moment, epoch ms. */
  splitAt: number
  /** A model for each of these. */
  budgets: readonly number[]
  /** Every model a second time, with a floor of one shopper. */
  withoutFloor: boolean
  /** Folder for the folders of the models. */
  folder: string
}

/**
 * Builds all models, as `build` does: a shop is learnt once for each floor, and every budget is fitted to what was learnt.
 *
 * @returns by budget, the floor of the shop before that of one shopper
 */
export async function buildModels(
  options: LearnOptions & WriteOptions, { splitAt, budgets, withoutFloor, folder }: ModelsAsked,
): Promise<BuiltModel[]> {
  const byFloor: BuiltModel[][] = []
  for (const floors of withoutFloor ? [{}, { minShoppers: 1, viewShoppers: 1 }] : [{}]) {
    const learnt = await learnShop({ ...options, ...floors, norms: false, seen: seenBefore(splitAt) })
    const models: BuiltModel[] = []
    for (const budgetBytes of budgets) {
      const out = join(folder, `${byFloor.length}-${models.length}`)
      const build = await writeLearnt(learnt, { ...options, out, budgetBytes })
      const size = isFinite(budgetBytes) ? `${budgetBytes / 1000} kB` : 'unbounded'
      models.push({ name: `${size}, floor ${floorsOf(build, options)}`, budgetBytes, build, folder: readFolder(out) })
    }
    byFloor.push(models)
  }
  return budgets.flatMap((_, place) => byFloor.map(models => models[place]!))
}

/** What was known before a moment: today's stock and a first sale after it are knowledge of the future. */
function seenBefore(splitAt: number): NonNullable<BuildOptions['seen']> {
  return {
    before: splitAt,
    catalogue: items => items.map(item => {
      const { firstSoldAt, ...then } = item
      return { ...then, available: true, ...(firstSoldAt !== undefined && firstSoldAt < splitAt ? { firstSoldAt } : {}) }
    }),
  }
}

function floorsOf({ minShoppers, viewShoppers }: BuildReport, { orders, events }: LearnOptions): string {
  if (orders === undefined) return `${viewShoppers}`
  return events === undefined ? `${minShoppers}` : `${minShoppers} (views ${viewShoppers})`
}
