/** A name as it stands in an address: `Tea & Table` → `tea-table`. */
export function toSlug(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
}
