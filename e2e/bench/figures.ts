/** Lines of a bench: what was measured, and the figure with its unit. */
export type Figures = [name: string, figure: string][]

/** Value below which `share` of the sorted samples lie; `share` in [0, 1]. NaN of no samples. */
export function percentile(samples: number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

/** "p50 0.12 ms, p99 0.30 ms", from samples in milliseconds. */
export function spread(samplesMs: number[], unit: 'ms' | 'µs' = 'ms'): string {
  const scale = unit === 'µs' ? 1000 : 1
  const say = (share: number): string => (percentile(samplesMs, share) * scale).toFixed(unit === 'µs' ? 1 : 3)
  return `p50 ${say(0.5)} ${unit}, p99 ${say(0.99)} ${unit}  (${samplesMs.length.toLocaleString('en-GB')} calls)`
}
