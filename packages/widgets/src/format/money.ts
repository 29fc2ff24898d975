const formats = new Map<string, Intl.NumberFormat | undefined>()

/** An amount in words of the locale, e.g. "£12.75". undefined for a code that is none. `amount` in major units. */
export function money(amount: number, currency: string, locale: string): string | undefined {
  return formatOf(currency, locale)?.format(amount)
}

/** Sum in major units, rounded by the currency's own digits: 0.1 + 0.2 is 0.3. */
export function sumMoney(amounts: readonly number[], currency: string, locale: string): number {
  const digits = formatOf(currency, locale)?.resolvedOptions().maximumFractionDigits ?? 2
  let sum = 0
  for (const amount of amounts) sum += amount
  return Math.round(sum * 10 ** digits) / 10 ** digits
}

function formatOf(currency: string, locale: string): Intl.NumberFormat | undefined {
  const key = `${locale} ${currency}`
  if (formats.has(key)) return formats.get(key)
  let format: Intl.NumberFormat | undefined
  try {
    format = new Intl.NumberFormat(locale, { style: 'currency', currency })
  } catch {
    // Not an ISO 4217 code, or a locale that is none: no price is better than a wrong one.
  }
  formats.set(key, format)
  return format
}
