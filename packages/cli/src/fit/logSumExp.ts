/** ln(e^u + e^v), without overflow; -Infinity stands for nothing. */
export function logSumExp(u: number, v: number): number {
  const most = Math.max(u, v)
  return most === -Infinity ? most : most + Math.log1p(Math.exp(-Math.abs(u - v)))
}
