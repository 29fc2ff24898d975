/**
 * The value at the end of a path of own properties, in something that a page or a server made; undefined where the path ends
 * early. Own alone: a page that has added to `Object.prototype` adds no field to a cart.
 */
export function dig(value: unknown, ...path: readonly string[]): unknown {
  for (const key of path) {
    value = typeof value === 'object'
      && value !== null && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined
  }
  return value
}
