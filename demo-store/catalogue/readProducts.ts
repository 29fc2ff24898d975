import { gunzipSync } from 'node:zlib'
import { readCsv } from './readCsv.ts'

/** One row of the stock list: what the orders say about a product. */
export interface Product {
  readonly sku: string
  /** As the source writes it, mostly upper case. */
  readonly title: string
  /** Median unit price in pounds. */
  readonly price: number
  /** `YYYY-MM-DD`. */
  readonly firstSold: string
  /** `YYYY-MM-DD`. */
  readonly lastSold: string
  /** Orders that contain it. */
  readonly orders: number
}

/**
 * Reads the stock list.
 *
 * @param gzipped bytes of products.csv.gz
 */
export function readProducts(gzipped: Uint8Array): Product[] {
  return readCsv(gunzipSync(gzipped).toString('utf8')).map(row => ({
    sku: row['sku'] ?? '',
    title: row['title'] ?? '',
    price: Number(row['price']),
    firstSold: row['first_sold'] ?? '',
    lastSold: row['last_sold'] ?? '',
    orders: Number(row['orders']),
  }))
}

/**
 * Reads the list of what is not in the shop.
 *
 * @param csvText not-in-the-shop.csv
 * @returns the stock codes
 */
export function readExcluded(csvText: string): Set<string> {
  return new Set(readCsv(csvText).map(row => row['sku'] ?? ''))
}
