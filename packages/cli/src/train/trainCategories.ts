import type { CategoryNorms } from '@shopside/engine'
import type { CatalogueItem } from '../read/catalogueItem.ts'
import type { Database } from './database.ts'
import { normsFloor } from './normsFloor.ts'
import { roundNorm } from './roundNorm.ts'

const millionth = 1e-6

/**
 * Prices, units and re-order gaps by category name, and of all items under the name `''`. Nothing of fewer than 20 customers; a
 * gap only from 20 gaps on. Undefined when nothing is left.
 */
export async function trainCategories(
  database: Database,
  items: readonly CatalogueItem[],
): Promise<Record<string, CategoryNorms> | undefined> {
  await database.make('item_gap')
  const names = await namesOf(database, items)
  const categories = new Map<string, CategoryNorms>()
  for (const [category, customers, pairs, again, gaps, sum, squares] of (await database.numbers(
    'SELECT * FROM item_gap ORDER BY category',
  )) as number[][]) {
    const name = names.get(category!)
    if (name === undefined || customers! < normsFloor) continue
    const norms: CategoryNorms = { again: roundNorm(again! / pairs!) }
    if (gaps! >= normsFloor) Object.assign(norms, moments('lnGap', gaps!, sum!, squares!))
    categories.set(name, norms)
  }
  const priced = `
    SELECT i.category, o.shopper, l.quantity,
      CASE WHEN l.price > 0 THEN CAST(round(ln(l.price) * 1000000) AS BIGINT) END AS ln_price
    FROM order_input AS l JOIN shop_order AS o ON o.order_id = l.order_id
    JOIN item_name AS n ON n.name = l.item_id JOIN item_no AS i ON i.item = n.item`
  const rows = await database.numbers(`
    WITH line AS (${priced}),
    grouped AS (SELECT * FROM line WHERE category > 0 UNION ALL SELECT 0, shopper, quantity, ln_price FROM line)
    SELECT category, count(DISTINCT CASE WHEN ln_price IS NOT NULL THEN shopper END), count(ln_price), coalesce(sum(ln_price), 0),
      coalesce(sum(CAST(ln_price AS HUGEINT) * ln_price), 0), quantile_disc(quantity, 0.5)
    FROM grouped GROUP BY category ORDER BY category`)
  for (const [category, customers, prices, sum, squares, units] of rows as number[][]) {
    const norms = categories.get(names.get(category!) ?? '?')
    if (!norms) continue
    norms.units = roundNorm(units!)
    if (customers! >= normsFloor) Object.assign(norms, moments('lnPrice', prices!, sum!, squares!))
  }
  return categories.size > 0 ? Object.fromEntries([...categories].sort(([a], [b]) => (a < b ? -1 : 1))) : undefined
}

/** Mean and standard deviation of millionths, from whole sums. */
function moments(name: 'lnGap' | 'lnPrice', count: number, sum: number, squares: number): Partial<CategoryNorms> {
  const mean = sum / count
  const variance = Math.max(0, squares / count - mean * mean)
  return { [`${name}Mean`]: roundNorm(mean * millionth), [`${name}Sd`]: roundNorm(Math.sqrt(variance) * millionth) }
}

/** Names by category number; 0 is `''`, all items together. */
async function namesOf(database: Database, items: readonly CatalogueItem[]): Promise<Map<number, string>> {
  const names = new Map([[0, '']])
  for (const [item, category] of await database.numbers('SELECT item, category FROM item_no WHERE category > 0')) {
    const name = items[item!]?.category
    if (name !== undefined) names.set(category!, name)
  }
  return names
}
