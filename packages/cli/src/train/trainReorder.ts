import type { Reorder } from '@shopside/engine'
import { againShares } from './againShares.ts'
import type { Database } from './database.ts'
import type { Sales } from './trainPopular.ts'

/**
 * Reads `reorder_gap`. Re-order facts per item that people buy again (`againShares`): the median gap, and the share in eighths.
 * An item that fewer than `minShoppers` customers bought on two days has the median gap of the items that more did. Undefined
 * where nobody knows a gap, and for what people buy once unless so many came back.
 */
export async function trainReorder(
  database: Database, { customers, again }: Sales, categories: readonly (string | undefined)[], minShoppers: number,
): Promise<(Reorder | undefined)[]> {
  const gaps = new Map<number, number>()
  for (const [item, gapDays] of await database.numbers('SELECT item, gap_days FROM reorder_gap')) {
    if (again[item!]! >= minShoppers) gaps.set(item!, gapDays!)
  }
  const usual = [...gaps.values()].sort((a, b) => a - b)[gaps.size >> 1]
  return Array.from(againShares({ customers, again, categories, minShoppers }), (againShare, item) => {
    const gapDays = gaps.get(item) ?? (againShare > 0 ? usual : undefined)
    return gapDays === undefined ? undefined : { gapDays, againShare }
  })
}
