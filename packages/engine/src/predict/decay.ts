/**
 * Weight left of a signal after `ageMs`, by exponential decay.
 *
 * @param ageMs milliseconds since the event; negative (clock moved back) counts as 0
 * @param halfLifeDays days for the weight to halve; must be > 0
 * @returns weight in (0, 1]; 1 means "just now"
 */
export function decay(ageMs: number, halfLifeDays: number): number {
  return 2 ** (-Math.max(0, ageMs) / (halfLifeDays * 86_400_000))
}
