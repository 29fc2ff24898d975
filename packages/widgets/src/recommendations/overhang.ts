/**
 * Whole rows only: `x4` on a card that would begin an unfinished row of four. The container query of as many columns hides it.
 * Fewer cards than columns are shown as they are.
 */
export function overhang(index: number, count: number): string {
  return [2, 3, 4].filter(
    columns => count >= columns && index >= count - (count % columns),
  ).map(columns => `x${columns}`).join(' ')
}
