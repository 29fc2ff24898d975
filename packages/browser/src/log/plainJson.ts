/**
 * JSON of plain data as it is, whatever the page has put on the prototypes: Prototype.js 1.6 has a `toJSON` on arrays that would
 * make a text of each. A replacer gets what that made, and takes the value itself from its holder.
 */
export function plainJson(value: unknown): string {
  return JSON.stringify(value, function (this: Record<string, unknown>, key: string) { return this[key] })
}
