const width = 120
const height = 28

/** The course of a count over the months, as SVG without words: the numbers stand beside it. */
export function sparkline(counts: readonly number[]): string {
  const most = Math.max(1, ...counts)
  const x = (place: number): number => 2 + place * (width - 6) / Math.max(1, counts.length - 1)
  const y = (value: number): number => height - 3 - value / most * (height - 6)
  const points = counts.map((value, place) => `${x(place).toFixed(1)},${y(value).toFixed(1)}`)
  const last = points.at(-1)!.split(',')
  return `<svg class="spark" viewBox="0 0 ${width} ${height}" aria-hidden="true"><polyline points="${points.join(' ')}"/>`
    + `<circle cx="${last[0]}" cy="${last[1]}" r="2.5"/></svg>`
}
