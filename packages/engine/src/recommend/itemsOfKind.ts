import { openGroups } from '../model/openGroups.ts'
import type { Model } from '../model/model.ts'

interface Kinds {
  ofItem: (index: number) => readonly number[]
  ranked: Map<number, readonly number[]>
}

const known = new WeakMap<Model, Kinds>()

/**
 * Items of the kind of one, most popular first; itself among them. The first question about a model passes over all of its items
 * once, and the first about a kind puts it in order.
 */
export function itemsOfKind(model: Model, index: number): readonly number[] {
  let kinds = known.get(model)
  if (!kinds) {
    let most = 0
    for (let item = 0; item < model.size; item++) most = Math.max(most, model.kind(item))
    known.set(model, kinds = { ofItem: openGroups(model.size, model.kind, most), ranked: new Map() })
  }
  const kind = model.kind(index)
  let ranked = kinds.ranked.get(kind)
  if (!ranked) kinds.ranked.set(kind, ranked = [...kinds.ofItem(index)].sort((a, b) => model.popularRank(a) - model.popularRank(b)))
  return ranked
}
