/** Three digits: what a public figure carries, and no more. */
export function roundNorm(value: number): number {
  return Number(value.toPrecision(3))
}
