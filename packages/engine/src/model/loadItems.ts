import { check } from './modelError.ts'
import type { Relation } from './model.ts'
import type { ModelFile } from './modelFile.ts'

/** `Loaded.where`: file times two to the power of this, plus place in the file. */
export const PLACE_BITS = 20

/** Items of all loaded files: by their numbers in the shop, and by their index in the model, ascending by number. */
export interface Loaded {
  size: number
  /** By number: index + 1, 0 when not loaded. */
  localOf: Uint16Array | Uint32Array
  /** By index: file times 2 ** 20, plus place in the file. */
  where: Uint32Array
  /** By index: place by popularity among all items of the shop. */
  ranks: ArrayLike<number>
  /** Indices, most popular first. */
  popular: Uint32Array
  /** By index: place in `popular`. */
  places: ArrayLike<number>
  /** By index: 1 when a loaded file has its row; 0 in a rim or on the shelf. */
  owned: Uint8Array
  /** A relation without edges, made once for all that have none. */
  none?: Relation
}

/**
 * Who is loaded, and where an item's fields stand: in the file whose own it is, else in one that has it in its rim.
 *
 * @param files ascending by first item
 * @param items of the shop
 * @param rankColumn number of the column
 * @throws ModelError when files are of several builds, hold the same item as their own, name an item that is not there, or ranks are given twice
 */
export function loadItems(files: readonly ModelFile[], items: number, rankColumn: number): Loaded {
  const [only] = files
  if (files.length === 1 && only!.count === items && only!.own === items) return loadWhole(only!, rankColumn)
  // As narrow as what is loaded allows: of a large shop in shards it is the longest of all tables.
  const localOf = files.reduce((sum, { count }) => sum + count, 0) < 65_536 ? new Uint16Array(items) : new Uint32Array(items)
  let end = 0
  for (const { tag, own, count, first, numberOf } of files) {
    check(tag === files[0]!.tag && (!own || first >= end))
    if (own) end = first + own
    for (let place = 0; place < count; place++) {
      const number = numberOf(place)
      if (!(number < items)) check(false)
      localOf[number] = 1
    }
  }
  let size = 0
  for (let number = 0; number < items; number++) if (localOf[number]) localOf[number] = ++size
  // Keys of edges hold a place in 20 bits.
  check(size <= 2 ** PLACE_BITS)
  const where = new Uint32Array(size)
  const ranks = new Uint32Array(size)
  const owned = new Uint8Array(size)
  // What a file holds as its own goes before what is in rims.
  for (const isOwn of [false, true]) {
    files.forEach(({ own, count, numberOf, columns }, file) => {
      const column = columns[rankColumn]!
      for (let place = isOwn ? 0 : own; place < (isOwn ? own : count); place++) {
        const index = localOf[numberOf(place)]! - 1
        where[index] = file * 2 ** PLACE_BITS + place
        ranks[index] = column[place]!
        if (isOwn) owned[index] = 1
      }
    })
  }
  const byRank = new Uint32Array(items)
  for (let index = 0; index < size; index++) {
    const rank = ranks[index]!
    if (!(rank < items && !byRank[rank])) check(false)
    byRank[rank] = index + 1
  }
  const popular = loadedOf(byRank)
  const places = new Uint32Array(size)
  for (let place = 0; place < size; place++) places[popular[place]!] = place
  return { size, localOf, where, ranks, popular, places, owned }
}

/** The same of a file that holds all items: index, number and place are one, and a rank is a place. One loop instead of six. */
function loadWhole({ own: size, first, columns }: ModelFile, rankColumn: number): Loaded {
  const ranks = columns[rankColumn]!
  const localOf = new (size < 65_536 ? Uint16Array : Uint32Array)(size)
  const [where, popular] = [new Uint32Array(size), new Uint32Array(size).fill(size)]
  check(!first)
  for (let index = 0; index < size; index++) {
    const rank = ranks[index]!
    if (popular[rank] !== size) check(false)
    popular[rank] = index
    where[index] = index
    localOf[index] = index + 1
  }
  return { size, localOf, where, ranks, popular, places: ranks, owned: new Uint8Array(size).fill(1) }
}

/** Indices of those that are loaded, from indices + 1. */
export function loadedOf(found: Uint32Array): Uint32Array {
  let count = 0
  for (let place = 0; place < found.length; place++) if (found[place]) found[count++] = found[place]! - 1
  return found.slice(0, count)
}
