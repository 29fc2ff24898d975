const pounds = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' })

/** Pounds in words, such as `£12.75`. */
export function toPounds(amount: number): string {
  return pounds.format(amount)
}

/** Sum of price times quantity in pounds, rounded to the penny. A line without price counts as nothing. */
export function toTotal(lines: Iterable<{ price?: number; quantity?: number }>): number {
  let pence = 0
  for (const { price = 0, quantity = 1 } of lines) pence += Math.round(price * 100) * quantity
  return pence / 100
}
