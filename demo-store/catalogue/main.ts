// Run with `npx tsx demo-store/catalogue/main.ts`; not a module to import.
import { writeCatalogue } from './writeCatalogue.ts'

console.log(`${writeCatalogue()} items written to demo-store/data/catalogue.csv`)
