import { INTEGER, VARCHAR, DuckDBDataChunk } from '@duckdb/node-api'
import type { TasteNorms } from '@shopside/engine'
import type { CatalogueItem } from '../read/catalogueItem.ts'
import type { Database } from './database.ts'
import { normsFloor } from './normsFloor.ts'
import { roundNorm } from './roundNorm.ts'

const mostValues = 50
const chunkRows = 2048

/**
 * Shares of order lines by attribute and value, largest first (of distinct item and order; a value of fewer than 20 customers is
 * left out), and the share of lines bought below their list price, where the rows tell both prices.
 */
export async function trainTastes(database: Database, items: readonly CatalogueItem[]): Promise<TasteNorms> {
  await fillAttributes(database, items)
  const found = await database.connection.runAndReadAll(`
    WITH sold AS (SELECT item, count(*) AS lines FROM basket GROUP BY item),
    whole AS (
      SELECT held.attribute, sum(sold.lines) AS lines
      FROM (SELECT DISTINCT attribute, item FROM item_attribute) AS held JOIN sold ON sold.item = held.item GROUP BY held.attribute
    ),
    told AS (
      SELECT a.attribute, a.value, sum(sold.lines) AS lines, max(s.shoppers) AS shoppers
      FROM item_attribute AS a JOIN sold ON sold.item = a.item JOIN item_sale AS s ON s.item = a.item GROUP BY a.attribute, a.value
    ),
    -- Shoppers are counted for values none of whose items has enough by itself: for the others it would take most of the memory.
    enough AS (
      SELECT a.attribute, a.value
      FROM told JOIN item_attribute AS a ON a.attribute = told.attribute AND a.value = told.value
      JOIN basket AS b ON b.item = a.item JOIN shop_order AS o ON o.order_no = b.order_no
      WHERE told.shoppers < ${normsFloor} GROUP BY a.attribute, a.value HAVING count(DISTINCT o.shopper) >= ${normsFloor}
      UNION ALL SELECT attribute, value FROM told WHERE shoppers >= ${normsFloor}
    )
    SELECT told.attribute, told.value, told.lines / whole.lines
    FROM told JOIN whole ON whole.attribute = told.attribute
    JOIN enough ON enough.attribute = told.attribute AND enough.value = told.value
    ORDER BY told.attribute, told.lines DESC, told.value COLLATE "C"`)
  const shares = new Map<string, [string, number][]>()
  for (const [attribute, value, share] of found.getRows() as [string, string, number][]) {
    const values = shares.get(attribute) ?? []
    if (values.length < mostValues) values.push([value, roundNorm(share)])
    shares.set(attribute, values)
  }
  const [row] = await database.numbers(`
    SELECT count(*), count(DISTINCT o.shopper), sum(CASE WHEN l.price < l.list_price THEN 1 ELSE 0 END)
    FROM order_input AS l JOIN shop_order AS o ON o.order_id = l.order_id
    WHERE l.price IS NOT NULL AND l.list_price IS NOT NULL`)
  const [lines, shoppers, reduced] = row as [number, number, number]
  return {
    ...(shoppers >= normsFloor && { discounted: roundNorm(reduced / lines) }),
    shares: Object.fromEntries([...shares].map(([attribute, values]) => [attribute, Object.fromEntries(values)])),
  }
}

/** `item_attribute`: an item's values, one a row. */
async function fillAttributes({ connection }: Database, items: readonly CatalogueItem[]): Promise<void> {
  await connection.run('CREATE OR REPLACE TABLE item_attribute (item INTEGER, attribute VARCHAR, value VARCHAR)')
  const rows = items.flatMap(({ category, kind, brand, colour, motif, labels = [] }, item) => {
    const values = [
      ['category', category],
      ['kind', kind],
      ['brand', brand],
      ['colour', colour],
      ['motif', motif],
      ...labels.map(label => ['label', label]),
    ]
    return values.filter(([, value]) => value).map(([attribute, value]) => [item, attribute!, value!] as const)
  })
  const appender = await connection.createAppender('item_attribute')
  for (let at = 0; at < rows.length; at += chunkRows) {
    const part = rows.slice(at, at + chunkRows)
    const chunk = DuckDBDataChunk.create([INTEGER, VARCHAR, VARCHAR])
    chunk.setColumns([part.map(([item]) => item), part.map(([, attribute]) => attribute), part.map(([, , value]) => value)])
    appender.appendDataChunk(chunk)
  }
  appender.flushSync()
  appender.closeSync()
}
