import { distance } from './paint.ts'

/** The eight pale grounds a picture can stand on. */
export const tints = {
  oat: '#EFE5D3',
  butter: '#F7EABF',
  blush: '#F6DCD6',
  sage: '#DDE6D2',
  duckEgg: '#D3E7E2',
  sky: '#D7E5F1',
  lilac: '#E3DDEA',
  slate: '#D6DBE0',
} as const

/** The name of a tint. */
export type Tint = keyof typeof tints

/** Tints that are the pale sister of a colour: never under an object of it. */
const sisters: Readonly<Record<string, readonly Tint[]>> = {
  red: ['blush'],
  pink: ['blush'],
  orange: ['butter', 'blush'],
  yellow: ['butter', 'oat'],
  gold: ['butter', 'oat'],
  green: ['sage', 'duckEgg'],
  mint: ['sage', 'duckEgg'],
  turquoise: ['duckEgg', 'sky'],
  blue: ['sky', 'slate'],
  purple: ['lilac'],
  lilac: ['lilac'],
  grey: ['slate'],
  silver: ['slate', 'sky'],
  black: ['slate'],
  white: ['oat'],
  ivory: ['oat', 'butter'],
  cream: ['oat', 'butter'],
  natural: ['oat', 'butter'],
  clear: ['duckEgg', 'slate', 'sky'],
}

const wheel: readonly Tint[] = ['duckEgg', 'butter', 'blush', 'sage', 'sky', 'oat', 'lilac', 'slate']

/** A tint nearer than this to the object would swallow it (see `distance`). */
const tooNear = 34

/**
 * The ground for an object.
 *
 * @param liked tints that suit the motif, the best first; may be empty
 * @param seed turns the wheel of tints for what has no motif, any whole number
 * @param colour the colour the title names
 * @param body the object's own colour
 */
export function toTint(liked: readonly Tint[], seed: number, colour: string | undefined, body: string): Tint {
  const refused = sisters[colour ?? ''] ?? []
  const turned = wheel.map((_, index) => wheel[(index + seed) % wheel.length] ?? 'oat')
  const suits = (tint: Tint): boolean => !refused.includes(tint) && distance(tints[tint], body) > tooNear
  return [...liked, ...turned].find(suits) ?? 'slate'
}
