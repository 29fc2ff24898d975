/** Words that name a colourway; two titles equal but for these are one product. */
const colourway = new Set(
  ('red reds pink pinks orange yellow green greens mint turquoise teal aqua blue blues purple lilac lavender chocolate brown fawn black grey ' +
    'silver gold copper bronze white ivory cream natural clear crystal amber amethyst jade olive lime peach fuchsia raspberry burgundy ' +
    'pistachio jet montana ruby peridot emerald rasberry multicolour coloured opal topaz nil eau').split(' '),
)

/** Words that only shade the colour after them, as in `hot pink`. */
const shades = new Set('hot coal baby light dark pale dusty midnight pastel sky'.split(' '))

/** What the group needs to know of an item. */
export interface Titled {
  readonly itemId: string
  readonly title: string
}

/**
 * Which items are one product in several colours.
 *
 * @param items every item of the shop, titles as set by `toTitle`
 * @returns item id → id of its product: the smallest item id of the group, its own when it has no twin
 */
export function toGroups(items: readonly Titled[]): Map<string, string> {
  const members = new Map<string, Titled[]>()
  for (const item of items) {
    const key = toColourlessTitle(item.title)
    const group = members.get(key)
    if (group) group.push(item)
    else members.set(key, [item])
  }
  const groups = new Map<string, string>()
  for (const group of members.values()) {
    // two stock codes of the very same title are two deliveries, not two colours: no swatch could tell them apart
    const titles = new Set(group.map(item => item.title.toLowerCase()))
    const first = group.reduce((smallest, { itemId }) => (itemId < smallest ? itemId : smallest), group[0]?.itemId ?? '')
    for (const { itemId } of group) groups.set(itemId, titles.size > 1 ? first : itemId)
  }
  return groups
}

/** The title without its colour words: equal for twins. A title that is nothing but colours is left as it is. */
export function toColourlessTitle(title: string): string {
  const lower = title.toLowerCase()
  // the roses of the Regency china are its third colourway
  const text = /\bregency\b/.test(lower) ? lower.replace(/\broses\b/, ' ').trim() : lower
  const words = text.replace(/[/,]/g, ' ').split(/\s+/)
  const named = words.some(word => word !== 'crystal' && colourway.has(word))
  const kept = words.filter((word, index) => {
    // crystal beads come in colours; "crystal" is one only where no other is named
    if (word === 'crystal' && named) return true
    if (colourway.has(word)) return false
    const next = words[index + 1]
    if (shades.has(word) && next !== undefined && colourway.has(next)) return false
    return !(word === 'de' && words[index - 1] === 'eau')
  })
  // "black and blue" leaves an "and" between nothing and nothing
  const tidy = [...new Set(kept)].filter(word => word !== 'and')
  return tidy.length > 0 ? tidy.sort().join(' ') : text
}
