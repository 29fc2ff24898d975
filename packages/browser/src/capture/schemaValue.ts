/** A node of JSON-LD or a scope of microdata: foreign, so nothing but its own keys is ever read. */
export type SchemaNode = Readonly<Record<string, unknown>>

/** Longest list read: a page may hold any number. */
const maxValues = 500

export function isNode(value: unknown): value is SchemaNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** All values of a property, at most 500: schema.org lets one stand for a list of one. */
export function all(node: SchemaNode, key: string): unknown[] {
  const value = Object.hasOwn(node, key) ? node[key] : []
  return Array.isArray(value) ? value.slice(0, maxValues) : [value]
}

/** Those values that are nodes. */
export function nodes(node: SchemaNode, key: string): SchemaNode[] {
  return all(node, key).filter(isNode)
}

/**
 * The first value, or of a node in its place the first value of `inner`: `"Aster"` and `{ "@type": "Brand", "name": "Aster" }`
 * are one.
 */
export function one(node: SchemaNode, key: string, inner = 'name'): unknown {
  const [value] = all(node, key)
  return isNode(value) ? all(value, inner)[0] : value
}

/** @param type matches the end of `Product`, `schema:Product`, `https://schema.org/Product` and `http://schema.org/Product` */
export function hasType(node: SchemaNode, type: RegExp): boolean {
  return all(node, '@type').some(name => typeof name === 'string' && type.test(name))
}

/** What shops sell, by the end of its type. */
export const productType: RegExp = /(^|[/#:])(Individual|Some)?Product(s|Group|Model)?$/i
