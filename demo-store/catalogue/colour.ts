/** A colour the shop knows: its name in a filter and the swatch drawn for it. */
export interface Colour {
  readonly name: string
  /** sRGB, `#rrggbb`. */
  readonly hex: string
}

/** Colour words of the titles, in the order they are looked for; the first word of the title that is a colour wins. */
const colourWords: Readonly<Record<string, Colour>> = table([
  ['red', '#c23b33', 'red reds ruby raspberry burgundy cherry-red'],
  ['pink', '#e59aa8', 'pink pinks fuchsia peach'],
  ['orange', '#dd8240', 'orange amber'],
  ['yellow', '#e6bd4e', 'yellow'],
  ['green', '#7c9f6b', 'green greens olive jade lime pistachio peridot'],
  ['mint', '#a9d0bb', 'mint'],
  ['turquoise', '#5aa9a8', 'turquoise teal aqua'],
  ['blue', '#6f96bd', 'blue blues montana'],
  ['purple', '#8d6ea3', 'purple amethyst'],
  ['lilac', '#b9a6cf', 'lilac lavender'],
  ['chocolate', '#6a4534', 'chocolate'],
  ['brown', '#8d6748', 'brown fawn'],
  ['black', '#37322e', 'black jet'],
  ['grey', '#9a9a98', 'grey'],
  ['silver', '#c3c6c9', 'silver zinc'],
  ['gold', '#c9a145', 'gold'],
  ['copper', '#b8734a', 'copper'],
  ['white', '#fdfcf9', 'white'],
  ['ivory', '#f4ead2', 'ivory'],
  ['cream', '#f2e4c2', 'cream'],
  ['natural', '#d3b58a', 'natural'],
  ['clear', '#dfeaea', 'clear crystal'],
])

/** Word pairs in which the colour word names something else. */
const notColours = /\b(?:ice cream|white chocolate|milk chocolate|chocolate (?:spots?|this way|cupcakes|box|calculator|truffle|love|candle|nesting|gift)|hand over the chocolate|grand chocolate|lavender (?:scent|scented|toilette|incense|botanical|birthday|gift)|orange (?:scented|squeezer|votive|wreath)|cream slice|red riding|blue moon|black forest|cherry|gold fishing|natural slate)\b/g

/**
 * The colour a title names.
 *
 * @param title as set by `toTitle`
 * @returns the first colour named, `undefined` when none is
 */
export function toColour(title: string): Colour | undefined {
  return toColours(title)[0]
}

/** All colours a title names, in the order of the title, each once. */
export function toColours(title: string): Colour[] {
  const words = title.toLowerCase().replace(/eau de nil/g, 'mint').replace(notColours, ' ').split(/[^a-z]+/)
  const found: Colour[] = []
  for (const word of words) {
    const colour = colourWords[word]
    if (colour && !found.includes(colour)) found.push(colour)
  }
  return found
}

/** The named colour, `undefined` for a name the shop does not know. */
export function colourNamed(name: string): Colour | undefined {
  return Object.values(colourWords).find(colour => colour.name === name)
}

function table(rows: readonly (readonly [name: string, hex: string, words: string])[]): Record<string, Colour> {
  const byWord: Record<string, Colour> = {}
  for (const [name, hex, words] of rows) {
    const colour: Colour = { name, hex }
    for (const word of words.split(' ')) byWord[word] = colour
  }
  return byWord
}
