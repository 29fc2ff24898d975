import type { Tint } from '../tint.ts'

/** How a motif likes to be painted where the title names no colour. */
export interface MotifPaint {
  /** The object that bears it. */
  readonly body: string
  /** The first colour of the motif itself. */
  readonly main: string
  /** Its second: leaves, bands, stars. */
  readonly accent: string
  /** Bands, handles and lids of the object. */
  readonly trim: string
  /** Grounds that suit it, the best first. */
  readonly tints: readonly Tint[]
}

const red = '#c23b33'
const rose = '#dd8791'
const blue = '#5f88b0'
const green = '#6f9468'
const cream = '#f5ead0'
const gold = '#dcae4f'
const brown = '#8d6748'

function paint(body: string, main: string, accent: string, trim: string, ...tints: Tint[]): MotifPaint {
  return { body, main, accent, trim, tints }
}

/** Every motif's paint, by the names of the catalogue. */
export const motifPaint: Readonly<Record<string, MotifPaint>> = {
  Pantry: paint(cream, '#c4574c', '#5f88b0', '#c4574c', 'duckEgg', 'sage'),
  Regency: paint('#f7f0e2', rose, green, '#d4ab55', 'sage', 'blush', 'duckEgg'),
  Spaceboy: paint('#5b80a8', '#e9b84f', red, cream, 'butter', 'oat'),
  'Dolly Girl': paint('#e7a0aa', red, '#6f9fb5', cream, 'duckEgg', 'butter'),
  'Circus Parade': paint(cream, red, blue, '#e2b75c', 'sky', 'butter'),
  'Red Toadstool': paint(red, red, cream, cream, 'sage', 'duckEgg'),
  Woodland: paint('#8fa77f', brown, red, cream, 'butter', 'oat'),
  'Vintage Doily': paint('#a9c6cc', '#fbf7f0', red, red, 'blush', 'butter'),
  'Vintage Leaf': paint('#a7b98b', '#55764f', '#e2b75c', cream, 'oat', 'butter'),
  Suki: paint('#c4574c', '#f3b9bd', '#fbf7f0', '#37322e', 'duckEgg', 'sky'),
  Strawberry: paint('#f3d4d2', red, green, red, 'sage', 'duckEgg'),
  Babushka: paint('#e7a0aa', red, gold, cream, 'sky', 'butter'),
  London: paint('#f5ead0', red, '#3d5876', '#3d5876', 'sky', 'slate'),
  'Keep Calm': paint(red, cream, cream, cream, 'slate', 'oat'),
  'Union flag': paint('#2f4a73', red, '#fbf7f0', red, 'oat', 'butter'),
  Skulls: paint('#37322e', '#fbf7f0', rose, rose, 'blush', 'butter'),
  Retrospot: paint(red, '#fbf7f0', cream, cream, 'duckEgg', 'oat', 'butter'),
  Polkadot: paint(rose, '#fbf7f0', cream, cream, 'sky', 'butter', 'sage'),
  Gingham: paint('#f8efdf', red, '#fbf7f0', red, 'sky', 'sage'),
  Paisley: paint('#b8515c', cream, '#e2b75c', cream, 'lilac', 'duckEgg', 'butter'),
  Stripe: paint(cream, blue, red, blue, 'blush', 'sage'),
  Scandinavian: paint(red, '#fbf7f0', cream, '#fbf7f0', 'slate', 'sky'),
  Baroque: paint('#f4ecdc', '#37322e', '#8d6748', '#37322e', 'lilac', 'slate', 'blush'),
  Alphabet: paint('#f5ead0', blue, red, red, 'sage', 'sky'),
  Christmas: paint(red, '#3f7055', gold, cream, 'sage', 'duckEgg', 'slate'),
  Apples: paint('#f0e6cc', red, green, red, 'sage', 'sky'),
  Pears: paint('#f0e6cc', '#a9b95c', brown, green, 'blush', 'sky'),
  Cherry: paint('#f3e3cf', red, green, red, 'sage', 'sky'),
  Fruit: paint('#f5ead0', '#e08a4a', green, '#e08a4a', 'sage', 'duckEgg'),
  Poppies: paint('#f5ead0', red, '#37322e', red, 'sage', 'sky'),
  Rose: paint('#f7ede0', rose, green, rose, 'sage', 'duckEgg'),
  Daisy: paint('#9db8c9', '#fbf7f0', gold, cream, 'butter', 'blush'),
  Flowers: paint('#f5ead0', rose, green, blue, 'lilac', 'duckEgg', 'butter'),
  Butterfly: paint('#eadff0', '#9a7fb5', rose, '#9a7fb5', 'butter', 'sage'),
  Owls: paint('#dcb884', brown, '#e2b75c', '#6f9fb5', 'sky', 'lilac'),
  Birds: paint('#f4ecdc', '#6f9fb5', red, '#6f9fb5', 'butter', 'lilac', 'sage'),
  Dogs: paint('#f0e3cb', '#37322e', red, red, 'duckEgg', 'butter'),
  Cats: paint('#f0e3cb', '#6b5a4c', rose, rose, 'sky', 'sage'),
  Rabbits: paint('#f6efe2', '#b99a7c', rose, '#8fae85', 'sage', 'butter'),
  Dinosaurs: paint('#f0e3b4', '#7c9f6b', '#dd8240', '#7c9f6b', 'sky', 'lilac'),
  Cars: paint('#8fb3cb', red, gold, cream, 'butter', 'oat'),
  'Fairy Cake': paint('#f3cfd0', rose, '#8d6748', '#8fc0bd', 'duckEgg', 'butter'),
  'Tea Time': paint('#a9c9c4', '#fbf7f0', rose, rose, 'blush', 'oat'),
  Skittles: paint('#f0e3cb', red, '#37322e', red, 'sky', 'sage'),
  Hearts: paint('#f4ead8', red, rose, red, 'blush', 'slate', 'sky'),
  Stars: paint('#47607d', '#f0d48c', cream, '#f0d48c', 'butter', 'oat'),
}
