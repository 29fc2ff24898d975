import type { Neighbour } from '@shopside/engine'
import type { CatalogueItem } from '../read/catalogueItem.ts'

/** A word in more titles than this says little and costs time: it still weighs in a score, but finds no candidates. */
const commonWord = 5000
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
  const postings = new Map<string, { index: number; weight: number }[]>()
  const words = items.map(item => [...wordsOf(item)].sort((a, b) => a[0] < b[0] ? -1 : 1))
  words.forEach((row, index) => {
    for (const [word, weight] of row) {
      const list = postings.get(word)
      if (list) list.push({ index, weight })
      else postings.set(word, [{ index, weight }])
    }
  })
  const idf = (word: string): number => Math.log((1 + items.length) / postings.get(word)!.length)
  const norms = words.map(row => Math.sqrt(row.reduce((sum, [word, weight]) => sum + (weight * idf(word)) ** 2, 0)) || 1)
  const score = new Float64Array(items.length)
  return words.map((row, index) => {
    const touched: number[] = []
    for (const [word, weight] of row) {
      const list = postings.get(word)!
      const both = weight * idf(word) ** 2 / norms[index]!
      if (list.length < commonWord) {
        for (const other of list) {
          if (score[other.index] === 0) touched.push(other.index)
          score[other.index]! += both * other.weight / norms[other.index]!
        }
      }
    }
    const group = items[index]!.groupId
    const found = touched.filter(other => score[other]! >= least && items[other]!.groupId !== group)
      .sort((a, b) => score[b]! - score[a]! || a - b).slice(0, keep)
      .map(other => ({ index: other, weight: Math.min(1, score[other]!) }))
    for (const other of touched) score[other] = 0
    return found
  })
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
