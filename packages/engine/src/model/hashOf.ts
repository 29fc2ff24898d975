/** FNV-1a, 32 bits, over UTF-16 code units (Fowler, Noll, Vo): spreads ids over tables. No defence against chosen ids. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let place = 0; place < text.length; place++) hash = Math.imul(hash ^ text.charCodeAt(place), 0x1000193)
  return hash >>> 0
}

/** Its two halves folded into 16 bits: what a head lists. */
export function shortHash(text: string): number {
  const hash = hashOf(text)
  return (hash ^ hash >>> 16) & 65535
}
