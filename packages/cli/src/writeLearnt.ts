import type { StoreNorms } from '@shopside/engine'
import type { BuildOptions, BuildReport } from './build.ts'
import type { LearntShop } from './learnShop.ts'
import { timeSteps } from './timeSteps.ts'
import { fitBudget } from './train/fitBudget.ts'
import { withRelations } from './train/readRelations.ts'
import { writeModel } from './write/writeModel.ts'
import { normsText } from './write/normsText.ts'
import type { WriteOptions } from './write/writeModel.ts'

/** Where a model goes, and how large it may be. */
export type WriteLearntOptions = WriteOptions & Pick<BuildOptions, 'out' | 'budgetBytes' | 'onProgress' | 'segments'>

/** Writes a model of what was learnt that fits a budget, and tells all that was done since the first file was opened. */
export async function writeLearnt(
  { found, trained, catalogue, imported, minShoppers, viewShoppers, steps: learning }: LearntShop, options: WriteLearntOptions,
): Promise<BuildReport> {
  const { budgetBytes = 300_000 } = options
  const { onProgress, steps: writing } = timeSteps(options.onProgress)
  onProgress('file', 0)
  const { parts: own, ...learnt } = trained
  const parts = imported ? withRelations(own, imported.read) : own
  const fitted = await fitBudget(parts, budgetBytes)
  const norms = withSegments(trained.norms, options.segments)
  const written = await writeModel(options.out, fitted.parts, options, norms && normsText(norms))
  const learntBytes = fitted.relations.reduce((sum, { total }) => sum + total, written.headerBytes)
  onProgress('file', 1)
  const steps = [...learning, ...writing()]
  return {
    ...learnt, items: found.items.length, ...found.report, ...(catalogue && { catalogue: catalogue.report }),
    ...(imported && { relations: imported.report }), minShoppers, viewShoppers,
    popularKnown: parts.popularKnown, newest: parts.newest.length, reorder: parts.reorder.filter(Boolean).length,
    pruned: fitted.pruned, ...written, streams: fitted.relations, learntBytes, overBudget: learntBytes > budgetBytes,
    seconds: steps.reduce((sum, { seconds }) => sum + seconds, 0), steps,
  }
}

/** Rules need no orders: norms may hold nothing else. */
function withSegments(norms: StoreNorms | undefined, segments: WriteLearntOptions['segments']): StoreNorms | undefined {
  if (!segments) return norms
  return { ...norms ?? { format: 'shopside-norms', version: 1, asOf: 0 }, segments: [...segments] }
}
