import { wordLocale } from './wordLocale.ts'

/** "14:02" by the shopper's own clock. Epoch ms. */
export function clock(at: number, locale: string): string {
  return new Intl.DateTimeFormat(wordLocale(locale), { hour: '2-digit', minute: '2-digit' }).format(at)
}
