/**
 * A cell of an order or event as a message may show it: short codes, numbers and dates as they stand; anything that could be a
 * name, an address or an e-mail (a row whose cells have slipped holds them anywhere) only by its length.
 */
export function shownValue(text: string): string {
  return /^[\p{L}\p{N}_.:,;+/#-]{0,30}$/u.test(text) && !/\p{L}{13}/u.test(text) || /^[\d:.,+/\sTZ-]{0,40}$/.test(text)
    ? text : `${text.length} characters`
}
