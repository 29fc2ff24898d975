/**
 * Who shares a group, looked up when first asked: one pass over the groups, two typed arrays, and a list only for a group that
 * was asked for. At 100,000 items the pass takes about a millisecond, a list per group would take twenty.
 *
 * @param size items, 0..size - 1
 * @param groupOf group of an item, 1..most; 0: the item is alone
 * @param most largest number that a group may have
 * @returns reader: indices of the items in the group of an index, itself included, ascending
 */
export function openGroups(size: number, groupOf: (index: number) => number, most: number): (index: number) => readonly number[] {
  const members = new Map<number, number[]>()
  /** Of each group its first item, of each item the next one in its group; both plus 1, 0 ends. */
  let first: Uint32Array | undefined
  let next: Uint32Array | undefined

  return index => {
    if (!(index >= 0 && index < size)) return []
    const group = groupOf(index)
    if (!group) return [index]
    const known = members.get(group)
    if (known) return known
    if (!first || !next) {
      first = new Uint32Array(most + 1)
      next = new Uint32Array(size)
      for (let item = size; item--;) {
        const own = groupOf(item)
        if (!own) continue
        next[item] = first[own]!
        first[own] = item + 1
      }
    }
    const found: number[] = []
    for (let item = first[group]!; item; item = next[item - 1]!) found.push(item - 1)
    members.set(group, found)
    return found
  }
}
