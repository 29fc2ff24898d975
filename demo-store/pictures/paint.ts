/** The shop's paper, `#rrggbb` like every colour here. */
export const paper = '#FBF7F0'

/** The colour of every outline. */
export const ink = '#1E1A16'

/** Ground lines and what should stay behind. */
export const quietInk = '#6B6259'

/** The one loud colour of the shop. */
export const retrospotRed = '#B3261E'

/** A colour as three channels, 0 to 255. */
export type Channels = readonly [red: number, green: number, blue: number]

/** `#rrggbb` taken apart. */
export function toChannels(hex: string): Channels {
  const value = Number.parseInt(hex.slice(1), 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255]
}

/**
 * A colour between two.
 *
 * @param share of the second colour, 0 to 1
 */
export function mix(hex: string, other: string, share: number): string {
  const [a, b] = [toChannels(hex), toChannels(other)]
  const channel = (index: 0 | 1 | 2): string => Math.round(a[index] * (1 - share) + b[index] * share).toString(16).padStart(2, '0')
  return `#${channel(0)}${channel(1)}${channel(2)}`
}

/** How far two colours are apart: 0 (the same) to 441 (black and white). */
export function distance(hex: string, other: string): number {
  const [a, b] = [toChannels(hex), toChannels(other)]
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
}

/** Perceived lightness, 0 (black) to 1 (white), by the Rec. 601 weights. */
export function lightness(hex: string): number {
  const [red, green, blue] = toChannels(hex)
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255
}
