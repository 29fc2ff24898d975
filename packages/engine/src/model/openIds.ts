import { hashOf } from './hashOf.ts'

/**
 * Ids that are looked for in the text. A page asks for a few, and hashing all of a shop for them takes as long as some
 * fifty looks or more (measured on 10,000 and 100,000 ids); whoever asks for more than these has a long past, and asks for many more.
 */
const fewIds = 24

/**
 * Finds items by id: the first few in the text, all others through a hash table with open addressing.
 *
 * @param idOf id by index, 0..size - 1
 * @param find index of an id by the text, or -1
 * @returns reader: index of an id, or -1
 */
export function openIds(
  size: number, idOf: (index: number) => string, find: (itemId: string) => number,
): (itemId: string) => number {
  // At most two thirds full.
  const mask = 2 ** Math.ceil(Math.log2(size * 1.5 + 1)) - 1
  let table: Uint32Array | undefined
  let asked = 0
  return itemId => {
    if (asked++ < fewIds) return find(itemId)
    if (!table) {
      table = new Uint32Array(mask + 1)
      for (let index = 0; index < size;) {
        let slot = hashOf(idOf(index)) & mask
        while (table[slot]) slot = slot + 1 & mask
        table[slot] = ++index
      }
    }
    let slot = hashOf(itemId) & mask
    while (table[slot] && idOf(table[slot]! - 1) !== itemId) slot = slot + 1 & mask
    return table[slot]! - 1
  }
}
