/** Short words and bare numbers at the end of a text. */
const hanging = /(?:\s+(?:\S{1,2}|\d{3,}))+$/u

/**
 * A text of at most `room` letters (code points), cut where a word ends, with an ellipsis.
 * A number or a word of two letters is not left hanging at the end ("Regency Cakestand 3…"), unless little else would remain.
 * Inside a word only where not even the first one fits.
 *
 * @param room letters, the ellipsis included; at least 2 are kept
 */
export function shorten(text: string, room: number): string {
  const letters = [...text]
  if (letters.length <= room) return text
  const kept = letters.slice(0, Math.max(1, room - 1)).join('')
  const wordEnds = letters[Math.max(1, room - 1)] === ' '
  const words = (wordEnds ? kept : kept.slice(0, Math.max(0, kept.lastIndexOf(' ')))).trimEnd()
  if (words === '') return `${kept.trimEnd()}…`
  const firm = words.replace(hanging, '')
  return `${firm.length * 2 < words.length ? words : firm}…`
}
