/** Whole numbers with separators. */
export const whole: Intl.NumberFormat = new Intl.NumberFormat('en-GB')

/** "1 row", "2,000 rows". */
export function count(number: number, noun: string): string {
  return `${whole.format(number)} ${noun}${number === 1 ? '' : 's'}`
}
