/**
 * JSON of plain data as it is, whatever the page has put on the prototypes: Prototype.js 1.6 has a `toJSON` on arrays that would
 * make a text of each. A replacer gets what that made, and takes the value itself from its holder; it takes several times as long, so
 * only a page that has such a method pays for it.
 */
export function plainJson(value: unknown): string {
  // Arrays inherit from Object.prototype too: one look finds both.
  if (!('toJSON' in [])) return JSON.stringify(value)
  return JSON.stringify(value, function (this: Record<string, unknown>, key: string) { return this[key] })
}
