import type { Database } from './database.ts'

/**
 * Every order that holds an item of the catalogue, in typed arrays: what basket relations and what follows a purchase are counted
 * from. Orders stand by time, ties by order id; so a shop's last days are the end of it, and `firstOrders` is its past.
 * A million orders of 26 lines take about 130 MB.
 */
export interface OrderTable {
  /** Items of the catalogue. */
  readonly size: number
  /** Lines of order `o` are numbers `lineAt[o]` to `lineAt[o + 1] - 1`; length orders + 1. */
  readonly lineAt: Uint32Array
  /** Item by line, in the order of the file's rows, each once. */
  readonly item: Uint32Array
  /** By order: day since 1970 (UTC). */
  readonly day: Int32Array
  /** By order: number of the shopper. A guest's order is a shopper of its own. */
  readonly shopper: Uint32Array
  /** By order: 1 when its customer is known, 0 for a guest. */
  readonly known: Uint8Array
}

/** Reads the tables `shop_order` and `basket`. @param size items of the catalogue */
export async function readOrderTable(database: Database, size: number): Promise<OrderTable> {
  const [counts] = await database.numbers('SELECT (SELECT count(*) FROM shop_order), (SELECT count(*) FROM basket)')
  const [orders, lines] = counts as [number, number]
  const table = {
    size, lineAt: new Uint32Array(orders + 1), item: new Uint32Array(lines), day: new Int32Array(orders),
    shopper: new Uint32Array(orders), known: new Uint8Array(orders),
  }
  let order = 0
  const facts = 'SELECT day, shopper, CAST(known AS INTEGER) FROM shop_order ORDER BY order_no'
  await database.read(facts, ([day, shopper, known], rows) => {
    for (let row = 0; row < rows; row++, order++) {
      table.day[order] = day![row]!
      table.shopper[order] = shopper![row]!
      table.known[order] = known![row]!
    }
  })
  const place = new Uint32Array(lines)
  await database.read('SELECT order_no, CAST(count(*) AS INTEGER) FROM basket GROUP BY order_no', ([orderNo, items], rows) => {
    for (let row = 0; row < rows; row++) table.lineAt[orderNo![row]! + 1] = items![row]!
  })
  for (let at = 0; at < orders; at++) table.lineAt[at + 1]! += table.lineAt[at]!
  const next = table.lineAt.slice()
  await database.read('SELECT order_no, item, CAST(place AS DOUBLE) FROM basket', ([orderNo, items, places], rows) => {
    for (let row = 0; row < rows; row++) {
      const line = next[orderNo![row]!]!++
      place[line] = places![row]!
      table.item[line] = items![row]!
    }
  })
  sortLines(table, place)
  return table
}

/** Puts the lines of every order in the order of their places: as whole numbers of place and item, which sort fastest. */
function sortLines({ size, lineAt, item }: OrderTable, place: Uint32Array): void {
  let keys = new Float64Array(1024)
  for (let order = 0; order + 1 < lineAt.length; order++) {
    const first = lineAt[order]!
    const count = lineAt[order + 1]! - first
    if (keys.length < count) keys = new Float64Array(2 * count)
    for (let at = 0; at < count; at++) keys[at] = place[first + at]! * size + item[first + at]!
    keys.subarray(0, count).sort()
    for (let at = 0; at < count; at++) item[first + at] = keys[at]! % size
  }
}

/** The first `count` orders, as views on the same arrays. */
export function firstOrders(table: OrderTable, count: number): OrderTable {
  const { lineAt, item, day, shopper, known, size } = table
  return {
    size, lineAt: lineAt.subarray(0, count + 1), item: item.subarray(0, lineAt[count]), day: day.subarray(0, count),
    shopper: shopper.subarray(0, count), known: known.subarray(0, count),
  }
}
