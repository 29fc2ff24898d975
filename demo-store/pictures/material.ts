import type { CatalogueItem } from '../catalogue/CatalogueItem.ts'

/** What a thing is made of, as a colour. */
export interface Material {
  readonly hex: string
  /** The material shows even where a motif is painted on it. */
  readonly strong: boolean
}

/** Title words first: a wooden thing is wood whatever its kind. */
const byWords: readonly (readonly [RegExp, string, boolean])[] = [
  [/\bslate\b/, '#596067', true],
  [/\bchilli\b/, '#c23b33', true],
  [/\bwicker\b|\bbasket\b|\braffia\b/, '#cda774', true],
  [/\bwooden\b|\bwood\b|\brustic\b/, '#c9996a', true],
  [/\bzinc\b|\bmetal heart\b|\bchrome\b|\bsteel\b/, '#bcc3c6', true],
  [/\bglass\b|\bvictorian glass\b/, '#d5e4e0', true],
  [/\benamel\b/, '#f3e8cc', true],
  [/\bcitronella\b|\bterracotta\b/, '#c97f58', true],
  [/\bgingerbread\b/, '#b9794a', true],
]

const byKind: Readonly<Record<string, string>> = {
  'alarm clock': '#c4574c',
  basket: '#cda774',
  'bird house': '#a9c2b0',
  birdcage: '#f4ead2',
  'block letters': '#c9996a',
  brush: '#d9b384',
  'cake stand': '#f6efe2',
  candle: '#f4e8cd',
  candlestick: '#bcc3c6',
  chalkboard: '#596067',
  'chopping board': '#c9996a',
  'clothes pegs': '#d9b384',
  'coat rack': '#f4ead2',
  'cookie cutters': '#bcc3c6',
  cutlery: '#c3c6c9',
  dominoes: '#c9996a',
  doormat: '#c6a06b',
  glider: '#e9d3a4',
  harmonica: '#c3c6c9',
  'hot water bottle': '#c9897f',
  'jam jar': '#d5e4e0',
  'jam making set': '#d5e4e0',
  'kitchen scales': '#f4ead2',
  lantern: '#f6efe2',
  'measuring spoons': '#c3c6c9',
  'milk bottles': '#eef2ec',
  mirror: '#f4ead2',
  napkins: '#fbf3e2',
  'photo frame': '#f6efe2',
  'picnic basket': '#cda774',
  'rolling pin': '#d9b384',
  ruler: '#dcb884',
  sign: '#f6ead0',
  'sleigh bells': '#bcc3c6',
  'spinning tops': '#c4574c',
  'storage jar': '#d5e4e0',
  'string lights': '#e2b75c',
  't-light holder': '#d5e4e0',
  't-lights': '#f4e8cd',
  teaspoons: '#c3c6c9',
  'wicker heart': '#cda774',
}

/** The material of an item, `undefined` when neither words nor kind give it away. */
export function materialOf(item: CatalogueItem): Material | undefined {
  const title = item.title.toLowerCase()
  const [, hex, strong] = byWords.find(([words]) => words.test(title)) ?? []
  if (hex !== undefined) return { hex, strong: strong ?? false }
  const usual = byKind[item.kind ?? '']
  return usual === undefined ? undefined : { hex: usual, strong: false }
}
