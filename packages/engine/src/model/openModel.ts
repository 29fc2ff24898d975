import type { Product } from '../product.ts'
import { bitsAt, guarded, readColumn } from './modelFile.ts'
import type { ModelFile } from './modelFile.ts'
import { DAY_MS, GAP_BASE, LABEL_SEPARATOR, LIFTS, PARAMS } from './format.ts'
import type { Model } from './model.ts'
import type { Head } from './openHead.ts'
import { openGroups } from './openGroups.ts'
import { openHead } from './openHead.ts'
import { loadItems, loadedOf, PLACE_BITS } from './loadItems.ts'
import type { Loaded } from './loadItems.ts'
import { openIds } from './openIds.ts'
import type { Shard } from './openShard.ts'
import { openRelations } from './relation.ts'

type Numbers = [
  number, number, number, number, number, number, number, number, number, number, number, number,
  number, number, number, number, number, number, number, number, number, number, number,
]

// Columns of a file, in its order. One constant each: a minifier then writes the number where it stands.
const GROUP = 0
const CATEGORY = 1
const KIND = 2
const MOTIF = 3
const COLOUR = 4
const BRAND = 5
const LABELS = 6
const MARKET = 7
const URL = 8
const IMAGE = 9
const SET_SIZE = 10
const PRICE = 11
const LIST_PRICE = 12
const PRICE_DAY = 13
const FIRST_DAY = 14
const STOCK = 15
const RANK = 16
const GAP = 17
const AGAIN = 18
const AFTER = 19

/**
 * One model over what is loaded: the items of the head, of the shards, and of their rims. Its indices are its own, ascending in the
 * shop's order whatever order the shards come in, so that the same files give the same model.
 *
 * @throws ModelError, and nothing else: when a shard is of another build than the head, is there twice, or is broken
 */
export function openModel(head: Head, shards: readonly Shard[] = []): Model {
  return guarded(() => open(head, [head.file, ...shards].sort((a, b) => a.first - b.first)))
}

/**
 * Reads a model in one file, whole or not at all.
 *
 * @throws ModelError, and nothing else
 */
export function decodeModel(bytes: Uint8Array): Model {
  return openModel(openHead(bytes))
}

function open({ file: { head: [, , newestNumbers, trendingNumbers] }, ...head }: Head, files: readonly ModelFile[]): Model {
  const [orderDecay, twoHop, current, asOf, items, digits, known, lowerUrl, lowerImage, nextItems, decay, reminder, times,
    habitNeighbours, habitPopular, viewHalfLifeDays, gap50, gap75, gap90, gap95, newWithinDays, basketDecay, byLooks] = head.numbers as unknown as Numbers
  const { currency, texts } = head

  const loaded = loadItems(files, items, RANK)
  const { size, where, ranks, popular } = loaded
  const [viewed, boughtWith, boughtAfterView, boughtAfter, similar] = openRelations(files, head.numbers.subarray(PARAMS), loaded)
  const [newest, trending] = [listed(newestNumbers!, loaded), listed(trendingNumbers!, loaded)]
  const fileOf = (index: number): ModelFile => files[where[index]! >>> PLACE_BITS]!
  const placeOf = (index: number): number => where[index]! & 2 ** PLACE_BITS - 1
  /** A column by index. Rankings read some thousands of fields, so a single file's columns are read as they stand. */
  const field = (column: number): (index: number) => number => {
    const values = files[0]!.columns[column]!
    return files[0]!.own === size ? index => values[index]! : index => fileOf(index).columns[column]![placeOf(index)]!
  }

  // The same name has one number in all files.
  const names = new Map<string | undefined, number>()
  const codes = files.length > 1 ? files.map(({ entries, entry }) => Uint32Array.from({ length: entries + 1 }, (_, code) => {
    const name = entry(code)
    if (!names.has(name)) names.set(name, name === undefined ? 0 : names.size + 1)
    return names.get(name)!
  })) : undefined
  const top = codes ? names.size + 1 : files[0]!.entries
  const named = (column: number): (index: number) => number => {
    const code = field(column)
    return codes ? index => codes[where[index]! >>> PLACE_BITS]![code(index)]! : code
  }

  const [group, stock, gap, again, price] = [named(GROUP), field(STOCK), field(GAP), field(AGAIN), field(PRICE)]
  const available = (index: number): boolean => !!stock(index)
  const money = (code: number): number | undefined => code ? (code - 1) / 10 ** digits : undefined
  /** Code 0: none; 1: made from the id, between two texts of the head; else an entry. */
  const link = ({ entry }: ModelFile, code: number, rule: number, id: string, lower: number): string | undefined => {
    const found = code > 1 ? entry(code - 1)! : texts[rule]! + encodeURIComponent(lower ? id.toLowerCase() : id) + texts[rule + 1]!
    // A link is relative or http(s); anything with another scheme, or with blanks that could hide one, is no link.
    return code && /^(https?:|(?![^/?#]*:))[^\s\0-\x20]+$/i.test(found) ? found : undefined
  }
  const itemId = (index: number): string => fileOf(index).string(placeOf(index))

  return {
    version: head.version,
    asOf,
    currency,
    size,
    params: {
      viewHalfLifeDays, next: { items: nextItems, decay, twoHop, reminder, current, times }, orderDecay, habitNeighbours, habitPopular,
      gapDays: [gap50, gap75, gap90, gap95], newWithinDays, basketDecay,
      ...(byLooks && { listsByLooks: true }),
    },
    popular,
    popularKnown: knownOf(popular, ranks, known),
    newest,
    trending,
    indexOf: openIds(size, itemId, id => {
      for (const { find, numberOf } of files) {
        const place = find(id)
        if (place >= 0) return loaded.localOf[numberOf(place)]! - 1
      }
      return -1
    }),
    product(index) {
      const file = fileOf(index)
      const place = placeOf(index)
      const id = itemId(index)
      const field = (column: number): number => file.columns[column]![place]!
      const entry = (column: number): string | undefined => file.entry(field(column))
      const firstDay = field(FIRST_DAY)
      const product: Product = {
        itemId: id, groupId: entry(GROUP) ?? id, title: file.string(file.count + place) || id, available: available(index),
        isNew: firstDay > 0 && Math.floor(asOf / DAY_MS) - firstDay <= newWithinDays,
      }
      // What is unknown is never put in: an object that something was deleted from is slow ever after.
      const put = <Name extends keyof Product>(name: Name, value: Product[Name] | undefined): void => {
        if (value !== undefined) product[name] = value
      }
      put('price', money(field(PRICE)))
      put('priceAt', field(PRICE_DAY) * DAY_MS || undefined)
      put('currency', currency)
      put('url', link(file, field(URL), 1, id, lowerUrl))
      put('imageUrl', link(file, field(IMAGE), 3, id, lowerImage))
      put('category', entry(CATEGORY))
      put('kind', entry(KIND))
      put('motif', entry(MOTIF))
      put('colour', entry(COLOUR))
      put('brand', entry(BRAND))
      put('labels', entry(LABELS)?.split(LABEL_SEPARATOR))
      put('market', entry(MARKET))
      put('listPrice', money(field(LIST_PRICE)))
      put('setSize', field(SET_SIZE) || undefined)
      put('firstSoldAt', firstDay * DAY_MS || undefined)
      return product
    },
    price: index => money(price(index)),
    itemId,
    available,
    group: index => group(index) || top + 1 + index,
    twins: openGroups(size, group, top),
    kind: named(KIND),
    motif: named(MOTIF),
    category: named(CATEGORY),
    market: named(MARKET),
    marketOf(name) {
      for (const [place, { markets, entry }] of files.entries()) {
        for (let code = 1; code <= markets; code++) {
          // The option's may be no string.
          if (entry(code)!.toLowerCase() === `${name}`.toLowerCase()) return codes ? codes[place]![code]! : code
        }
      }
      return -1
    },
    viewed: viewed!,
    boughtWith: boughtWith!,
    boughtAfterView: boughtAfterView!,
    boughtAfter: boughtAfter!,
    similar: similar!,
    afterDays: field(AFTER),
    seasonLift(index, month) {
      const { season } = fileOf(index)
      return season.length ? LIFTS[bitsAt(season, placeOf(index) * 12 + month, 3)]! : 1
    },
    popularRank: index => ranks[index]!,
    reorder(index) {
      const code = gap(index)
      return code ? { gapDays: Math.round(GAP_BASE ** (code - 1) * 10) / 10, againShare: again(index) / 8 } : undefined
    },
  }
}

/** How many of the most popular have a rank below `known`. */
function knownOf(popular: Uint32Array, ranks: ArrayLike<number>, known: number): number {
  let count = 0
  while (count < popular.length && ranks[popular[count]!]! < known) count++
  return count
}

/** Indices of those that are loaded of a list of numbers. */
function listed(raw: Uint8Array, { localOf }: Loaded): Uint32Array {
  return loadedOf(Uint32Array.from(readColumn(raw, raw.length / 4, localOf.length - 1), number => localOf[number]!))
}
