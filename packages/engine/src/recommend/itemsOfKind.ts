import { openGroups } from '../model/openGroups.ts'
import type { Model } from '../model/model.ts'

const readers = new WeakMap<Model, (index: number) => readonly number[]>()

/**
 * Items of the kind of one, most popular first; itself among them. The first question about a model passes over all of its items
 * once.
 */
export function itemsOfKind(model: Model, index: number): number[] {
  let reader = readers.get(model)
  if (!reader) {
    let most = 0
    for (let item = 0; item < model.size; item++) most = Math.max(most, model.kind(item))
    readers.set(model, reader = openGroups(model.size, model.kind, most))
  }
  return [...reader(index)].sort((a, b) => model.popularRank(a) - model.popularRank(b))
}
