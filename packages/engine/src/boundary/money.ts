const plainDecimal = /^\d{1,12}(\.\d{1,6})?$/
const currencyCode = /^[A-Za-z]{3}$/

/** Largest price taken, in major units: 10^12 keeps minor units a safe integer. */
const maxPrice = 1e12

/**
 * A price in major units: a number >= 0, or a string of digits with a point.
 * "12,90", "1e5", "0x1F", other digits, negative or endless: undefined. Unknown stays unknown.
 */
export function toPrice(value: unknown): number | undefined {
  const price = typeof value === 'string' && plainDecimal.test(value.trim()) ? Number(value) : value
  return typeof price === 'number' && price >= 0 && price <= maxPrice ? price : undefined
}

/** An ISO 4217 code in capitals, by shape (`Intl` throws on anything else); undefined otherwise. */
export function toCurrency(value: unknown): string | undefined {
  return typeof value === 'string' && currencyCode.test(value) ? value.toUpperCase() : undefined
}

/** A quantity: whole, 1 to 10^6; a digit string is read. Anything else: undefined. */
export function toQuantity(value: unknown): number | undefined {
  const count = typeof value === 'string' && /^\d{1,7}$/.test(value) ? Number(value) : value
  return typeof count === 'number' && Number.isInteger(count) && count >= 1 && count <= 1e6 ? count : undefined
}
