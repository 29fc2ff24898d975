import { readFileSync, writeFileSync } from 'node:fs'
import { toCatalogue } from './catalogue.ts'
import { readExcluded, readProducts } from './readProducts.ts'
import { toCatalogueCsv } from './toCatalogueCsv.ts'

const data = new URL('../data/', import.meta.url)

/**
 * Writes demo-store/data/catalogue.csv from the stock list and the list of what is not in the shop.
 *
 * @returns the number of items written
 */
export function writeCatalogue(): number {
  const products = readProducts(readFileSync(new URL('products.csv.gz', data)))
  const excluded = readExcluded(readFileSync(new URL('not-in-the-shop.csv', data), 'utf8'))
  const items = toCatalogue(products, excluded)
  writeFileSync(new URL('catalogue.csv', data), toCatalogueCsv(items))
  return items.length
}
