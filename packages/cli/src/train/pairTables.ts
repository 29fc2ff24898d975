import type { AfterSource } from './countAfter.ts'
import type { Database } from './database.ts'
import type { Gram, PairSource } from './gram.ts'

/** Rows of a table with one row per pair, both ways: those of item `i` are numbers `at[i]` to `at[i + 1] - 1`. */
interface PairRows {
  at: Uint32Array
  other: Uint32Array
  weight: Float64Array
  shoppers: Uint32Array
  days: Uint32Array
}

/** The Gram matrix that a warehouse has counted (pair.sql), for `build --tables`. */
export async function readPairTable(database: Database, size: number): Promise<PairSource> {
  const columns = 'CAST(weight AS DOUBLE), CAST(shoppers AS INTEGER), 0'
  const rows = await readRows(database, size, `
    SELECT CAST(a AS INTEGER), CAST(b AS INTEGER), ${columns} FROM pair WHERE a <> b
    UNION ALL SELECT CAST(b AS INTEGER), CAST(a AS INTEGER), ${columns} FROM pair WHERE a <> b`)
  const diagonal = new Float64Array(size)
  for (const [item, weight] of await database.numbers('SELECT a, weight FROM pair WHERE a = b')) diagonal[item!] = weight!
  const readRow = (item: number, into: Float64Array | Uint32Array, values: ArrayLike<number>): Uint32Array => {
    into.fill(0)
    const others = rows.other.subarray(rows.at[item], rows.at[item + 1])
    others.forEach((other, place) => { into[other] = values[rows.at[item]! + place]! })
    return others
  }
  const gram: Gram = {
    size, diagonal, readRow: (item, into) => readRow(item, into, rows.weight),
    readShoppers: (item, into) => readRow(item, into, rows.shoppers),
  }
  return { gram: () => gram }
}

/** What follows a purchase, as a warehouse has counted it (bought_after.sql). */
export async function readAfterTable(database: Database, size: number): Promise<AfterSource> {
  const rows = await readRows(database, size, `
    SELECT CAST(a AS INTEGER), CAST(b AS INTEGER), CAST(weight AS DOUBLE), CAST(shoppers AS INTEGER), CAST(days AS INTEGER)
    FROM bought_after`)
  return {
    size,
    readRow(item, weight, shoppers) {
      weight.fill(0)
      shoppers.fill(0)
      for (let at = rows.at[item]!; at < rows.at[item + 1]!; at++) {
        weight[rows.other[at]!] = rows.weight[at]!
        shoppers[rows.other[at]!] = rows.shoppers[at]!
      }
      return rows.other.subarray(rows.at[item], rows.at[item + 1])
    },
    medianDays(item, others) {
      const days = new Map<number, number>()
      for (let at = rows.at[item]!; at < rows.at[item + 1]!; at++) days.set(rows.other[at]!, rows.days[at]!)
      return others.map(other => days.get(other) ?? 0)
    },
  }
}

async function readRows(database: Database, size: number, query: string): Promise<PairRows> {
  const at = new Uint32Array(size + 1)
  await database.read(`SELECT * FROM (${query}) AS found`, ([a], rows) => {
    for (let row = 0; row < rows; row++) at[a![row]! + 1]!++
  })
  for (let item = 0; item < size; item++) at[item + 1]! += at[item]!
  const count = at[size]!
  const found: PairRows = {
    at, other: new Uint32Array(count), weight: new Float64Array(count), shoppers: new Uint32Array(count),
    days: new Uint32Array(count),
  }
  const next = at.slice()
  await database.read(`SELECT * FROM (${query}) AS found`, ([a, b, weight, shoppers, days], rows) => {
    for (let row = 0; row < rows; row++) {
      const place = next[a![row]!]!++
      found.other[place] = b![row]!
      found.weight[place] = weight![row]!
      found.shoppers[place] = shoppers![row]!
      found.days[place] = days![row]!
    }
  })
  return found
}
