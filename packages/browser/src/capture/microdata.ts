import { readSchemaPage } from './schemaPage.ts'
import type { SchemaNode } from './schemaValue.ts'
import type { Detector } from './sighting.ts'

/** A page about one product is far below; each step reads the whole of its scope. */
const maxProperties = 2000
/** Product, offer, specification; list, entry, product, offer. */
const maxDepth = 5
/** Scopes inside one of these belong to it: a related product is not the page's. */
const outer = '[itemtype*="schema.org/Product"],[itemtype*="schema.org/ItemList"],[itemtype*="schema.org/Offer"]'

/** What a shopper fills in is never read. */
const property = '[itemprop]:not(input,select,textarea)'

/** Product, list and breadcrumb of a page, by schema.org attributes on its elements. */
export const microdata: Detector = (document, origin) => {
  try {
    const scopes = Array.from(document.querySelectorAll(`:is(${outer},[itemtype*="schema.org/BreadcrumbList"])[itemscope]`))
    const roots = scopes.slice(0, 500).filter(scope => !scope.parentElement?.closest(outer)).map(scope => toNode(scope, 0))
    const page = readSchemaPage(roots, document, origin)
    return page ? [{ source: 'microdata', ...page }] : []
  } catch {
    // A page may have put anything in the place of what we call. It is its page.
    return [{ source: 'microdata', problem: 'microdata-failed' }]
  }
}

/** The scope as a node of JSON-LD would say it, so that both are read by one set of rules. */
function toNode(scope: Element, depth: number): SchemaNode {
  // No prototype: an itemprop may be called anything, `__proto__` too.
  const node: Record<string, unknown[]> = Object.create(null)
  node['@type'] = words(scope, 'itemtype')
  const id = scope.getAttribute('itemid')
  if (id !== null) node['@id'] = [id]
  for (const element of propertiesOf(scope)) {
    const inner = depth < maxDepth ? () => toNode(element, depth + 1) : () => undefined
    const value = element.hasAttribute('itemscope') ? inner() : valueOf(element)
    for (const name of words(element, 'itemprop')) (node[name] ??= []).push(value)
  }
  return node
}

/** The elements that carry this scope's own properties: nested scopes keep theirs; `itemref` names elements elsewhere. */
function propertiesOf(scope: Element): Element[] {
  const elsewhere = words(scope, 'itemref').flatMap(id => scope.ownerDocument.getElementById(id) ?? [])
  return [scope, ...elsewhere].flatMap(tree => {
    const found = Array.from(tree.querySelectorAll(property)).slice(0, maxProperties)
    if (tree !== scope && tree.matches(property)) found.unshift(tree)
    return found.filter(element => {
      const owner = element.parentElement?.closest('[itemscope]') ?? null
      return element === tree || owner === scope || (tree !== scope && !tree.contains(owner))
    })
  })
}

/**
 * The HTML standard's value of a property, with `content` on any element, as search engines take it. A link's name is its text.
 */
function valueOf(element: Element): string | null {
  for (const name of ['content', 'href', 'src', 'datetime']) {
    const value = element.getAttribute(name)
    if (value !== null && !(name === 'href' && words(element, 'itemprop').includes('name'))) return value
  }
  return element.matches('data,meter') ? element.getAttribute('value')
    : (element.textContent ?? '').slice(0, 1000).trim()
}

function words(element: Element, attribute: string): string[] {
  return (element.getAttribute(attribute) ?? '').split(/\s+/).filter(word => word !== '')
}
