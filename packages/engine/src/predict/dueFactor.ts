/**
 * How much it is time to buy again, in [0.7, 1], from days since the last purchase over the expected gap.
 * Rises from 0.7 (just bought) to 1 at the gap, stays until twice the gap, then fades as 2/ratio: after two gaps they
 * probably buy elsewhere. Never low: how often somebody buys tells far more than when (measured on real orders).
 */
export function dueFactor(daysSince: number, gapDays: number): number {
  const ratio = Math.max(0, daysSince) / gapDays
  if (ratio < 1) return 0.7 + 0.3 * ratio
  return ratio <= 2 ? 1 : Math.max(0.7, 2 / ratio)
}
