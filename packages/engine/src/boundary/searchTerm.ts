import { toText } from './text.ts'

/**
 * An e-mail address, as typed or as an address bar writes it (`%40`); or seven digits and more, in any script, with what
 * telephone and card numbers are written with between them.
 *
 * Sizes, years and "4 x 100 g" have fewer digits together and stay. A bar code goes: no check digit tells it from a telephone
 * number (a tenth of those pass), and what it finds is seen as the item that is looked at next. Each step of the pattern is
 * bounded, and so is the text: the time is linear.
 */
const personal = /[^\s@]{1,64}(?:[@＠]|%(?:25)?40)[^\s@]{1,255}|[+＋]?\p{Nd}(?:[\s()%./\p{Pd}]{0,3}\p{Nd}){6,}/gu

/** What a shopper searched for, without e-mail addresses and long numbers (telephones, cards). At most 100 letters. */
export function toSearchTerm(value: unknown): string | undefined {
  // Filtered before it is cut: half an address has no "@" any more.
  return toText(toText(value, 400)?.replace(personal, ' '), 100)
}
