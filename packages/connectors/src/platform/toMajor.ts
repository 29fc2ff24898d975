/**
 * An amount in minor units as one in major units: `toMajor('1800', 2)` is 18, `toMajor('1800', 0)` is 1800.
 *
 * @param minor a whole number >= 0, or its digits
 * @param digits how many of them stand behind the point: 0 to 6
 * @returns undefined for anything else: no price is better than one that is a hundred times too high
 */
export function toMajor(minor: unknown, digits: unknown): number | undefined {
  const amount = typeof minor === 'string' && /^\d{1,15}$/.test(minor) ? Number(minor) : minor
  const isWhole = Number.isSafeInteger(amount) && (amount as number) >= 0
  return isWhole && [0, 1, 2, 3, 4, 5, 6].includes(digits as number) ? (amount as number) / 10 ** (digits as number) : undefined
}
