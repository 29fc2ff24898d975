/** What stands before the minor part: `1,299.00` has a point, `1.299,00` a comma. */
export type DecimalMark = '.' | ','

/** An amount and the currency it names itself, if any. */
export interface Amount {
  value: number
  currency?: string
}

const symbols: Readonly<Record<string, string>> = {
  '£': 'GBP', '€': 'EUR', '₹': 'INR', '₩': 'KRW', '₽': 'RUB', '₺': 'TRY', '₴': 'UAH',
  'HK$': 'HKD', 'US$': 'USD', 'A$': 'AUD', 'C$': 'CAD', 'NT$': 'TWD', 'R$': 'BRL',
}

/** Currency before or after, and digits with their separators. */
const amountPattern = /^([A-Z]{3}(?=[\s\d])|[A-Z]{0,2}[£€₹₩₽₺₴$¥])?\s*([\d.,'\s]+?)\s*([A-Z]{3}|[£€₹₩₽₺₴$¥])?$/

/**
 * An amount in major units: `12.90`, `12,90`, `1,299.00`, `£4.25`, `12.90 GBP`, `HK$1,299.00`.
 * `mark` decides what cannot be seen: whether `1,299` is one thousand or one and a bit. `$` alone names no currency.
 *
 * @returns undefined for anything else: letters, hexadecimal, exponents, minus signs, digits of other scripts, over 1e10
 */
export function parseAmount(text: string, mark: DecimalMark): Amount | undefined {
  const found = amountPattern.exec(text.trim())
  if (!found) return undefined
  const digits = found[2]!.replace(/(?<=\d)['\s](?=\d{3})/g, '')
  const plain = plainDigits(digits, mark)
  const value = Number(plain)
  if (plain === undefined || !(value <= 1e10)) return undefined
  const unit = found[1] ?? found[3]
  const currency = unit === undefined ? undefined : /^[A-Z]{3}$/.test(unit) ? unit : symbols[unit]
  return currency === undefined ? { value } : { value, currency }
}

function plainDigits(digits: string, mark: DecimalMark): string | undefined {
  if (/^\d+$/.test(digits)) return digits
  if (/^\d{1,3}(,\d{3})+\.\d+$/.test(digits)) return digits.replaceAll(',', '')
  if (/^\d{1,3}(\.\d{3})+,\d+$/.test(digits)) return digits.replaceAll('.', '').replace(',', '.')
  // `0,125` starts no thousand.
  if (mark === '.' ? /^[1-9]\d{0,2}(,\d{3})+$/.test(digits) : /^[1-9]\d{0,2}(\.\d{3})+$/.test(digits)) return digits.replace(/[.,]/g, '')
  if (/^\d*[.,]\d+$/.test(digits)) return digits.replace(',', '.')
  return undefined
}

/** The decimal mark of a whole column: a comma when more amounts end in `,d` or `,dd` than in `.d` or `.dd`. */
export function sniffDecimalMark(amounts: Iterable<string>): DecimalMark {
  let commas = 0
  for (const amount of amounts) {
    const end = /([.,])\d{1,2}\D*$/.exec(amount)
    if (end) commas += end[1] === ',' ? 1 : -1
  }
  return commas > 0 ? ',' : '.'
}
