import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { toCatalogue } from './catalogue.ts'
import { departments } from './department.ts'
import { readCatalogue } from './readCatalogue.ts'
import { readCsv } from './readCsv.ts'
import { readExcluded, readProducts } from './readProducts.ts'
import { toCatalogueCsv } from './toCatalogueCsv.ts'

const data = new URL('../data/', import.meta.url)
const products = readProducts(readFileSync(new URL('products.csv.gz', data)))
const excludedCsv = readFileSync(new URL('not-in-the-shop.csv', data), 'utf8')
const excluded = readExcluded(excludedCsv)
const items = toCatalogue(products, excluded)

describe('the catalogue', () => {
  it('knows the kind of at least nine in ten order lines', () => {
    const orders = new Map(products.map(product => [product.sku, product.orders]))
    let all = 0
    let known = 0
    for (const item of items) {
      const lines = orders.get(item.itemId) ?? 0
      all += lines
      if (item.kind !== undefined) known += lines
    }
    console.log(`order lines with a true kind: ${((100 * known) / all).toFixed(1)} %`)
    expect(known / all).toBeGreaterThanOrEqual(0.9)
  })

  it('puts every item into one of the eleven departments, and something into each', () => {
    expect(new Set(items.map(item => item.category))).toEqual(new Set(departments))
  })

  it('is what is committed, byte for byte', () => {
    expect(toCatalogueCsv(items)).toBe(readFileSync(new URL('catalogue.csv', data), 'utf8'))
  })

  it('does not depend on the order of the stock list', () => {
    expect(toCatalogueCsv(toCatalogue([...products].reverse(), excluded))).toBe(toCatalogueCsv(items))
  })

  it('reads back what it wrote', () => {
    expect(readCatalogue(toCatalogueCsv(items))).toEqual(items)
  })

  it('holds nothing of the list of what is not in the shop', () => {
    expect(items.filter(item => excluded.has(item.itemId))).toEqual([])
    expect(items.filter(item => /charlie|ipod|dotcom|voucher|next day carriage|\*/i.test(item.title))).toEqual([])
    expect(items).toHaveLength(products.length - excluded.size)
  })

  it('gives a reason for everything it leaves out', () => {
    const titles = new Map(products.map(product => [product.sku, product.title]))
    for (const row of readCsv(excludedCsv)) {
      expect(titles.get(row['sku'] ?? '')).toBe(row['title'])
      expect(row['reason']).toMatch(/\w+ \w+/)
    }
  })

  it('prices every item and sets every title', () => {
    for (const item of items) {
      expect(item.price).toBeGreaterThan(0)
      expect(item.title).toMatch(/^\S.*\S$/)
      expect(item.title).not.toMatch(/\s{2}|[.,]$|\b[A-Z]{4,}\b/)
    }
  })
})
