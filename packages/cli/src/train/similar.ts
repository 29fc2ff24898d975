import type { Neighbour } from '@shopside/engine'
import type { CatalogueItem } from '../read/catalogueItem.ts'
import { largest, largestFirst } from './largest.ts'

/**
 * Titles that are looked at for one item, those with its rarest words first: the work grows with the catalogue and not with its
 * square.
 */
const mostLooks = 2000
/** Candidates, as a multiple of what is kept, that are then compared by all of their words. */
const closerLook = 4
/** Below this cosine two titles share little more than "of". */
const least = 0.1

/**
 * Content relations: cosine of TF-IDF vectors over the words of the title, with design and kind as one word each and the category
 * as half a word. Works for items that nobody has bought. Items of one group are no neighbours: they are the same product.
 *
 * @param keep neighbours per item at most
 * @returns one row per item, strongest first, ties by index; weights in (0, 1]
 */
export function trainSimilar(items: readonly CatalogueItem[], keep: number): Neighbour[][] {
  const { wordAt, word, weight, titlesAt, titles, shares } = indexWords(items)
  const score = new Float64Array(items.length)
  const own = new Float64Array(titlesAt.length - 1)
  const touched = new Uint32Array(items.length)
  const groups = new Map<string, number>()
  const group = Uint32Array.from(items, ({ groupId }) => groups.get(groupId) ?? groups.set(groupId, groups.size).size - 1)
  return items.map((_, index) => {
    const ownGroup = group[index]!
    const places = Array.from({ length: wordAt[index + 1]! - wordAt[index]! }, (_, at) => wordAt[index]! + at)
    for (const place of places) own[word[place]!] = weight[place]!
    const titlesOf = (place: number): number => titlesAt[word[place]! + 1]! - titlesAt[word[place]!]!
    places.sort((a, b) => titlesOf(a) - titlesOf(b) || word[a]! - word[b]!)
    let found = 0
    let looks = 0
    for (const place of places) {
      const count = titlesOf(place)
      if (looks > 0 && looks + count > mostLooks) break
      looks += count
      // Of the titles of a word that is everywhere, those next to the item itself: ids of one series stand together.
      const first = titlesAt[word[place]!]!
      const around = placeIn(titles, first, count, index) - mostLooks / 2
      const from = Math.max(first, Math.min(first + count - mostLooks, around))
      const ownWeight = weight[place]!
      for (let at = from, end = Math.min(first + count, from + mostLooks); at < end; at++) {
        const other = titles[at]!
        if (group[other] === ownGroup) continue
        if (score[other] === 0) touched[found++] = other
        score[other]! += ownWeight * shares[at]!
      }
    }
    const others = touched.subarray(0, found)
    const near = largest(others.slice(), score, closerLook * keep)
    for (const other of others) score[other] = 0
    for (const other of near) {
      for (let at = wordAt[other]!; at < wordAt[other + 1]!; at++) score[other]! += weight[at]! * own[word[at]!]!
    }
    const row = largestFirst(near, score, keep).filter(other => score[other]! >= least)
      .map(other => ({ index: other, weight: Math.min(1, score[other]!) }))
    for (const other of near) score[other] = 0
    for (const place of places) own[word[place]!] = 0
    return row
  })
}

/** Words by title and titles by word. */
interface Words {
  /**
   * Words of title `i` are places `wordAt[i]` to `wordAt[i + 1] - 1`, with their share of the title's vector, which is 1 long.
   */
  wordAt: Uint32Array
  word: Uint32Array
  weight: Float64Array
  /** Titles of word `w` are `titles[titlesAt[w]]` to `titles[titlesAt[w + 1] - 1]`, ascending. */
  titlesAt: Uint32Array
  titles: Uint32Array
  /** By the same places: the word's share of that title's vector. */
  shares: Float64Array
}

function indexWords(items: readonly CatalogueItem[]): Words {
  const numbers = new Map<string, number>()
  const counts: number[] = []
  const rows = items.map(item => [...wordsOf(item)].map(([text, weight]): [number, number] => {
    let number = numbers.get(text)
    if (number === undefined) numbers.set(text, number = numbers.size)
    counts[number] = (counts[number] ?? 0) + 1
    return [number, weight]
  }).sort((a, b) => a[0] - b[0]))
  const all = rows.reduce((sum, row) => sum + row.length, 0)
  const words: Words = {
    wordAt: new Uint32Array(items.length + 1), word: new Uint32Array(all), weight: new Float64Array(all),
    titlesAt: new Uint32Array(counts.length + 1), titles: new Uint32Array(all), shares: new Float64Array(all),
  }
  counts.forEach((count, number) => { words.titlesAt[number + 1] = words.titlesAt[number]! + count })
  const next = words.titlesAt.slice()
  let place = 0
  rows.forEach((row, index) => {
    const vector = row.map(([number, weight]) => weight * Math.log((1 + items.length) / counts[number]!))
    const norm = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0)) || 1
    row.forEach(([number], at) => {
      words.word[place] = number
      const share = vector[at]! / norm
      words.weight[place++] = share
      words.shares[next[number]!] = share
      words.titles[next[number]!++] = index
    })
    words.wordAt[index + 1] = place
  })
  return words
}

/** Where `index` stands among `count` ascending titles from `first` on. */
function placeIn(titles: Uint32Array, first: number, count: number, index: number): number {
  let [low, high] = [first, first + count]
  while (low < high) {
    const middle = low + high >> 1
    if (titles[middle]! < index) low = middle + 1
    else high = middle
  }
  return low
}

/** Words of scripts that write no blanks between them. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

function wordsOf(item: CatalogueItem): Map<string, number> {
  const words = new Map<string, number>()
  for (const word of item.title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    for (const part of unspaced.test(word) ? pairsOf(word) : [stem(word)]) words.set(part, 1)
  }
  if (item.motif) words.set(`motif:${item.motif.toLowerCase()}`, 1)
  if (item.kind) words.set(`kind:${item.kind.toLowerCase()}`, 1)
  if (item.category) words.set(`category:${item.category.toLowerCase()}`, 0.5)
  return words
}

/** "mugs" and "mug", "boxes" and "box" are one word; nothing cleverer, since titles come in any language. */
function stem(word: string): string {
  if (word.length > 4 && /(s|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2)
  return word.length > 3 && /[^s]s$/.test(word) ? word.slice(0, -1) : word
}

/** Scripts without blanks: every two neighbouring characters count as a word. */
function pairsOf(word: string): string[] {
  const letters = [...word]
  return letters.length < 2 ? letters : letters.slice(1).map((letter, at) => letters[at]! + letter)
}
