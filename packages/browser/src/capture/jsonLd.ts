import { readLinkedData } from './linkedData.ts'
import { readSchemaPage } from './schemaPage.ts'
import type { Detector } from './sighting.ts'

/** Product, group of variants, list and breadcrumb of a page, by its JSON-LD. Orders: `jsonLdOrder.ts`. */
export const jsonLd: Detector = (document, origin) => {
  const source = 'json-ld'
  try {
    const { roots, problems } = readLinkedData(document)
    const page = readSchemaPage(roots, document, origin)
    return [...page ? [{ source, ...page } as const] : [], ...problems.map(problem => ({ source, problem }) as const)]
  } catch {
    // A page may have put anything in the place of what we call (an image named querySelectorAll). It is its page.
    return [{ source, problem: 'json-ld-failed' }]
  }
}
