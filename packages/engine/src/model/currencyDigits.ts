// ISO 4217 list one (minor units other than 2), as of 2024; funds and metals left out.
const noDigits = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'
const threeDigits = 'BHD IQD JOD KWD LYD OMR TND'

/** Digits of a currency's minor unit: 2 unless ISO 4217 says otherwise; 2 when the currency is unknown. */
export function currencyDigits(currency: string | undefined): number {
  if (currency === undefined) return 2
  return noDigits.includes(currency) ? 0 : threeDigits.includes(currency) ? 3 : 2
}
