import type { Item } from '../item.ts'
import { toId } from './id.ts'
import { toPrice, toQuantity } from './money.ts'
import { toSearchTerm } from './searchTerm.ts'
import { toText } from './text.ts'
import { toUrl } from './url.ts'

/** Where an address counts as the shop's own. */
export interface Origin {
  /** Address of the page. */
  base: string
  hosts?: readonly string[]
}

type Read = (value: unknown, origin: Origin) => unknown

const text: Read = value => toText(value)
const picture: Read = (value, { base, hosts }) => withoutPerson(toUrl(value, base, hosts), /^utm_/)
const address: Read = (value, { base, hosts }) => withoutPerson(toUrl(value, base, hosts), personalName)
const place: Read = value => (Number.isInteger(value) && (value as number) >= 0 ? value : undefined)

const soldOut: Read = value => (value === false ? value : undefined)

/** Names of parameters that tell of a shopper, of the way here or of a door: campaigns, click ids, names, contacts, keys. */
const personalName: RegExp =
  /^utm_|cl(ic)?k?id$|braid$|^(epik|sccid|li_fat_id|mc_[ce]id|_gl|sid|(first|last|full)?_?name)$|mail|phone|token|passw|session|post_?code|customer|user/i

/**
 * An item's address without its hash and without parameters that are `named` so or hold a contact. All others stay: they
 * choose the variant, the size of the picture.
 */
function withoutPerson(address: string | undefined, named: RegExp): string | undefined {
  if (!address || !/[?#]/.test(address)) return address
  const url = new URL(address)
  url.hash = ''
  for (const [name, value] of [...url.searchParams]){
    // What is one word is the id of a variant, however many digits it has.
    if (named.test(name) || (/[^\w-]/.test(value) && toSearchTerm(value) !== value)) url.searchParams.delete(name)
  }
  return url.href
}

/** How each field is read; in an event that is too large, the last go first. */
const fields: readonly (readonly [keyof Item, Read])[] = [
  ['quantity', toQuantity], ['price', toPrice], ['discount', toPrice], ['index', place], ['item_group_id', toId], ['item_name', text], ['item_variant', text],
  ['item_brand', text], ['item_category', text], ['url', address], ['image_url', picture], ['in_stock', soldOut],
]
/** Those before this one are never left out: they count and price the item. */
const firstSpare = 4

/**
 * One entry of `items[]`. Known fields are read by name, and only its own: a page may have added to Object.prototype.
 *
 * @returns undefined without an `item_id` (`id` is read too); a field that is no good is left out
 */
export function toItem(value: unknown, origin: Origin): Item | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const own = (name: string): unknown => (Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined)
  const id = toId(own('item_id') ?? own('id'))
  if (id === undefined) return undefined
  const item = { item_id: id } as Record<string, unknown>
  for (const [field, read] of fields) {
    const given = own(field)
    const kept = given === undefined ? undefined : read(given, origin)
    if (kept !== undefined) item[field] = kept
  }
  return item as unknown as Item
}

/** GA4's limit of `items[]`. */
const maxItems = 200

/** Letters of one event's items, as JSON: with the rest of it an event stays below 16 kB. */
const maxLetters = 15_000

function fit(items: Item[]): Item[] {
  const isTooLarge = (): boolean => JSON.stringify(items).length > maxLetters
  for (let last = fields.length - 1; last >= firstSpare && isTooLarge(); last--) for (const item of items) delete item[fields[last]![0]]
  while (isTooLarge()) items.length -= 10
  return items
}

/**
 * A whole `items[]`; an entry without an id is left out, and so is everything after the 200th. Not an array: [].
 * Above 15 kB the items keep only what names, counts and prices them.
 */
export function toItems(value: unknown, origin: Origin): Item[] {
  if (!Array.isArray(value)) return []
  const items: Item[] = []
  for (const entry of value.slice(0, maxItems)) {
    const item = toItem(entry, origin)
    if (item !== undefined) items.push(item)
  }
  // Two cannot be too many, and most events have one: they are not written out to be measured.
  return items.length > 2 ? fit(items) : items
}
