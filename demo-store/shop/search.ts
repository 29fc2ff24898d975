import type { CatalogueItem } from '../catalogue/CatalogueItem.ts'
import type { Product } from './Shop.ts'

/**
 * Products whose words begin with every word of the term; words in the title come before words elsewhere, then the shop's order.
 *
 * @param term as typed; case, punctuation and a plural s do not matter
 */
export function searchProducts(products: readonly Product[], term: string): Product[] {
  const wanted = toWords(term)
  if (wanted.length === 0) return []
  const found: { product: Product; inTitle: boolean }[] = []
  for (const product of products) {
    const item = product.items.find(candidate => candidate.available && hasAll(allWords(candidate), wanted))
    if (!item) continue
    found.push({ product: { ...product, item }, inTitle: hasAll(toWords(item.title), wanted) })
  }
  return [...found.filter(({ inTitle }) => inTitle), ...found.filter(({ inTitle }) => !inTitle)].map(({ product }) => product)
}

/** Lower-case words without punctuation, and without the plural s of words longer than three letters. */
function toWords(text: string): string[] {
  const words = text.toLowerCase().replace(/'s\b/g, '').split(/[^\p{Letter}\p{Number}]+/u)
  return words.filter(word => word !== '').map(word => (word.length > 3 ? word.replace(/s$/, '') : word))
}

function allWords(item: CatalogueItem): string[] {
  return toWords([item.title, item.kind, item.motif, item.colour, item.category, item.itemId].join(' '))
}

function hasAll(words: readonly string[], wanted: readonly string[]): boolean {
  return wanted.every(start => words.some(word => word.startsWith(start)))
}
