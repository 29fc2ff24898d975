/**
 * schema.org's ItemAvailability, with or without its address, and the words of Meta's catalogue. Pre-order, back order, made to
 * order and "available for order" all end alike.
 */
const canBeOrdered = /(instock|limitedavailability|onlineonly|presale|order|^true)$/
const cannot = /(outofstock|soldout|discontinued|^false)$/

/**
 * Whether a thing can be ordered now, by a word or those of several offers: if any of them can.
 *
 * @returns undefined for what says neither (`InStoreOnly`, `Reserved`, any other word): unknown stays unknown
 */
export function toAvailable(said: unknown): boolean | undefined {
  const words = [said].flat().map(
    word => (typeof word === 'object' ? '' : String(word).slice(0, 100).toLowerCase().replace(/[\s_-]/g, '')),
  )
  return words.some(word => canBeOrdered.test(word)) || (words.some(word => cannot.test(word)) ? false : undefined)
}
