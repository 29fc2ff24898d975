import { toText } from './text.ts'

const email = /[^\s@]{1,64}@[^\s@]{1,255}/g
/** Seven digits or more, with the separators that telephone and card numbers are written with. */
const longNumber = /\+?\d(?:[ ().-]{0,2}\d){6,}/g

/** What a shopper searched for, without e-mail addresses and long numbers (telephones, cards). At most 100 letters. */
export function toSearchTerm(value: unknown): string | undefined {
  const text = toText(value, 100)
  return text === undefined ? undefined : toText(text.replace(email, ' ').replace(longNumber, ' '))
}
