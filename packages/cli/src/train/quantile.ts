/** Type-7 quantile of values in rising order: what R, numpy and `percentile_cont` give. */
export function quantile(values: readonly number[], part: number): number {
  const place = part * (values.length - 1)
  const below = values[Math.floor(place)]!
  return below + (place % 1) * ((values[Math.ceil(place)] ?? below) - below)
}
