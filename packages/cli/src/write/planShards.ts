import type { FileItems, ModelParts } from '@shopside/engine'
import { relationNames } from './relationEdges.ts'

/** Shards of a model in model order. */
export interface ShardPlan {
  /** In order; together all items. */
  shards: FileItems[]
  /** Items that the head holds for drawing, ascending. */
  shelf: number[]
  /** Share of the first eight neighbours of all rows that are drawn from the shard alone. */
  drawable: number
}

/** Heads of the lists that everybody may be shown, whatever shards are loaded. */
const shelfOf = { popular: 48, newest: 24, trending: 24 }
/** Neighbours of a row that a card row may come to. */
const named = 8

/**
 * Cuts a model into shards of about `shardItems` items, never between the items of one product, each with a rim: at most `rim`
 * items of other shards that its rows name first.
 */
export function planShards(parts: ModelParts, shardItems: number, rim: number): ShardPlan {
  const { items } = parts
  const target = items.length / Math.max(1, Math.round(items.length / shardItems))
  const shards: FileItems[] = []
  let total = 0
  let covered = 0
  const heads = rowHeads(parts)
  for (let first = 0; first < items.length;) {
    let end = Math.min(items.length, Math.round((shards.length + 1) * target))
    while (end <= first || (end < items.length && items[end]!.groupId === items[end - 1]!.groupId)) end++
    const wanted = new Map<number, number>()
    for (let item = first; item < end; item++) {
      for (const [index, place] of heads[item]!) {
        total++
        if (index >= first && index < end) covered++
        else wanted.set(index, (wanted.get(index) ?? 0) + 1 / (1 + place))
      }
    }
    const held = [...wanted].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, rim).map(([index]) => index)
    const isHeld = new Set(held)
    for (let item = first; item < end; item++) for (const [index] of heads[item]!) if (isHeld.has(index)) covered++
    shards.push({ first, own: end - first, rim: held.sort((a, b) => a - b) })
    first = end
  }
  const shelf = new Set([
    ...parts.popular.slice(
      0, Math.min(shelfOf.popular, parts.popularKnown || shelfOf.popular),
    ), ...parts.newest.slice(0, shelfOf.newest),
    ...(parts.trending ?? []).slice(0, shelfOf.trending),
  ])
  return { shards, shelf: [...shelf].sort((a, b) => a - b), drawable: total ? covered / total : 1 }
}

/** Per item the neighbours that its rows name first, each with its place. */
function rowHeads(parts: ModelParts): [index: number, place: number][][] {
  const heads: [number, number][][] = parts.items.map(() => [])
  for (const name of relationNames) {
    const relation = parts[name] ?? []
    const rows: { index: number; weight: number }[][] = 'mass' in relation
      ? parts.items.map(() => [])
      : relation.map(row => [...row])
    if ('mass' in relation) {
      const { a, b, strength, mass, inPower } = relation
      for (let pair = 0; pair < a.length; pair++) {
        rows[a[pair]!]!.push({ index: b[pair]!, weight: strength[pair]! * mass[b[pair]!]! ** inPower })
        rows[b[pair]!]!.push({ index: a[pair]!, weight: strength[pair]! * mass[a[pair]!]! ** inPower })
      }
    }
    rows.forEach((row, item) => {
      row.sort((x, y) => y.weight - x.weight || x.index - y.index)
      row.slice(0, named).forEach(({ index }, place) => heads[item]!.push([index, place]))
    })
  }
  return heads
}
