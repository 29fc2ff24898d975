import { readLinkedData } from './linkedData.ts'
import { readSchemaPage } from './schemaPage.ts'
import type { Detector } from './sighting.ts'

/** Product, group of variants, list and breadcrumb of a page, by its JSON-LD. Orders: `jsonLdOrder.ts`. */
export const jsonLd: Detector = (document, origin) => {
  try {
    const { roots, problems } = readLinkedData(document)
    return [readSchemaPage(roots, document, origin), ...problems.map(problem => ({ problem }))]
      .filter(seen => Object.keys(seen).length > 0).map(seen => ({ source: 'json-ld', ...seen }))
  } catch {
    // A page may have put anything in the place of what we call (an image named querySelectorAll). It is its page.
    return [{ source: 'json-ld', problem: 'json-ld-failed' }]
  }
}
