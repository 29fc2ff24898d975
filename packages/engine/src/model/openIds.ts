import { hashOf } from './hashOf.ts'

/**
 * Finds items by id through a hash table with open addressing, made when the first id is asked for.
 *
 * @param idOf id by index, 0..size - 1
 * @returns reader: index of an id, or -1
 */
export function openIds(size: number, idOf: (index: number) => string): (itemId: string) => number {
  // At most two thirds full.
  const mask = 2 ** Math.ceil(Math.log2(size * 1.5 + 1)) - 1
  let table: Uint32Array | undefined
  return itemId => {
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
