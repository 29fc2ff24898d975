/**
 * schema.org's ItemAvailability, with or without its address, and the words of Meta's catalogue. Pre-order, back order, made to order and
 * "available for order" all end alike.
 */
const canBeOrdered = /(instock|limitedavailability|onlineonly|presale|order|^true)$/
const cannot = /(outofstock|soldout|discontinued|^false)$/

/**
 * Whether a thing can be ordered now.
 *
 * @returns undefined for what says neither (`InStoreOnly`, `Reserved`, any other word): unknown stays unknown
 */
export function toAvailable(value: unknown): boolean | undefined {
  const word = typeof value === 'string' ? value.slice(0, 100).toLowerCase().replace(/[\s_-]/g, '') : ''
  return canBeOrdered.test(word) || (cannot.test(word) ? false : undefined)
}
