import type { Origin } from '@shopside/engine/boundary'
import { toSeen } from './seenItem.ts'
import type { SeenProduct } from './sighting.ts'

/** Longest JSON of one attribute. */
const maxText = 256_000

/** Of an attribute; undefined where it is absent, empty or broken. Broken or too long is told to `fail`. */
export function readJson(element: Element, attribute: string, fail: () => void): unknown {
  const text = element.getAttribute(attribute)?.trim() ?? ''
  if (text === '') return undefined
  try {
    if (text.length <= maxText) return JSON.parse(text)
  } catch {
    // Told below.
  }
  fail()
  return undefined
}

/** Names of an item's fields in attributes, after `data-shopside-`. */
const fields = {
  item_name: 'name', item_group_id: 'group', item_variant: 'variant', item_brand: 'brand', item_category: 'category',
  price: 'price', url: 'url', image_url: 'image', quantity: 'quantity',
} as const

/**
 * The item that an element is marked with: JSON, or a bare id with the other facts in attributes of their own
 * (`data-shopside-name`, `-price`, `-currency` …), which are also read beside JSON for what it does not say.
 */
export function toMarked(element: Element, attribute: string, origin: Origin, fail: () => void): SeenProduct | undefined {
  const text = element.getAttribute(attribute)!.trim()
  const json = text.startsWith('{') ? readJson(element, attribute, fail) : { item_id: text }
  if (typeof json !== 'object' || json === null) return undefined
  const own = (name: string): unknown => (Object.hasOwn(json, name) ? (json as Record<string, unknown>)[name] : undefined)
  const beside = (name: string): string | undefined => element.getAttribute(`data-shopside-${name}`) ?? undefined
  const said: Record<string, unknown> = {}
  for (const [field, name] of Object.entries(fields)) said[field] = own(field) ?? beside(name)
  const seen = toSeen({
    fields: { ...said, item_id: own('item_id') ?? own('id') },
    currency: own('currency') ?? beside('currency'),
    available: own('available') ?? beside('available'),
  }, origin)
  if (seen.item.item_id !== undefined) return seen
  fail()
  return undefined
}
