/** The code of ISO 4217 that a cell holds; undefined for anything else. */
export function toCurrency(text: string): string | undefined {
  const code = text.toUpperCase()
  return /^[A-Z]{3}$/.test(code) ? code : undefined
}
