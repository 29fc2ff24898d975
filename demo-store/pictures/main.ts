// Run with `npx tsx demo-store/pictures/main.ts [count]`; not a module to import.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readCatalogue } from '../catalogue/readCatalogue.ts'
import { readProducts } from '../catalogue/readProducts.ts'
import { toContactSheet } from './contactSheet.ts'
import { mostOrdered } from './mostOrdered.ts'
import { silhouetteOf } from './silhouettes/silhouetteOf.ts'

const data = new URL('../data/', import.meta.url)
const count = Number(process.argv[2] ?? 300)
const catalogue = readCatalogue(readFileSync(new URL('catalogue.csv', data), 'utf8'))
const items = mostOrdered(catalogue, readProducts(readFileSync(new URL('products.csv.gz', data))), count)
const file = join(mkdtempSync(join(tmpdir(), 'contact-sheet-')), 'index.html')
writeFileSync(file, toContactSheet(items))
console.log(`${items.filter(silhouetteOf).length} of ${items.length} items drawn, the rest are initials: ${file}`)
