import { money } from './money.ts'

/**
 * An amount that is expected, not known: its two leading digits, without pence where it has a pound ("£1,700", "£13", "£0.45").
 * undefined for a code that is none.
 *
 * @param amount major units, 0 or more
 */
export function aboutMoney(amount: number, currency: string, locale: string): string | undefined {
  const rounded = Number(amount.toPrecision(2))
  if (rounded < 1 || money(0, currency, locale) === undefined) return money(rounded, currency, locale)
  return new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 0 }).format(Math.round(rounded))
}
