import { viewWeightValues } from '../sql/tableValues.ts'
import type { Database } from './database.ts'

/** One visit of one item that ended last counts so much: sums of whole numbers do not depend on their order. */
export const viewUnit: number = 2 ** 20

/** Visits with their events in typed arrays, 4 bytes an event: what view relations are counted from. */
export interface VisitTable {
  /** Items of the catalogue. */
  readonly size: number
  /** Events of visit `v` are `item[clickAt[v]]` to `item[clickAt[v + 1] - 1]`, oldest first. */
  readonly clickAt: Uint32Array
  readonly item: Uint32Array
  /** By visit: its shopper, and how much it counts, a whole number of at most `viewUnit`. */
  readonly shopper: Uint32Array
  readonly weight: Float64Array
}

/**
 * Reads `view_visit` and `view_click`, which must have been made.
 *
 * @param until visits from this number on are not seen. @default all are
 */
export async function readVisitTable(database: Database, size: number, until?: number): Promise<VisitTable> {
  await database.make('view_weight', viewWeightValues(until))
  const [[visits]] = await database.numbers('SELECT count(*) FROM view_weight') as [[number]]
  const [[clicks]] = await database.numbers(`SELECT count(*) FROM view_click WHERE visit_no < ${visits}`) as [[number]]
  const table = {
    size, clickAt: new Uint32Array(visits + 1), item: new Uint32Array(clicks), shopper: new Uint32Array(visits),
    weight: new Float64Array(visits),
  }
  const visitRows = 'SELECT visit_no, shopper, CAST(weight AS DOUBLE PRECISION) FROM view_weight'
  await database.read(visitRows, ([visit, shopper, weight], rows) => {
    for (let row = 0; row < rows; row++) {
      table.shopper[visit![row]!] = shopper![row]!
      table.weight[visit![row]!] = weight![row]!
    }
  })
  const lengths = `SELECT visit_no, CAST(count(*) AS INTEGER) FROM view_click WHERE visit_no < ${visits} GROUP BY visit_no`
  await database.read(lengths, ([visit, count], rows) => {
    for (let row = 0; row < rows; row++) table.clickAt[visit![row]! + 1] = count![row]!
  })
  for (let visit = 0; visit < visits; visit++) table.clickAt[visit + 1]! += table.clickAt[visit]!
  await database.read(`SELECT visit_no, place, item FROM view_click WHERE visit_no < ${visits}`, ([visit, place, item], rows) => {
    for (let row = 0; row < rows; row++) table.item[table.clickAt[visit![row]!]! + place![row]!] = item![row]!
  })
  return table
}
